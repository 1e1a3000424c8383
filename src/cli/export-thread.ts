import module from 'node:module';
import { workerData } from 'node:worker_threads';
import type { ThreadData } from './drawers.ts';
import { addObjectGroupBy } from './object-group-by.ts';

// The script of a thread of `export --jobs`.

addObjectGroupBy();
// Only what is imported after this line is kept compiled.
module.enableCompileCache?.();
const [{ serveTasks }, { unitDrawing }] = await Promise.all([import('../drawing/worker-thread-node.ts'), import('./drawing-tools.ts')]);
serveTasks(unitDrawing(workerData as ThreadData));
