import { Disposable, EventEmitter } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

export type ServerState = 'waiting' | 'running' | 'gone';

/** Tells whether the language server runs, is about to, or has ended. One that was not needed yet is on its way: whoever asks it starts it. */
export class ServerWatch implements Disposable {
    private readonly changes = new EventEmitter<ServerState>();
    readonly onDidChange = this.changes.event;
    private readonly listeners: Disposable;
    private now: ServerState = 'waiting';

    constructor(client: BaseLanguageClient) {
        if (client.isRunning()) this.now = 'running';
        this.listeners = Disposable.from(
            this.changes,
            client.onDidChangeState(({ newState }) => {
                this.now = newState === State.Running ? 'running' : newState === State.Starting ? 'waiting' : 'gone';
                this.changes.fire(this.now);
            }),
        );
    }

    get state(): ServerState {
        return this.now;
    }

    dispose(): void {
        this.listeners.dispose();
    }
}
