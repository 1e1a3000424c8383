import type { DrawingAnswer, DrawingWorker, StartDrawingWorker } from './drawing-worker.ts';
import type { HashOf } from './hash.ts';

/** Says that nobody waits for this picture any more. */
export class DrawingAbandoned extends Error {
    constructor() {
        super('The picture is no longer needed.');
    }
}

/** The thread has come to an end by itself; another one may do better. */
export class DrawingThreadEnded extends Error {}

export interface DrawingLimits {
    /** A drawing that nobody waits for any more may hold up another one for so long; then its thread is ended. */
    readonly patienceMs: number;
    /** No drawing takes longer; then its thread is ended and the request fails. */
    readonly longestMs: number;
    /** How many pictures are remembered. */
    readonly remembered: number;
}

const usualLimits: DrawingLimits = { patienceMs: 800, longestMs: 60_000, remembered: 16 };

interface Waiter {
    readonly resolve: (svg: string) => void;
    readonly reject: (error: Error) => void;
}

interface Job {
    readonly id: number;
    readonly hash: string;
    readonly diagram: string;
    readonly waiters: Set<Waiter>;
    /** Nobody looks at it yet: it makes way for what somebody waits for. */
    isLater: boolean;
}

/**
 * Has diagrams laid out and drawn in a thread that is kept warm, one at a time. A diagram that was drawn before is answered from
 * memory, equal diagrams are drawn once, what is abandoned is dropped.
 */
export class DrawingClient {
    private readonly startWorker: StartDrawingWorker;
    private readonly hashOf: HashOf;
    private readonly limits: DrawingLimits;
    private readonly known = new Map<string, string>();
    private readonly queue: Job[] = [];
    private worker: DrawingWorker | undefined;
    private running: Job | undefined;
    private longest: ReturnType<typeof setTimeout> | undefined;
    private patience: ReturnType<typeof setTimeout> | undefined;
    private lastId = 0;

    constructor(startWorker: StartDrawingWorker, hashOf: HashOf, limits: Partial<DrawingLimits> = {}) {
        this.startWorker = startWorker;
        this.hashOf = hashOf;
        this.limits = { ...usualLimits, ...limits };
    }

    /**
     * Draws a diagram, given as JSON, as SVG; `later` what is only drawn while nothing else is to be drawn.
     *
     * @throws DrawingAbandoned once the signal is aborted; else an Error with the engine's words, or about a thread that was ended
     */
    draw(diagram: string, signal: AbortSignal, when: 'now' | 'later' = 'now'): Promise<string> {
        if (signal.aborted) return Promise.reject(new DrawingAbandoned());
        const hash = this.hashOf(diagram);
        const known = this.known.get(hash);
        if (known !== undefined) {
            this.remember(hash, known);
            return Promise.resolve(known);
        }
        return new Promise((resolve, reject) => {
            const job = this.jobFor(hash, diagram, when === 'later');
            const waiter: Waiter = { resolve, reject };
            job.waiters.add(waiter);
            signal.addEventListener('abort', () => this.abandon(job, waiter), { once: true });
            this.next();
        });
    }

    /** Starts the thread, so that the first drawing does not wait for it. */
    warmUp(): void {
        this.worker ??= this.newWorker();
    }

    /** Ends the thread and everything that waits for it. */
    end(): void {
        const open = [...(this.running ? [this.running] : []), ...this.queue.splice(0)];
        this.endWorker();
        for (const job of open) reject(job, new DrawingAbandoned());
    }

    private jobFor(hash: string, diagram: string, isLater: boolean): Job {
        const open = this.running?.hash === hash ? this.running : this.queue.find((job) => job.hash === hash);
        if (open && (isLater || !open.isLater)) return open;
        if (open) open.isLater = false;
        if (open && open === this.running) return open;
        if (open) this.queue.splice(this.queue.indexOf(open), 1);
        const job = open ?? this.newJob(hash, diagram, isLater);
        const place = isLater ? -1 : this.queue.findIndex((other) => other.isLater);
        this.queue.splice(place === -1 ? this.queue.length : place, 0, job);
        return job;
    }

    private newJob(hash: string, diagram: string, isLater: boolean): Job {
        this.lastId += 1;
        return { id: this.lastId, hash, diagram, waiters: new Set(), isLater };
    }

    private abandon(job: Job, waiter: Waiter): void {
        if (!job.waiters.delete(waiter)) return;
        waiter.reject(new DrawingAbandoned());
        const queued = this.queue.indexOf(job);
        if (queued >= 0 && job.waiters.size === 0) this.queue.splice(queued, 1);
        this.watchPatience();
    }

    private next(): void {
        if (!this.running) {
            const job = this.queue.shift();
            if (!job) return;
            this.warmUp();
            this.running = job;
            this.longest = setTimeout(() => this.giveUp(new Error(`Drawing took longer than ${this.limits.longestMs / 1000} seconds.`)), this.limits.longestMs);
            this.worker?.send({ id: job.id, diagram: job.diagram });
        }
        this.watchPatience();
    }

    /** Lets an abandoned drawing run on only for a short while once another one waits behind it. */
    private watchPatience(): void {
        const isIdle = this.running?.waiters.size === 0 && this.queue.length > 0;
        const needless = isIdle || (this.running?.isLater === true && this.queue.some((job) => !job.isLater));
        if (!needless) {
            clearTimeout(this.patience);
            this.patience = undefined;
        } else {
            this.patience ??= setTimeout(() => this.giveUp(new Error('The picture is no longer needed.')), this.limits.patienceMs);
        }
    }

    private newWorker(): DrawingWorker {
        return this.startWorker({
            onAnswer: (answer) => this.answer(answer),
            onFailure: (reason) => this.giveUp(new DrawingThreadEnded(`Drawing failed: ${reason}`)),
        });
    }

    private answer(answer: DrawingAnswer): void {
        const job = this.running;
        if (job?.id !== answer.id) return;
        this.settle();
        if ('error' in answer) {
            reject(job, new Error(answer.error));
        } else {
            this.remember(job.hash, answer.svg);
            for (const waiter of job.waiters) waiter.resolve(answer.svg);
        }
        this.next();
    }

    private giveUp(reason: Error): void {
        const job = this.running;
        this.endWorker();
        if (job) reject(job, reason);
        this.next();
    }

    private endWorker(): void {
        this.settle();
        this.worker?.end();
        this.worker = undefined;
    }

    private settle(): void {
        clearTimeout(this.longest);
        clearTimeout(this.patience);
        this.patience = undefined;
        this.running = undefined;
    }

    private remember(hash: string, svg: string): void {
        this.known.delete(hash);
        this.known.set(hash, svg);
        const [oldest] = this.known.keys();
        if (this.known.size > this.limits.remembered && oldest !== undefined) this.known.delete(oldest);
    }
}

function reject(job: Job, error: Error): void {
    for (const waiter of job.waiters) waiter.reject(error);
}
