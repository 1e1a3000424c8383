import { startDrawingThread } from '../../drawing/layout-worker-node.ts';
import { serveTasks } from '../../drawing/worker-thread-node.ts';
import type { ExportWork, MadeFile } from './export-work.ts';
import { makeFiles } from './make-files.ts';

// The script of the server's threads: one draws what previews show, another one makes files when somebody wants them.

async function start(): Promise<void> {
    const engine = await startDrawingThread();
    serveTasks<ExportWork, MadeFile>((work) => makeFiles(work, engine));
}

void start();
