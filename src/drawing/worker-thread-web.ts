import {
    type DrawingAnswer,
    type DrawingRequest,
    type DrawingWorker,
    type DrawingWorkerListeners,
    drawingsGlobal,
    type ServeDrawings,
    type StartDrawingWorker,
} from './drawing-worker.ts';

/** What is used of a browser's worker and of its scope. */
interface WebWorker {
    onmessage: (event: { readonly data: unknown }) => void;
    onerror: (event: { readonly message?: string; preventDefault(): void }) => void;
    postMessage(message: unknown): void;
    terminate(): void;
}

interface WorkerScope {
    readonly Worker?: new (address: string) => WebWorker;
    readonly importScripts: (address: string) => void;
}

/** Starts workers of a worker from the address of the script that draws; where a browser has none, it draws on the thread of the caller. */
export function drawingWorkers(script: string): StartDrawingWorker {
    const scope = globalThis as unknown as WorkerScope;
    return (listeners) => (scope.Worker ? nestedWorker(script, scope.Worker, listeners) : sameThread(script, scope, listeners));
}

function nestedWorker(script: string, Worker: NonNullable<WorkerScope['Worker']>, { onAnswer, onFailure }: DrawingWorkerListeners): DrawingWorker {
    const port = '{receive:(listener)=>addEventListener("message",(event)=>listener(event.data)),send:(answer)=>postMessage(answer)}';
    // The script may come from another origin than the page, of which a browser starts no worker; but a worker may load it.
    const start = new Blob([`importScripts(${JSON.stringify(script)});${drawingsGlobal}(${port});`], { type: 'text/javascript' });
    const address = URL.createObjectURL(start);
    const worker = new Worker(address);
    let ended = false;
    const end = (): void => {
        ended = true;
        worker.terminate();
        URL.revokeObjectURL(address);
    };
    worker.onmessage = ({ data }) => {
        if (!ended) onAnswer(data as DrawingAnswer);
    };
    worker.onerror = (event) => {
        event.preventDefault();
        if (ended) return;
        end();
        onFailure(event.message ?? 'the worker did not start');
    };
    return { send: (request) => worker.postMessage(request), end };
}

function sameThread(script: string, scope: WorkerScope, { onAnswer, onFailure }: DrawingWorkerListeners): DrawingWorker {
    let ended = false;
    let draw: ((request: DrawingRequest) => void) | undefined;
    try {
        scope.importScripts(script);
        const serve = (globalThis as Record<string, unknown>)[drawingsGlobal] as ServeDrawings;
        void serve({
            receive: (listener) => (draw = listener),
            send: (answer) => {
                if (!ended) onAnswer(answer);
            },
        });
    } catch (error) {
        queueMicrotask(() => onFailure(error instanceof Error ? error.message : String(error)));
    }
    return { send: (request) => draw?.(request), end: () => void (ended = true) };
}
