import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { plainSha1 } from '../drawing/hash-plain.ts';
import { drawingWorkers } from '../drawing/worker-thread-web.ts';
import type { WebServerStart } from '../protocol.ts';
import { ClientFiles } from './client-files.ts';
import { startServer } from './server.ts';
import { today } from './today.ts';

// The language server as a worker of a browser. The first message says where the rest of it stands.

type WorkerPort = ConstructorParameters<typeof BrowserMessageReader>[0] & {
    addEventListener(type: 'message', listener: (event: { readonly data: WebServerStart }) => void, options: { readonly once: true }): void;
};

const scope = globalThis as unknown as WorkerPort;

scope.addEventListener(
    'message',
    ({ data: { layout } }: { readonly data: WebServerStart }) => {
        const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
        startServer({
            connection,
            fileSystemProvider: (clientAnswers) => new ClientFiles(connection, clientAnswers),
            today,
            hashOf: plainSha1,
            startDrawingWorker: drawingWorkers(layout),
        });
    },
    { once: true },
);
