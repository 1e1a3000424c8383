import { createHash } from 'node:crypto';
import type { LayoutAnswer, LayoutWorker, StartLayoutWorker } from './layout-worker.ts';

/** Says that nobody waits for this layout any more. */
export class LayoutAbandoned extends Error {
    constructor() {
        super('The layout is no longer needed.');
    }
}

export interface LayoutLimits {
    /** A layout that nobody waits for any more may hold up another one for so long; then its thread is ended. */
    readonly patienceMs: number;
    /** No layout takes longer; then its thread is ended and the request fails. */
    readonly longestMs: number;
    /** How many laid out graphs are remembered. */
    readonly remembered: number;
}

const usualLimits: LayoutLimits = { patienceMs: 250, longestMs: 60_000, remembered: 64 };

interface Waiter {
    readonly resolve: (graph: string) => void;
    readonly reject: (error: Error) => void;
}

interface Job {
    readonly id: number;
    readonly hash: string;
    readonly graph: string;
    readonly waiters: Set<Waiter>;
}

/**
 * Has graphs laid out in a thread that is kept warm, one at a time. A graph that was laid out before is answered from memory, equal
 * graphs are laid out once, what is abandoned is dropped.
 */
export class LayoutClient {
    private readonly startWorker: StartLayoutWorker;
    private readonly limits: LayoutLimits;
    private readonly known = new Map<string, string>();
    private readonly queue: Job[] = [];
    private worker: LayoutWorker | undefined;
    private running: Job | undefined;
    private longest: NodeJS.Timeout | undefined;
    private patience: NodeJS.Timeout | undefined;
    private lastId = 0;

    constructor(startWorker: StartLayoutWorker, limits: Partial<LayoutLimits> = {}) {
        this.startWorker = startWorker;
        this.limits = { ...usualLimits, ...limits };
    }

    /**
     * Lays out a graph, given and answered as JSON.
     *
     * @throws LayoutAbandoned once the signal is aborted; else an Error with the engine's words, or about a thread that was ended
     */
    layout(graph: string, signal: AbortSignal): Promise<string> {
        if (signal.aborted) return Promise.reject(new LayoutAbandoned());
        const hash = createHash('sha1').update(graph).digest('base64');
        const known = this.known.get(hash);
        if (known !== undefined) {
            this.remember(hash, known);
            return Promise.resolve(known);
        }
        return new Promise((resolve, reject) => {
            const job = this.jobFor(hash, graph);
            const waiter: Waiter = { resolve, reject };
            job.waiters.add(waiter);
            signal.addEventListener('abort', () => this.abandon(job, waiter), { once: true });
            this.next();
        });
    }

    /** Starts the thread, so that the first layout does not wait for it. */
    warmUp(): void {
        this.worker ??= this.newWorker();
    }

    /** Ends the thread and everything that waits for it. */
    end(): void {
        const open = [...(this.running ? [this.running] : []), ...this.queue.splice(0)];
        this.endWorker();
        for (const job of open) reject(job, new LayoutAbandoned());
    }

    private jobFor(hash: string, graph: string): Job {
        const open = this.running?.hash === hash ? this.running : this.queue.find((job) => job.hash === hash);
        if (open) return open;
        this.lastId += 1;
        const job: Job = { id: this.lastId, hash, graph, waiters: new Set() };
        this.queue.push(job);
        return job;
    }

    private abandon(job: Job, waiter: Waiter): void {
        if (!job.waiters.delete(waiter)) return;
        waiter.reject(new LayoutAbandoned());
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
            this.longest = setTimeout(() => this.giveUp(`The layout took longer than ${this.limits.longestMs / 1000} seconds.`), this.limits.longestMs);
            this.worker?.send({ id: job.id, graph: job.graph });
        }
        this.watchPatience();
    }

    /** Lets an abandoned layout run on only for a short while once another one waits behind it. */
    private watchPatience(): void {
        const needless = this.running?.waiters.size === 0 && this.queue.length > 0;
        if (!needless) {
            clearTimeout(this.patience);
            this.patience = undefined;
        } else {
            this.patience ??= setTimeout(() => this.giveUp('The layout is no longer needed.'), this.limits.patienceMs);
        }
    }

    private newWorker(): LayoutWorker {
        return this.startWorker({
            onAnswer: (answer) => this.answer(answer),
            onFailure: (reason) => this.giveUp(`The layout failed: ${reason}`),
        });
    }

    private answer(answer: LayoutAnswer): void {
        const job = this.running;
        if (job?.id !== answer.id) return;
        this.settle();
        if ('error' in answer) {
            reject(job, new Error(answer.error));
        } else {
            this.remember(job.hash, answer.graph);
            for (const waiter of job.waiters) waiter.resolve(answer.graph);
        }
        this.next();
    }

    private giveUp(reason: string): void {
        const job = this.running;
        this.endWorker();
        if (job) reject(job, new Error(reason));
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

    private remember(hash: string, graph: string): void {
        this.known.delete(hash);
        this.known.set(hash, graph);
        const [oldest] = this.known.keys();
        if (this.known.size > this.limits.remembered && oldest !== undefined) this.known.delete(oldest);
    }
}

function reject(job: Job, error: Error): void {
    for (const waiter of job.waiters) waiter.reject(error);
}
