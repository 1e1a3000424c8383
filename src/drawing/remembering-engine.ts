import type { ElkNode, LayoutEngine } from '../layout/engine.ts';
import type { HashOf } from './hash.ts';

const remembered = 128;

/** An engine that lays out each graph once: an edit that changes no size and no connection needs no layout. */
export function rememberingEngine(engine: LayoutEngine, hashOf: HashOf): LayoutEngine {
    const known = new Map<string, Promise<ElkNode>>();
    return {
        layout(graph) {
            const hash = hashOf(JSON.stringify(graph));
            const placed = known.get(hash) ?? engine.layout(graph);
            known.delete(hash);
            known.set(hash, placed);
            placed.catch(() => known.delete(hash));
            const [oldest] = known.keys();
            if (known.size > remembered && oldest !== undefined) known.delete(oldest);
            return placed;
        },
    };
}
