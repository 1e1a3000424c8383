import type { ThreadData } from './drawers.ts';
import type { ServeThreadData } from './serve/draw-served.ts';

/** What a thread does for its whole life: draws units, or what `serve` shows. */
export type ThreadWork = { readonly draw: ThreadData } | { readonly serve: ServeThreadData };

/** The script of threads is that of the program. */
export const threadScript = new URL('../cli.js', import.meta.url);

/**
 * Makes this thread one of a pool.
 *
 * @param onWarm called once, when it has done its first task
 */
export async function beThread(work: ThreadWork, onWarm: () => void): Promise<void> {
    const { serveTasks } = await import('../drawing/worker-thread-node.ts');
    if ('draw' in work) serveTasks((await import('./drawing-tools.ts')).unitDrawing(work.draw), onWarm);
    else serveTasks((await import('./serve/draw-served.ts')).servedDrawing(work.serve), onWarm);
}
