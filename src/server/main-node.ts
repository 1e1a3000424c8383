import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { LocalFiles } from './local-files-node.ts';
import { drawingThreads } from './worker-thread-node.ts';
import { startServer } from './server.ts';

const connection = createConnection(ProposedFeatures.all);

// One failed request must not take the editor's other requests with it.
process.on('unhandledRejection', (reason) => connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)));

function today(): string {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

startServer({
    connection,
    fileSystemProvider: () => new LocalFiles(),
    today,
    startDrawingWorker: drawingThreads(path.join(__dirname, 'layout-worker.cjs')),
});
