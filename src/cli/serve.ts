import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { ThreadPool } from '../drawing/thread-pool.ts';
import { threadsOf } from '../drawing/worker-thread-node.ts';
import { type Arguments, countOf, dayOf, UsageError } from './args.ts';
import { newDays } from './days.ts';
import { exportWork } from './export.ts';
import { failureText } from './failure-text.ts';
import { findMaps } from './find-maps.ts';
import type { ExitStatus, Host } from './host.ts';
import { printableLine } from './printable.ts';
import type { ServedEvent, ServedTask } from './serve/draw-served.ts';
import { Events } from './serve/events.ts';
import { LocalServer } from './serve/http-server.ts';
import { servedMeans } from './serve/pages.ts';
import { ServedMaps } from './serve/served-maps.ts';
import { Site } from './serve/site.ts';
import { type ThreadWork, threadScript } from './threads.ts';
import { watchRounds } from './watch.ts';
import { watchedFolders } from './watched-folders.ts';

/** `crmmap serve`: shows maps in a browser of this machine, until Ctrl-C. */
export async function serve(args: Arguments, host: Host): Promise<ExitStatus> {
    const port = portOf(args.value('port'));
    const fixedDay = dayOf('today', args.value('today'));
    const { problems } = await findMaps(args.paths, host.cwd);
    // A folder without a map may get one, and what is wrong in a folder is told by a page. A path that stands for nothing was not meant.
    const wrong = problems.filter(({ file }) => args.paths.includes(file) && !isFolder(resolve(host.cwd, file)));
    for (const { file, message } of wrong) host.err(`crmmap: ${printableLine(`${file} ${message}`)}\n`);
    if (wrong.length > 0) return 2;

    const workerData: ThreadWork = { serve: { cwd: host.cwd } };
    const pool = new ThreadPool<ServedTask, ServedEvent>(
        threadsOf(threadScript, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 48 } }),
        Math.min(2, availableParallelism()),
    );
    const maps = new ServedMaps(host.version, (task, onEvent) => pool.run(task, onEvent));
    const site = new Site(maps, servedMeans(), () => events.tellAll());
    const events: Events = new Events((page) => site.versionOf(page));
    const server = new LocalServer((path, query) => site.find(path, query), events);
    try {
        await server.listen(port);
    } catch (error) {
        host.err(`crmmap: ${portFailure(port, error)}\n`);
        return 2;
    }
    try {
        return await watchRounds(
            async (isFirst) => {
                // A document has the findings in it, so settings count.
                const work = await exportWork(args.paths, { shard: undefined, draw: { formats: ['markdown'] } }, host);
                maps.take(work, fixedDay ?? host.today());
                if (isFirst) host.out(`Serving at http://127.0.0.1:${server.port}/\n`);
                events.tellAll();
                return watchedFolders(work.searched, work.sources, host.cwd);
            },
            host,
            { reason: newDays(fixedDay, host) },
        );
    } finally {
        events.end();
        server.end();
        pool.end();
    }
}

function isFolder(path: string): boolean {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function portOf(text: string | undefined): number {
    const port = countOf('port', text) ?? 0;
    if (port > 65_535) throw new UsageError(`--port ${text} is no port. Write a number up to 65535, or leave it out and take a free one.`);
    return port;
}

function portFailure(port: number, error: unknown): string {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return `port ${port} is in use. Write another one, or leave --port out and take a free one.`;
    if (code === 'EACCES') return `port ${port} cannot be had: access is denied. Write one from 1024, or leave --port out and take a free one.`;
    return `nothing can be served: ${failureText(error)}`;
}
