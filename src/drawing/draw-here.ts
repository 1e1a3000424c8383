import type { LandscapeGraph } from '../diagram/landscape/landscape-parts.ts';
import type { Memory } from '../diagram/memory.ts';
import type { LayoutEngine } from '../layout/engine.ts';
import type { LandscapePlaces } from '../layout/landscape/remembered.ts';
import { type Diagram, placeDiagram } from '../pipeline.ts';
import { renderSvg } from '../render/svg.ts';
import { DrawingAbandoned } from './drawing-client.ts';

/** What a drawing thread is asked for instead of a picture: only the places of what is in a landscape. */
export interface PlacesQuestion {
    readonly graph: LandscapeGraph;
    readonly leastWidth: number;
}

/** Has a thread answer what is asked as JSON; it is dropped once the signal is aborted. */
export type AskThread = (question: string, signal: AbortSignal) => Promise<string>;

/**
 * Draws a diagram. Of a landscape only the places are asked for, and only where the memory has none for what is of this size: what an
 * edit has left as it was is neither sent nor drawn again. Other pictures the thread draws as a whole.
 *
 * @throws DrawingAbandoned once the signal is aborted; else what the thread throws
 */
export async function drawHere(diagram: Diagram, memory: Memory, ask: AskThread, signal: AbortSignal): Promise<string> {
    if (diagram.kind !== 'landscape') return ask(JSON.stringify(diagram), signal);
    const engine: LayoutEngine = {
        layout: () => Promise.reject(new Error('A graph is placed with its landscape.')),
        landscape: async (graph, leastWidth) => {
            const question: PlacesQuestion = { graph, leastWidth };
            return JSON.parse(await ask(JSON.stringify(question), signal)) as LandscapePlaces;
        },
    };
    for (;;) {
        try {
            const placed = await placeDiagram(diagram, engine, memory);
            if (signal.aborted) throw new DrawingAbandoned();
            return renderSvg(placed, memory);
        } catch (error) {
            // The places may have been asked for by a picture that this one has taken the place of.
            if (signal.aborted || !(error instanceof DrawingAbandoned)) throw error;
        }
    }
}
