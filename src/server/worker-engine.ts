import type { LayoutEngine } from '../layout/engine.ts';
import type { LayoutClient } from './layout-client.ts';

/** The layout engine in its thread, for one drawing: its layouts are dropped once the signal is aborted. */
export function workerEngine(client: LayoutClient, signal: AbortSignal): LayoutEngine {
    return { layout: async (graph) => JSON.parse(await client.layout(JSON.stringify(graph), signal)) };
}
