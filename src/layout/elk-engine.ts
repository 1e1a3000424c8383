import type { ElkNode, LayoutEngine } from './engine.ts';

interface ElkWorker {
    onmessage: (answer: { readonly data: unknown }) => void;
    postMessage(message: unknown): void;
}

interface Answer {
    readonly id: number;
    readonly data?: ElkNode;
    readonly error?: unknown;
}

interface Waiting {
    readonly resolve: (graph: ElkNode) => void;
    readonly reject: (error: Error) => void;
}

/** ELK on the thread of the caller. It is loaded when the first graph comes. */
export function createElkEngine(): LayoutEngine {
    let loading: Promise<(graph: ElkNode) => Promise<ElkNode>> | undefined;
    return {
        async layout(graph) {
            loading ??= startElk();
            const layout = await loading;
            // ELK writes its results, and marks of its own, into what it is given.
            return layout(JSON.parse(JSON.stringify(graph)) as ElkNode);
        },
    };
}

async function startElk(): Promise<(graph: ElkNode) => Promise<ElkNode>> {
    const Worker = await loadWorker();
    const worker: ElkWorker = new Worker();
    const waiting = new Map<number, Waiting>();
    worker.onmessage = ({ data }) => {
        const answer = data as Answer;
        const request = waiting.get(answer.id);
        waiting.delete(answer.id);
        if (answer.error !== undefined || answer.data === undefined) {
            request?.reject(layoutError(answer.error));
        } else {
            request?.resolve(answer.data);
        }
    };
    // Only the layered algorithm is needed; registering fewer is faster.
    worker.postMessage({ id: 0, cmd: 'register', algorithms: ['layered'] });
    let requests = 0;
    return (graph) =>
        new Promise((resolve, reject) => {
            requests += 1;
            waiting.set(requests, { resolve, reject });
            worker.postMessage({ id: requests, cmd: 'layout', graph });
        });
}

/** Loading ELK in a worker puts its own handler in place of the worker's; that one is put back. */
async function loadWorker(): Promise<new () => ElkWorker> {
    const scope = globalThis as { onmessage?: unknown };
    const hadHandler = 'onmessage' in scope;
    const handler = scope.onmessage;
    const loaded = await import('elkjs/lib/elk-worker.min.js');
    if (hadHandler) {
        scope.onmessage = handler;
    } else {
        delete scope.onmessage;
    }
    const module = 'Worker' in loaded ? loaded : (loaded as { readonly default: typeof loaded }).default;
    return module.Worker;
}

function layoutError(error: unknown): Error {
    const message = (error as { readonly message?: unknown } | undefined)?.message;
    return new Error(`The layout engine cannot place this picture: ${typeof message === 'string' ? message : String(error)}`);
}
