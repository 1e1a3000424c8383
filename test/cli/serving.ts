import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { startCrmmap } from './program.ts';

export interface Reply {
    readonly status: number;
    readonly headers: IncomingHttpHeaders;
    readonly text: string;
}

/** A running `crmmap serve`. */
export class Serving {
    readonly port: number;
    private readonly child: ReturnType<typeof startCrmmap>;

    private constructor(child: ReturnType<typeof startCrmmap>, port: number) {
        this.child = child;
        this.port = port;
    }

    /** Starts it, and waits until it has told its address. */
    static start(cwd: string, ...args: string[]): Promise<Serving> {
        return Serving.startWith({}, cwd, ...args);
    }

    /** As `start`, with this in the environment. */
    static async startWith(env: Readonly<Record<string, string>>, cwd: string, ...args: string[]): Promise<Serving> {
        const child = startCrmmap(['serve', ...args], cwd, env);
        onTestFinished(() => void child.kill('SIGKILL'));
        let said = '';
        child.once('close', () => child.emit('said'));
        for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => child.emit('said', (said += text)));
        for (;;) {
            const [, port] = /^Serving at http:\/\/127\.0\.0\.1:(\d+)\/$/m.exec(said) ?? [];
            // Its second line, so that nothing more is said later.
            if (port !== undefined && said.includes('Ctrl-C ends it.\n')) return new Serving(child, Number(port));
            if (child.exitCode !== null || child.signalCode !== null)
                throw new Error(`it ended with ${child.exitCode ?? child.signalCode}, and had said: ${said}`);
            await once(child, 'said');
        }
    }

    get origin(): string {
        return `http://127.0.0.1:${this.port}`;
    }

    get pid(): number {
        return this.child.pid ?? 0;
    }

    /** Asks as a program does that may say anything; the path goes out as it is written. */
    ask(
        path: string,
        { method = 'GET', headers = {} }: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
    ): Promise<Reply> {
        return new Promise((resolve, reject) => {
            const asking = request({ host: '127.0.0.1', port: this.port, path, method, headers, agent: false }, async (response) => {
                const text = Buffer.concat(await response.toArray()).toString('utf8');
                resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
            });
            asking.on('error', reject);
            asking.end();
        });
    }

    /** The list of all maps, once all of them have been looked at: a slow machine shows it in part before. */
    async list(): Promise<Reply> {
        for (;;) {
            const list = await this.ask('/');
            if (versionIn(list)?.endsWith('-in-part') !== true) return list;
        }
    }

    /** The address of the page of a map, as the list names it. */
    async pageOf(title: string): Promise<string> {
        const { text } = await this.list();
        const [, found] = new RegExp(`<a href="(/maps/[a-z0-9-]+)">${title}</a>`).exec(text) ?? [];
        if (found === undefined) throw new Error(`The list has no map ${title}: ${text.replace(/<(script|style)>.*?<\/\1>/gs, '')}`);
        return found;
    }

    /** What is answered to these bytes, until the connection ends. */
    async raw(bytes: string): Promise<string> {
        const socket = connect(this.port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.end(bytes);
        const parts: Buffer[] = [];
        socket.on('data', (part) => parts.push(part));
        await new Promise((resolve) => socket.on('close', resolve));
        return Buffer.concat(parts).toString('utf8');
    }

    /** Listens to the events of a page: each call waits for the next version. */
    async events(page: string): Promise<() => Promise<string>> {
        const asking = request({ host: '127.0.0.1', port: this.port, path: `/events?page=${page}`, agent: false });
        asking.end();
        onTestFinished(() => void asking.destroy());
        const [response] = (await once(asking, 'response')) as [import('node:http').IncomingMessage];
        response.setEncoding('utf8');
        let heard = '';
        response.on('data', (text: string) => response.emit('heard', (heard += text)));
        return async () => {
            for (;;) {
                const found = /^data: (.*)\n\n/m.exec(heard);
                if (found) {
                    heard = heard.slice(found.index + found[0].length);
                    return found[1] ?? '';
                }
                await once(response, 'heard');
            }
        };
    }

    /** Its exit status after the signal. */
    async endBy(signal: NodeJS.Signals): Promise<unknown> {
        const ended = once(this.child, 'exit');
        this.child.kill(signal);
        const [status, by] = await ended;
        return status ?? by;
    }
}

/** A port that nobody takes by chance: systems give free ones from 32768 on. */
export async function quietPort(): Promise<number> {
    for (;;) {
        const port = 20_000 + Math.floor(Math.random() * 12_000);
        const taking = createServer();
        const isFree = await new Promise<boolean>((resolve) => {
            taking.once('error', () => resolve(false));
            taking.listen(port, '127.0.0.1', () => resolve(true));
        });
        if (!isFree) continue;
        await new Promise((resolve) => taking.close(resolve));
        return port;
    }
}

/** The version of a page, as its script compares it. */
export function versionIn({ text }: Reply): string | undefined {
    return /<meta name="crmmap-version" content="([^"]*)">/.exec(text)?.[1];
}

/** A page without its script and style sheets. */
export function markupOf({ text }: Reply): string {
    return text.replace(/<(script|style)>.*?<\/\1>/gs, '');
}
