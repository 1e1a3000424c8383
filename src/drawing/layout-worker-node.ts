import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { LayoutEngine } from '../layout/engine.ts';
import { type DrawingRequest, drawingsGlobal, type ServeDrawings } from './drawing-worker.ts';
import { sha1 } from './hash-node.ts';

/**
 * Makes this thread a drawing thread: it loads what draws, which stands beside it in a file that browsers load as well. Gives the engine
 * that it draws with, once it is ready.
 */
export function startDrawingThread(): Promise<LayoutEngine> {
    const script = fileURLToPath(new URL('./web/layout.js', import.meta.url));
    vm.runInThisContext(readFileSync(script, 'utf8'), { filename: script });
    const serve = (globalThis as Record<string, unknown>)[drawingsGlobal] as ServeDrawings;
    const receive = (listener: (request: DrawingRequest) => void): void => {
        parentPort?.on('message', (message: DrawingRequest | object) => {
            if ('diagram' in message) listener(message);
        });
    };
    return serve({ receive, send: (answer) => parentPort?.postMessage(answer) }, sha1);
}
