import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { LandscapeGraph } from '../diagram/landscape/landscape-parts.ts';
import type { LandscapePlaces } from './landscape/remembered.ts';

export type { ElkExtendedEdge, ElkLabel, ElkNode, ElkPoint, ElkPort } from 'elkjs/lib/elk-api.js';

/** Gives the nodes and edges of a graph their places. */
export interface LayoutEngine {
    /**
     * A copy of the graph with places; the graph itself stays as it is. Rejects with an Error where the graph is not sound, or the
     * engine was closed before it was done.
     */
    layout(graph: ElkNode): Promise<ElkNode>;
    /** Places a landscape as a whole, where that is not done by the caller, but elsewhere: with `landscapePlaces`. Rejects as `layout` does. */
    landscape?(graph: LandscapeGraph, leastWidth: number): Promise<LandscapePlaces>;
}
