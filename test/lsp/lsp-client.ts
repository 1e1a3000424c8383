import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
    type ClientCapabilities,
    ConfigurationRequest,
    createProtocolConnection,
    type Diagnostic,
    DidChangeTextDocumentNotification,
    DidCloseTextDocumentNotification,
    DidOpenTextDocumentNotification,
    ExitNotification,
    InitializedNotification,
    InitializeRequest,
    type InitializeResult,
    type ProtocolConnection,
    PublishDiagnosticsNotification,
    ShutdownRequest,
    StreamMessageReader,
    StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type PreviewContent, type PreviewSubscription, type PreviewThings, previewPicture, previewThings, subscribePreview } from '../../src/protocol.ts';

const server = path.resolve('dist/server.cjs');

/** What the client says of itself. */
export interface LspClientOptions {
    readonly capabilities?: ClientCapabilities;
    readonly options?: unknown;
    /** Settings by section, for a client that is asked for them. */
    readonly settings?: Readonly<Record<string, unknown>>;
    /** The folder of the workspace, where it is not the one that the files stand in. */
    readonly folder?: string;
}

/** The real server in a process of its own, spoken to over stdio as an editor does. Every wait is for a message of the server. */
export class LspClient {
    readonly connection: ProtocolConnection;
    readonly capabilities: InitializeResult['capabilities'];
    /** Every picture that came, in order. */
    readonly pictures: PreviewContent[] = [];
    /** What was told of the things of maps, in order. */
    readonly things: PreviewThings[] = [];
    private readonly process: ChildProcess;
    private readonly folder: string;
    private readonly diagnostics = new Map<string, readonly Diagnostic[]>();
    private readonly versions = new Map<string, number>();
    private readonly watchers = new Set<() => void>();
    /** Why the server is no longer there, once it has ended. */
    private end: string | undefined;

    private constructor(process: ChildProcess, connection: ProtocolConnection, folder: string, capabilities: InitializeResult['capabilities']) {
        this.process = process;
        this.connection = connection;
        this.folder = folder;
        this.capabilities = capabilities;
        process.once('exit', (code, signal) => {
            this.end = `The server ended with ${signal ?? `status ${code}`}.`;
            this.tell();
        });
        connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
            this.diagnostics.set(uri, diagnostics);
            this.tell();
        });
        connection.onNotification(previewPicture, (content: PreviewContent) => {
            this.pictures.push(content);
            this.tell();
        });
        connection.onNotification(previewThings, (things: PreviewThings) => {
            this.things.push(things);
            this.tell();
        });
    }

    /** Starts the server on a folder with these files, named by their paths in it; the client may say what it can, and how it is set. */
    static async start(
        files: Readonly<Record<string, string>> = {},
        { capabilities: own, options, settings, folder: workspace = '' }: LspClientOptions = {},
    ): Promise<LspClient> {
        const folder = mkdtempSync(path.join(tmpdir(), 'crmmap-lsp-'));
        for (const [name, text] of Object.entries(files)) writeIn(folder, name, text);
        const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
        connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ section = '' }) => settings?.[section] ?? null));
        connection.listen();
        const uri = pathToFileURL(path.join(folder, workspace)).href;
        const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
            processId: process.pid,
            rootUri: uri,
            workspaceFolders: [{ uri, name: 'test' }],
            capabilities: own ?? {},
            initializationOptions: options,
        });
        const client = new LspClient(child, connection, folder, capabilities);
        await connection.sendNotification(InitializedNotification.type, {});
        return client;
    }

    uri(name: string): string {
        return pathToFileURL(path.join(this.folder, name)).href;
    }

    /** Writes a file to the disk; the server is not told. */
    write(name: string, text: string): void {
        writeIn(this.folder, name, text);
    }

    remove(name: string): void {
        rmSync(path.join(this.folder, name));
    }

    async open(name: string, text: string): Promise<string> {
        const uri = this.uri(name);
        this.versions.set(uri, 1);
        await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'crmmap', version: 1, text } });
        return uri;
    }

    /** Replaces the whole text of an open file. Returns its new version. */
    async change(uri: string, text: string): Promise<number> {
        const version = (this.versions.get(uri) ?? 0) + 1;
        this.versions.set(uri, version);
        await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges: [{ text }] });
        return version;
    }

    close(uri: string): Promise<void> {
        return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    }

    subscribe(subscription: PreviewSubscription): Promise<void> {
        return this.connection.sendRequest(subscribePreview, subscription);
    }

    /** The diagnostics of a file, once they are as wanted. */
    diagnosticsOf(uri: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
        return this.until(() => {
            const known = this.diagnostics.get(uri);
            return known && wanted(known) ? known : undefined;
        });
    }

    /** The first picture that is as wanted. */
    picture(wanted: (content: PreviewContent) => boolean): Promise<PreviewContent> {
        return this.until(() => this.pictures.find(wanted));
    }

    /** The first telling of a map's things that is as wanted. */
    thingsOf(wanted: (things: PreviewThings) => boolean): Promise<PreviewThings> {
        return this.until(() => this.things.find(wanted));
    }

    async stop(): Promise<void> {
        if (this.end === undefined) {
            const ended = new Promise((resolve) => this.process.once('exit', resolve));
            await this.connection.sendRequest(ShutdownRequest.type);
            await this.connection.sendNotification(ExitNotification.type);
            await ended;
        }
        this.connection.dispose();
        rmSync(this.folder, { recursive: true, force: true });
    }

    private until<T>(found: () => T | undefined): Promise<T> {
        return new Promise((resolve, reject) => {
            const look = (): void => {
                const value = found();
                if (value === undefined && this.end === undefined) return;
                this.watchers.delete(look);
                if (value === undefined) reject(new Error(this.end));
                else resolve(value);
            };
            this.watchers.add(look);
            look();
        });
    }

    private tell(): void {
        for (const look of this.watchers) look();
    }
}

function writeIn(folder: string, name: string, text: string): void {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
}
