import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import type { WebServerStart } from '../protocol.ts';
import { clientOptions } from './client-options.ts';
import { languageId } from './names.ts';

/** What is used of a browser's worker. */
type WebWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & {
    postMessage(message: unknown): void;
    terminate(): void;
};

declare const Worker: new (address: string) => WebWorker;

/** The client of the language server in a browser, where the server is a worker. Each start has a worker of its own. */
export function createClient(context: ExtensionContext): LanguageClient {
    const file = (name: string): string => Uri.joinPath(context.extensionUri, 'dist', 'web', name).toString(true);
    let last: WebWorker | undefined;
    const start = async (): Promise<MessageTransports> => {
        // One that hangs does not end by itself.
        last?.terminate();
        const worker = new Worker(file('server.js'));
        last = worker;
        const message: WebServerStart = { layout: file('layout.js') };
        worker.postMessage(message);
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    context.subscriptions.push({ dispose: () => last?.terminate() });
    return new LanguageClient(languageId, 'CRM Map', start, clientOptions());
}
