import { parentPort } from 'node:worker_threads';
import { createElkEngine } from '../layout/elk-engine.ts';
import type { ElkNode, LayoutEngine } from '../layout/engine.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-worker.ts';

// The script of the layout thread: graphs come in as JSON, and go back with places.

async function answer(engine: LayoutEngine, { id, graph }: LayoutRequest): Promise<LayoutAnswer> {
    try {
        return { id, graph: JSON.stringify(await engine.layout(JSON.parse(graph) as ElkNode)) };
    } catch (error) {
        return { id, error: error instanceof Error ? error.message : String(error) };
    }
}

/** Loads ELK before it takes the first graph; those sent meanwhile wait. */
async function start(): Promise<void> {
    const engine = createElkEngine();
    await engine.layout({ id: 'warm-up', children: [{ id: 'a', width: 1, height: 1 }] });
    parentPort?.on('message', async (request: LayoutRequest) => parentPort?.postMessage(await answer(engine, request)));
}

void start();
