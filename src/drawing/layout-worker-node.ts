import { parentPort } from 'node:worker_threads';
import { createElkEngine } from '../layout/elk-engine.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { type Diagram, placeDiagram } from '../pipeline.ts';
import { renderSvg } from '../render/svg.ts';
import type { DrawingAnswer, DrawingRequest } from './drawing-worker.ts';
import { sha1 } from './hash-node.ts';
import { rememberingEngine } from './remembering-engine.ts';

// The work of a drawing thread: diagrams come in as JSON, and go back as SVG.

async function answer(engine: LayoutEngine, { id, diagram }: DrawingRequest): Promise<DrawingAnswer> {
    try {
        return { id, svg: renderSvg(await placeDiagram(JSON.parse(diagram) as Diagram, engine)) };
    } catch (error) {
        return { id, error: error instanceof Error ? error.message : String(error) };
    }
}

/** Makes this thread a drawing thread. Loads ELK before it takes the first diagram; those sent meanwhile wait. Gives the engine that it draws with. */
export async function startDrawingThread(): Promise<LayoutEngine> {
    const engine = rememberingEngine(createElkEngine(), sha1);
    await engine.layout({ id: 'warm-up', children: [{ id: 'a', width: 1, height: 1 }] });
    parentPort?.on('message', async (message: DrawingRequest | object) => {
        if ('diagram' in message) parentPort?.postMessage(await answer(engine, message));
    });
    return engine;
}
