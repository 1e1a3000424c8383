import path from 'node:path';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { drawingThreads } from './worker-thread-node.ts';
import { startServer } from './server.ts';

startServer({
    connection: createConnection(ProposedFeatures.all),
    ...NodeFileSystem,
    startDrawingWorker: drawingThreads(path.join(__dirname, 'layout-worker.cjs')),
});
