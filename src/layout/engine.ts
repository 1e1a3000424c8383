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

/** An engine that holds something open, such as a thread. */
export interface ClosableEngine extends LayoutEngine {
    /** Loads the engine, so that the first layout need not wait for it. */
    warm(): void;
    close(): Promise<void>;
}
