import { parentPort, Worker, type WorkerOptions } from 'node:worker_threads';
import type { DrawingAnswer, DrawingRequest, StartDrawingWorker } from './drawing-worker.ts';
import type { StartThread, TaskAnswer, TaskMessage } from './thread-pool.ts';

/**
 * Starts threads from a script. What such a thread prints is swallowed: the standard output may be the line to a client, or a result.
 */
export function threadsOf<In, Out>(script: string | URL, options: Pick<WorkerOptions, 'workerData' | 'resourceLimits'> = {}): StartThread<In, Out> {
    return ({ onMessage, onFailure }) => {
        const worker = new Worker(script, { ...options, stdout: true, stderr: true });
        worker.unref();
        let ended = false;
        const fail = (reason: string): void => {
            if (ended) return;
            ended = true;
            onFailure(reason);
        };
        worker.on('message', (message) => {
            if (!ended) onMessage(message);
        });
        worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
        worker.on('exit', (code) => fail(`it ended with status ${code}`));
        return {
            send: (message) => worker.postMessage(message),
            end: () => {
                ended = true;
                void worker.terminate();
            },
        };
    };
}

/** Starts drawing threads from a script, such as the bundle of `layout-worker-node.ts`. */
export function drawingThreads(script: string): StartDrawingWorker {
    const start = threadsOf<DrawingRequest, DrawingAnswer>(script);
    return ({ onAnswer, onFailure }) => start({ onMessage: onAnswer, onFailure });
}

/**
 * In a thread of a pool: does its tasks, one after the other; other messages are left to others.
 *
 * @param onWarm called once, after the first task
 */
export function serveTasks<Task, Event>(work: (task: Task) => AsyncIterable<Event>, onWarm: () => void = () => undefined): void {
    let isWarm = false;
    const answer = (message: TaskAnswer<Event>): void => parentPort?.postMessage(message);
    parentPort?.on('message', async (message: TaskMessage<Task> | object) => {
        if (!('task' in message)) return;
        try {
            for await (const event of work(message.task)) answer({ event });
            answer({ done: true });
        } catch (error) {
            answer({ fault: error instanceof Error ? error.message : String(error) });
        }
        if (!isWarm) onWarm();
        isWarm = true;
    });
}
