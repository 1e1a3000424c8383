import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as rpc from 'vscode-languageserver/node';

type Diagnostic = rpc.Diagnostic;

/** When the diagnostics of a file came, on the clock of `performance.now()`. */
interface Arrival {
    readonly at: number;
    readonly uri: string;
    readonly version: number | undefined;
    readonly diagnostics: readonly Diagnostic[];
}

/** What the machine saw of the server, in MB. */
export interface Memory {
    readonly rssPeak: number;
    readonly rss: number;
    readonly heapUsed: number;
}

/** The server in a process of its own, on a folder with these files; it notes when every message came. */
export class BenchClient {
    readonly connection: rpc.ProtocolConnection;
    /** When `initialize` was sent. */
    readonly started: number;
    readonly arrivals: Arrival[] = [];
    private readonly child: ChildProcess;
    private readonly folder: string;
    private readonly exitNotes: string;
    private readonly texts = new Map<string, { text: string; version: number }>();
    private readonly waiters = new Set<() => void>();

    private constructor(child: ChildProcess, connection: rpc.ProtocolConnection, folder: string, exitNotes: string, started: number) {
        this.child = child;
        this.connection = connection;
        this.folder = folder;
        this.exitNotes = exitNotes;
        this.started = started;
        connection.onNotification(rpc.PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
            this.arrivals.push({ at: performance.now(), uri, version, diagnostics });
            const waiters = [...this.waiters];
            this.waiters.clear();
            for (const wake of waiters) wake();
        });
    }

    static async start(server: string, files: ReadonlyMap<string, string>, nodeOptions: readonly string[] = []): Promise<BenchClient> {
        const folder = mkdtempSync(path.join(tmpdir(), 'crmmap-bench-'));
        for (const [name, text] of files) {
            mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
            writeFileSync(path.join(folder, name), text);
        }
        const exitNotes = path.join(folder, '.memory.json');
        const note = `import{writeFileSync}from'node:fs';process.on('exit',()=>{globalThis.gc?.();writeFileSync(${JSON.stringify(exitNotes)},JSON.stringify(process.memoryUsage()))})`;
        const preload = `data:text/javascript,${encodeURIComponent(note)}`;
        const child = spawn(process.execPath, [...nodeOptions, '--expose-gc', '--import', preload, server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        const connection = rpc.createProtocolConnection(new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
        connection.listen();
        const uri = pathToFileURL(folder).href;
        const started = performance.now();
        await connection.sendRequest(rpc.InitializeRequest.type, {
            processId: process.pid,
            rootUri: uri,
            workspaceFolders: [{ uri, name: 'bench' }],
            capabilities: {},
        });
        const client = new BenchClient(child, connection, folder, exitNotes, started);
        await connection.sendNotification(rpc.InitializedNotification.type, {});
        return client;
    }

    uri(name: string): string {
        return pathToFileURL(path.join(this.folder, name)).href;
    }

    textOf(uri: string): string {
        return this.texts.get(uri)?.text ?? '';
    }

    async open(name: string, text: string): Promise<string> {
        const uri = this.uri(name);
        this.texts.set(uri, { text, version: 1 });
        await this.connection.sendNotification(rpc.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'crmmap', version: 1, text } });
        return uri;
    }

    /** Replaces a part of an open file, as a keystroke does. Returns the new version. */
    async edit(uri: string, offset: number, length: number, inserted: string): Promise<number> {
        const before = this.texts.get(uri) ?? { text: '', version: 0 };
        const version = before.version + 1;
        const range = { start: positionAt(before.text, offset), end: positionAt(before.text, offset + length) };
        this.texts.set(uri, { text: before.text.slice(0, offset) + inserted + before.text.slice(offset + length), version });
        await this.connection.sendNotification(rpc.DidChangeTextDocumentNotification.type, {
            textDocument: { uri, version },
            contentChanges: [{ range, text: inserted }],
        });
        return version;
    }

    positionAt(uri: string, offset: number): rpc.Position {
        return positionAt(this.textOf(uri), offset);
    }

    /** The first arrival of a file's diagnostics for this version or a newer one. */
    async diagnosed(uri: string, version: number, from = 0): Promise<Arrival> {
        for (;;) {
            const found = this.arrivals.find((one, index) => index >= from && one.uri === uri && (one.version ?? version) >= version);
            if (found) return found;
            await new Promise<void>((resolve) => this.waiters.add(resolve));
        }
    }

    /** How long the server has worked on all its threads, in milliseconds of processor time; a busy machine changes it little. 0 where it cannot be told. */
    worked(): number {
        try {
            const tasks = `/proc/${this.child.pid}/task`;
            // Nanoseconds on a processor, then what was waited for one.
            return readdirSync(tasks).reduce((sum, task) => sum + Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6;
        } catch {
            return 0;
        }
    }

    /** Resolves once some message has come, and then none for so long. */
    async quiet(ms: number): Promise<void> {
        for (;;) {
            const before = this.arrivals.length;
            await new Promise((resolve) => setTimeout(resolve, ms));
            if (before > 0 && this.arrivals.length === before) return;
        }
    }

    rss(): number {
        return this.status('VmRSS');
    }

    /** Ends the server, and says what memory it took. */
    async stop(): Promise<Memory> {
        const rssPeak = this.status('VmHWM');
        const rss = this.status('VmRSS');
        const ended = new Promise((resolve) => this.child.once('exit', resolve));
        await this.connection.sendRequest(rpc.ShutdownRequest.type);
        await this.connection.sendNotification(rpc.ExitNotification.type);
        await ended;
        const { heapUsed } = JSON.parse(readFileSync(this.exitNotes, 'utf8')) as { heapUsed: number };
        this.connection.dispose();
        rmSync(this.folder, { recursive: true, force: true });
        return { rssPeak, rss, heapUsed: Math.round(heapUsed / 2 ** 20) };
    }

    /** A figure that Linux keeps of a process, in MB; 0 elsewhere. */
    private status(key: string): number {
        try {
            const kb = new RegExp(`${key}:\\s+(\\d+)`).exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))?.[1];
            return Math.round(Number(kb ?? 0) / 1024);
        } catch {
            return 0;
        }
    }
}

function positionAt(text: string, offset: number): rpc.Position {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}
