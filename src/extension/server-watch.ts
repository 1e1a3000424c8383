import { Disposable, EventEmitter } from 'vscode';
import { Rest } from './rest.ts';
import type { ServerClient } from './server-client.ts';

export type ServerState = 'waiting' | 'running' | 'gone';

/** Tells whether the language server runs, is about to, or has ended. One that was not needed yet is on its way: whoever asks it starts it. */
export class ServerWatch implements Disposable {
    private readonly changes = new EventEmitter<ServerState>();
    readonly onDidChange = this.changes.event;
    private readonly listeners: Disposable;
    private now: ServerState = 'waiting';

    constructor(client: ServerClient) {
        if (client.isRunning()) this.now = 'running';
        const ended = new Rest(() => this.become('gone'));
        this.listeners = Disposable.from(
            this.changes,
            ended,
            client.onDidChangeState((state) => {
                ended.end();
                this.become(state === 'running' ? 'running' : 'waiting');
                // After a crash the client starts it again at once, unless it has given up.
                if (state === 'stopped') ended.begin();
            }),
        );
    }

    get state(): ServerState {
        return this.now;
    }

    dispose(): void {
        this.listeners.dispose();
    }

    private become(state: ServerState): void {
        if (state === this.now) return;
        this.now = state;
        this.changes.fire(state);
    }
}
