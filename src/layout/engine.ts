import type { ElkNode } from 'elkjs/lib/elk-api.js';

export type { ElkExtendedEdge, ElkLabel, ElkNode, ElkPoint, ElkPort } from 'elkjs/lib/elk-api.js';

/** Gives the nodes and edges of a graph their places. */
export interface LayoutEngine {
    /**
     * A copy of the graph with places; the graph itself stays as it is. Rejects with an Error where the graph is not sound, or the
     * engine was closed before it was done.
     */
    layout(graph: ElkNode): Promise<ElkNode>;
}
