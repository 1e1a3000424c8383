import { Worker } from 'node:worker_threads';
import type { ElkNode } from '../../src/layout/engine.ts';

export interface PlainAnswer {
    readonly placed?: ElkNode;
    /** In ms. */
    readonly time: number;
}

/** Plain ELK in a worker; it is given up after so many ms, and then the answer has no graph. */
export function createPlainEngine(mostTime: number): { readonly layout: (graph: ElkNode) => Promise<PlainAnswer>; readonly close: () => Promise<void> } {
    let worker: Worker | undefined;
    return {
        layout: (graph) =>
            new Promise((resolve) => {
                const own = worker ?? new Worker(new URL('plain-worker.ts', import.meta.url));
                worker = own;
                const answer = (found: PlainAnswer): void => {
                    clearTimeout(timer);
                    own.off('message', answer);
                    resolve(found);
                };
                const timer = setTimeout(() => {
                    worker = undefined;
                    void own.terminate();
                    answer({ time: mostTime });
                }, mostTime);
                own.on('message', answer);
                own.postMessage(graph);
            }),
        close: async () => {
            await worker?.terminate();
        },
    };
}
