import { beforeEach, expect, test, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ServerClient } from '../../src/extension/server-client.ts';

const shown = vi.hoisted((): string[] => []);

vi.mock('vscode', () => ({
    EventEmitter: class {
        private readonly listeners: ((value: unknown) => void)[] = [];
        readonly event = (listener: (value: unknown) => void): void => void this.listeners.push(listener);
        fire(value: unknown): void {
            for (const listener of this.listeners) listener(value);
        }
        dispose(): void {
            this.listeners.length = 0;
        }
    },
    window: { showErrorMessage: (message: string) => shown.push(message) },
}));

/** A language client that notes down what it is asked to do. */
function fakeClient() {
    const done: string[] = [];
    let now = 'stopped';
    let changed = (): void => undefined;
    const become = (state: string): void => {
        now = state;
        changed();
    };
    const client = {
        isRunning: () => now === 'running',
        needsStop: () => now !== 'stopped',
        onDidChangeState: (listener: () => void) => (changed = listener),
        onNotification: (method: string) => done.push(`hear ${method}`),
        onRequest: (method: string) => done.push(`answer ${method}`),
        sendRequest: async (method: string, ...params: unknown[]) => `${method} ${JSON.stringify(params)}`,
        start: async () => {
            done.push('start');
            become('starting');
            // Once more the same: whoever listens hears of it once.
            become('starting');
            become('running');
        },
        stop: async () => {
            done.push('stop');
            become('stopped');
        },
        dispose: async () => void done.push('dispose'),
    };
    return { client: client as unknown as BaseLanguageClient, done };
}

beforeEach(() => void shown.splice(0));

test('questions that come at once have the client loaded once, and what listened before hears of the server', async () => {
    const { client, done } = fakeClient();
    const load = vi.fn(async () => client);
    const server = new ServerClient(load);
    const states: string[] = [];
    server.onDidChangeState((state) => void states.push(state));
    server.onNotification('news', () => undefined);
    server.onRequest('file', () => undefined);
    expect(load).not.toHaveBeenCalled();

    const answers = await Promise.all([server.sendRequest('one'), server.sendRequest('two', { uri: 'a' }), server.start()]);
    expect(answers.slice(0, 2)).toEqual(['one []', 'two [{"uri":"a"}]']);
    expect(load).toHaveBeenCalledOnce();
    expect(done).toEqual(['hear news', 'answer file', 'start']);
    expect(states).toEqual(['starting', 'running']);

    await server.stop();
    await server.stop();
    expect(done.filter((what) => what === 'stop')).toEqual(['stop']);
});

test('a client that could not be loaded is loaded again by the next question', async () => {
    const { client, done } = fakeClient();
    const load = vi.fn(async () => client).mockRejectedValueOnce(new Error('no such file'));
    const server = new ServerClient(load);
    server.onNotification('news', () => undefined);
    await expect(server.sendRequest('one')).rejects.toThrow('no such file');
    await expect(server.sendRequest('one')).resolves.toBe('one []');
    expect(done).toEqual(['hear news']);
});

test('an extension that ends while its client is loaded leaves none behind, and complains of nothing', async () => {
    const { client, done } = fakeClient();
    const server = new ServerClient(async () => client);
    const started = server.start().catch((error: unknown) => server.error('It did not start.', error, 'force'));
    server.dispose();
    await started;
    expect(done).toEqual(['dispose']);
    expect(shown).toEqual([]);
});
