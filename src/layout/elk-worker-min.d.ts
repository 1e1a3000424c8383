declare module 'elkjs/lib/elk-worker.min.js' {
    /** ELK behind the interface of a worker, on the same thread. */
    class FakeWorker {
        onmessage: (answer: { readonly data: unknown }) => void;
        postMessage(message: unknown): void;
    }
    const elk: { readonly Worker: typeof FakeWorker; readonly default: typeof FakeWorker | { readonly Worker: typeof FakeWorker } };
    export = elk;
}
