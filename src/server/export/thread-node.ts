import { startDrawingThread } from '../../drawing/layout-worker-node.ts';
import { serveTasks } from '../../drawing/worker-thread-node.ts';
import type { ExportWork, MadeFile } from './export-work.ts';
import { makeFiles } from './make-files.ts';

// The script of the server's threads: one draws what previews show, another one makes files when somebody wants them. Both listen from
// the start, as messages that nobody listens to are lost.

const engine = startDrawingThread();

serveTasks<ExportWork, MadeFile>(async function* (work) {
    yield* makeFiles(work, await engine);
});
