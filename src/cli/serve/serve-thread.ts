import module from 'node:module';
import { workerData } from 'node:worker_threads';
import { addObjectGroupBy } from '../object-group-by.ts';
import type { ServeThreadData } from './draw-served.ts';

// The script of a thread of `serve`.

addObjectGroupBy();
// Only what is imported after this line is kept compiled.
module.enableCompileCache?.();
const [{ serveTasks }, { servedDrawing }] = await Promise.all([import('../../drawing/worker-thread-node.ts'), import('./draw-served.ts')]);
serveTasks(servedDrawing(workerData as ServeThreadData));
