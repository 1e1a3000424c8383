import { availableParallelism } from 'node:os';
import { ThreadEnded, ThreadPool } from '../drawing/thread-pool.ts';
import { threadsOf } from '../drawing/worker-thread-node.ts';
import type { PlacedEvent } from './draw-unit.ts';
import type { DrawSettings } from './export-settings.ts';
import { type ThreadWork, threadScript } from './threads.ts';
import type { Unit } from './units.ts';

/** Draws units. */
export interface Drawer {
    /** How many units it draws at a time. */
    readonly jobs: number;
    /** @throws an Error with words that end a sentence about the unit */
    draw(unit: Unit, onEvent: (event: PlacedEvent) => void): Promise<void>;
    end(): void;
}

/** What a drawing thread is told when it starts. */
export interface ThreadData {
    readonly settings: DrawSettings;
    readonly cwd: string;
}

/** Draws on this thread. What it needs is loaded with the first unit. */
export function drawerHere(data: ThreadData): Drawer {
    let drawing: Promise<(unit: Unit) => AsyncIterable<PlacedEvent>> | undefined;
    return {
        jobs: 1,
        async draw(unit, onEvent) {
            drawing ??= import('./drawing-tools.ts').then(({ unitDrawing }) => unitDrawing(data));
            const drawn = await drawing;
            for await (const event of drawn(unit)) onEvent(event);
        },
        end: () => undefined,
    };
}

/** Draws on threads, which are started at once or when they are needed, and kept until the end. */
export function drawerOnThreads(jobs: number, draw: ThreadData, startNow = false): Drawer {
    const workerData: ThreadWork = { draw };
    const pool = new ThreadPool<Unit, PlacedEvent>(threadsOf(threadScript, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 48 } }), jobs);
    if (startNow) pool.warmUp();
    return {
        jobs,
        async draw(unit, onEvent) {
            try {
                await pool.run(unit, onEvent);
            } catch (error) {
                throw error instanceof ThreadEnded ? new Error(`the thread that drew it came to an end: ${error.message}`, { cause: error }) : error;
            }
        },
        end: () => pool.end(),
    };
}

/** From so many maps on, a second thread saves more than it costs to start. */
const worthOneThread = 10;
/** More threads than this take more memory than time is worth. */
const mostThreads = 4;

/** As many threads as are worth it for so many maps on this machine. */
export function usualJobs(maps: number): number {
    return Math.max(1, Math.min(availableParallelism(), mostThreads, Math.floor(maps / worthOneThread)));
}
