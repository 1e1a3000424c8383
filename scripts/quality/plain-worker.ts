import { parentPort } from 'node:worker_threads';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import type { ElkNode } from '../../src/layout/engine.ts';

// Places graphs on a thread of its own, so that one that takes too long can be given up.

const engine = createElkEngine();
await engine.layout({ id: 'warm-up', children: [{ id: 'a', width: 1, height: 1 }] });
parentPort?.on('message', async (graph: ElkNode) => {
    const start = performance.now();
    try {
        const placed = await engine.layout(graph);
        parentPort?.postMessage({ placed, time: performance.now() - start });
    } catch (error) {
        parentPort?.postMessage({ error: String(error), time: performance.now() - start });
    }
});
