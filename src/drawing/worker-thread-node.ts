import { Worker } from 'node:worker_threads';
import type { StartDrawingWorker } from './drawing-worker.ts';

/**
 * Starts drawing threads from a script, such as the bundle of `layout-worker-node.ts`. What the thread prints is swallowed: the
 * standard output may be the line to the client.
 */
export function drawingThreads(script: string): StartDrawingWorker {
    return ({ onAnswer, onFailure }) => {
        const worker = new Worker(script, { stdout: true, stderr: true });
        worker.unref();
        let ended = false;
        const fail = (reason: string): void => {
            if (ended) return;
            ended = true;
            onFailure(reason);
        };
        worker.on('message', (answer) => {
            if (!ended) onAnswer(answer);
        });
        worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
        worker.on('exit', (code) => fail(`it ended with status ${code}`));
        return {
            send: (request) => worker.postMessage(request),
            end: () => {
                ended = true;
                void worker.terminate();
            },
        };
    };
}
