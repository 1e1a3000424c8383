import { createHash } from 'node:crypto';
import type { ElkNode, LayoutEngine } from '../layout/engine.ts';

const remembered = 128;

/** An engine that lays out each graph once: an edit that changes no size and no connection needs no layout. */
export function rememberingEngine(engine: LayoutEngine): LayoutEngine {
    const known = new Map<string, Promise<ElkNode>>();
    return {
        layout(graph) {
            const hash = createHash('sha1').update(JSON.stringify(graph)).digest('base64');
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
