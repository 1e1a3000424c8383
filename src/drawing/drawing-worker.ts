import type { LayoutEngine } from '../layout/engine.ts';
import type { HashOf } from './hash.ts';

/**
 * A diagram to be laid out and drawn, as JSON: both sides need it as text, the sender for its hash. It may also be the question for the
 * places of a landscape, which are answered as JSON in place of a picture (`draw-here.ts`).
 */
export interface DrawingRequest {
    readonly id: number;
    readonly diagram: string;
}

export type DrawingAnswer = { readonly id: number; readonly svg: string } | { readonly id: number; readonly error: string };

/** A thread of its own that draws one diagram after the other. */
export interface DrawingWorker {
    send(request: DrawingRequest): void;
    /** Ends the thread at once, whatever it is doing. Neither listener hears of it. */
    end(): void;
}

export interface DrawingWorkerListeners {
    readonly onAnswer: (answer: DrawingAnswer) => void;
    /** The thread has ended by itself, and why. */
    readonly onFailure: (reason: string) => void;
}

export type StartDrawingWorker = (listeners: DrawingWorkerListeners) => DrawingWorker;

/** The line from a drawing thread to whoever started it. */
export interface DrawingPort {
    receive(listener: (request: DrawingRequest) => void): void;
    send(answer: DrawingAnswer): void;
}

/** Under this name the script that draws leaves its `ServeDrawings` in the global scope: Node and browsers load the same file. */
export const drawingsGlobal = 'crmmapServeDrawings';

/** Serves a port, and gives the engine once it is ready. Its own hash stands in where none is handed in. */
export type ServeDrawings = (port: DrawingPort, hashOf?: HashOf) => Promise<LayoutEngine>;
