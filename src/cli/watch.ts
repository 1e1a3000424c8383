import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { failureText } from './failure-text.ts';
import type { ExitStatus, Host } from './host.ts';
import { printableLine } from './printable.ts';

/** Another reason to do the work again: it is handed what calls for that, and gives what ends it. */
export type Reason = (again: () => void) => () => void;

/** Does the work once more, and says which folders its result depends on. Says nothing where nothing has changed. */
export type Round = (isFirst: boolean) => Promise<ReadonlySet<string>>;

/** So long nothing may have happened before the work is done again: editors write a file in several steps. */
const quietMs = 60;
/** The work is done again after so long also where there is no quiet. */
const longestMs = 500;
/** Where the system watches no more folders, they are looked through so often. */
const lookMs = 1000;

/** What else is watched. */
export interface AlsoWatched {
    /** A file of settings with a name of its own. */
    readonly settings?: string | undefined;
    readonly reason?: Reason | undefined;
}

/** Does the work, and again after every change, until Ctrl-C. */
export async function watchRounds(round: Round, host: Host, { settings, reason }: AlsoWatched = {}): Promise<ExitStatus> {
    const changes = new Changes(settings, (message) => host.err(`crmmap: ${printableLine(message)}\n`));
    const endReason = reason?.(() => changes.changed());
    const end = (): void => changes.end();
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    try {
        for (let isFirst = true; !changes.ended; isFirst = false) {
            const folders = await Promise.race([round(isFirst), changes.untilEnd]);
            if (!folders) break;
            // What changed before a folder was watched is seen by another round.
            if (!changes.follow(folders)) await changes.next();
            if (isFirst && !changes.ended) host.err('crmmap: watching for changes; Ctrl-C ends it.\n');
        }
        return 0;
    } finally {
        process.off('SIGINT', end);
        process.off('SIGTERM', end);
        endReason?.();
        changes.end();
    }
}

/** Hears of changes of maps, settings and folders. */
class Changes {
    ended = false;
    readonly untilEnd: Promise<undefined>;
    private readonly settings: string | undefined;
    private readonly say: (message: string) => void;
    private readonly watchers = new Map<string, FSWatcher>();
    private endNow: () => void = () => undefined;
    private wake: () => void = () => undefined;
    private firstAt: number | undefined;
    private timer: NodeJS.Timeout | undefined;
    private looking: NodeJS.Timeout | undefined;
    /** The process lives on also where no folder is watched. */
    private readonly living = setInterval(() => undefined, 2 ** 30);

    constructor(settings: string | undefined, say: (message: string) => void) {
        this.settings = settings === undefined ? undefined : basename(settings);
        this.say = say;
        this.untilEnd = new Promise((resolve) => {
            this.endNow = () => resolve(undefined);
        });
    }

    /** Watches these folders and no others; tells whether one of them is new. */
    follow(folders: ReadonlySet<string>): boolean {
        for (const [folder, watcher] of this.watchers) {
            if (folders.has(folder)) continue;
            watcher.close();
            this.watchers.delete(folder);
        }
        const added = [...folders].filter((folder) => !this.watchers.has(folder) && !this.ended && this.watch(folder));
        return added.length > 0;
    }

    /** Waits for changes, and until they pause; or for the end. */
    async next(): Promise<void> {
        if (this.ended) return;
        await new Promise<void>((resolve) => {
            this.wake = resolve;
            if (this.firstAt !== undefined) this.wakeSoon();
        });
        this.wake = () => undefined;
        this.firstAt = undefined;
    }

    end(): void {
        this.ended = true;
        for (const watcher of this.watchers.values()) watcher.close();
        this.watchers.clear();
        clearTimeout(this.timer);
        clearInterval(this.looking);
        clearInterval(this.living);
        this.endNow();
        this.wake();
    }

    private watch(folder: string): boolean {
        try {
            const watcher = watch(folder, (event, name) => {
                if (this.matters(folder, event, name)) this.changed();
            });
            watcher.on('error', () => {
                watcher.close();
                if (this.watchers.delete(folder)) this.changed();
            });
            this.watchers.set(folder, watcher);
            return true;
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
            if (!this.looking && !this.ended) {
                this.say(`no more folders can be watched, so they are looked through every second: ${failureText(error)}`);
                this.looking = setInterval(() => this.changed(), lookMs);
            }
            return false;
        }
    }

    /** Something has changed. */
    changed(): void {
        this.firstAt ??= performance.now();
        this.wakeSoon();
    }

    private matters(folder: string, event: string, name: string | null): boolean {
        if (name === null || name === this.settings || /\.crmmap$|^(?:crmmap\.json|\.gitignore|\.git)$/.test(name)) return true;
        const path = join(folder, name);
        return event === 'rename' && name !== 'node_modules' && (this.watchers.has(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
    }

    private wakeSoon(): void {
        const waited = performance.now() - (this.firstAt ?? 0);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.wake(), Math.max(0, Math.min(quietMs, longestMs - waited)));
    }
}
