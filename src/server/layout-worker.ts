/** A graph to be laid out, as JSON: both sides need it as text, the sender for its hash. */
export interface LayoutRequest {
    readonly id: number;
    readonly graph: string;
}

export type LayoutAnswer = { readonly id: number; readonly graph: string } | { readonly id: number; readonly error: string };

/** A thread of its own that lays out one graph after the other. */
export interface LayoutWorker {
    send(request: LayoutRequest): void;
    /** Ends the thread at once, whatever it is doing. Neither listener hears of it. */
    end(): void;
}

export interface LayoutWorkerListeners {
    readonly onAnswer: (answer: LayoutAnswer) => void;
    /** The thread has ended by itself, and why. */
    readonly onFailure: (reason: string) => void;
}

export type StartLayoutWorker = (listeners: LayoutWorkerListeners) => LayoutWorker;
