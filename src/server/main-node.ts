import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { sha1 } from '../drawing/hash-node.ts';
import { ClientFiles } from './client-files.ts';
import { boundHeap } from './bounded-heap-node.ts';
import { LocalFiles } from './local-files-node.ts';
import { drawingThreads, threadsOf } from '../drawing/worker-thread-node.ts';
import { startServer } from './server.ts';
import { today } from './today.ts';

boundHeap();

const connection = createConnection(ProposedFeatures.all);

// One failed request must not take the editor's other requests with it.
process.on('unhandledRejection', (reason) => connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)));

const threads = path.join(__dirname, 'layout-worker.cjs');

startServer({
    connection,
    fileSystemProvider: (clientAnswers) => new LocalFiles(new ClientFiles(connection, clientAnswers)),
    today,
    hashOf: sha1,
    startDrawingWorker: drawingThreads(threads),
    startExportThread: threadsOf(threads),
});
