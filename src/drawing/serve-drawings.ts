import { createMemory, type Memory } from '../diagram/memory.ts';
import { createElkEngine } from '../layout/elk-engine.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import { type Diagram, placeDiagram } from '../pipeline.ts';
import { renderSvg } from '../render/svg.ts';
import { landscapePlaces } from '../layout/landscape/remembered.ts';
import type { PlacesQuestion } from './draw-here.ts';
import type { DrawingAnswer, DrawingPort, DrawingRequest } from './drawing-worker.ts';
import type { HashOf } from './hash.ts';
import { rememberingEngine } from './remembering-engine.ts';

/** Draws what comes in as JSON, and sends it back as SVG; gives the engine once it is ready. ELK is loaded before the first diagram comes; those sent meanwhile wait. */
export async function serveDrawings(port: DrawingPort, hashOf: HashOf): Promise<LayoutEngine> {
    const engine = rememberingEngine(createElkEngine(), hashOf);
    const memory = createMemory();
    const warm = engine.layout({ id: 'warm-up', children: [{ id: 'a', width: 1, height: 1 }] });
    port.receive(async (request) => {
        await warm;
        port.send(await answer(engine, memory, request));
    });
    await warm;
    return engine;
}

async function answer(engine: LayoutEngine, memory: Memory, { id, diagram }: DrawingRequest): Promise<DrawingAnswer> {
    try {
        const asked = JSON.parse(diagram) as Diagram | PlacesQuestion;
        if ('leastWidth' in asked) return { id, svg: JSON.stringify(await landscapePlaces(asked.graph, engine, asked.leastWidth)) };
        return { id, svg: renderSvg(await placeDiagram(asked, engine, memory), memory) };
    } catch (error) {
        return { id, error: error instanceof Error ? error.message : String(error) };
    }
}
