import { type CancellationToken, type Disposable, EventEmitter, window, type WorkspaceEdit } from 'vscode';
import type { BaseLanguageClient, HandlerResult, WorkspaceEdit as ServerEdit } from 'vscode-languageclient';

/** Whether the language server runs, is being started, or neither. */
export type ClientState = 'stopped' | 'starting' | 'running';

/**
 * The language client, which is read and started when it is first needed: reading it takes most of the time that the extension would
 * take to become active. Before that, whoever listens is remembered; a question waits, and has the server started.
 */
export class ServerClient implements Disposable {
    private readonly load: () => Promise<BaseLanguageClient>;
    private readonly states = new EventEmitter<ClientState>();
    /** Fires when another state holds. */
    readonly onDidChangeState = this.states.event;
    private readonly waiting: ((client: BaseLanguageClient) => void)[] = [];
    private loading: Promise<BaseLanguageClient> | undefined;
    private client: BaseLanguageClient | undefined;
    private isDisposed = false;

    constructor(load: () => Promise<BaseLanguageClient>) {
        this.load = load;
    }

    isRunning(): boolean {
        return this.client?.isRunning() ?? false;
    }

    /** Starts the server; where it runs already, nothing happens. */
    async start(): Promise<void> {
        await (await this.loaded()).start();
    }

    /** Ends the server, where it runs. */
    async stop(): Promise<void> {
        if (this.isRunning()) await this.client?.stop();
    }

    async sendRequest<Answer>(method: string, params?: object, token?: CancellationToken): Promise<Answer> {
        const client = await this.loaded();
        if (params === undefined) return client.sendRequest<Answer>(method);
        // What is handed over as undefined would be sent as one more parameter.
        return token ? client.sendRequest<Answer>(method, params, token) : client.sendRequest<Answer>(method, params);
    }

    async sendNotification(method: string, params: unknown): Promise<void> {
        await (await this.loaded()).sendNotification(method, params);
    }

    /** Listens as long as there is a client. */
    onNotification<Params>(method: string, handler: (params: Params) => void): void {
        this.whenLoaded((client) => client.onNotification(method, handler));
    }

    /** Answers what the server asks, as long as there is a client. */
    onRequest<Params, Answer>(method: string, handler: (params: Params) => HandlerResult<Answer, void>): void {
        this.whenLoaded((client) => client.onRequest(method, handler));
    }

    /** A change of texts as VS Code makes it. */
    async asWorkspaceEdit(edit: ServerEdit): Promise<WorkspaceEdit> {
        return (await this.loaded()).protocol2CodeConverter.asWorkspaceEdit(edit);
    }

    /** Writes to the output channel what went wrong; `force` has it shown as well. */
    error(message: string, data: unknown, show: false | 'force'): void {
        if (this.client) this.client.error(message, data, show);
        else if (show && !this.isDisposed) void window.showErrorMessage(`${message} ${data instanceof Error ? data.message : String(data)}`);
    }

    dispose(): void {
        this.isDisposed = true;
        this.states.dispose();
        void this.client?.dispose();
    }

    private whenLoaded(act: (client: BaseLanguageClient) => void): void {
        if (this.client) act(this.client);
        else this.waiting.push(act);
    }

    private loaded(): Promise<BaseLanguageClient> {
        this.loading ??= this.loadOnce().catch((error: unknown) => {
            this.loading = undefined;
            throw error;
        });
        return this.loading;
    }

    private async loadOnce(): Promise<BaseLanguageClient> {
        // What is being done is finished first: VS Code, which waits until the extension is active, goes on.
        await new Promise<void>((go) => setTimeout(go));
        const client = await this.load();
        if (this.isDisposed) {
            await client.dispose();
            throw new Error('The extension has ended.');
        }
        this.client = client;
        let last = stateOf(client);
        client.onDidChangeState(() => {
            const state = stateOf(client);
            if (state === last) return;
            last = state;
            this.states.fire(state);
        });
        for (const act of this.waiting.splice(0)) act(client);
        return client;
    }
}

function stateOf(client: BaseLanguageClient): ClientState {
    if (client.isRunning()) return 'running';
    return client.needsStop() ? 'starting' : 'stopped';
}
