/** So long may a slice keep the page from something else, in ms. */
const longestSlice = 6;
/** A page that is never idle does a slice all the same, after so many ms. */
const patienceMs = 250;

/** Work that is done in slices while the page has nothing better to do; only the newest is gone on with. */
export class IdleWork {
    private end: (() => void) | undefined;

    /** Begins work, in place of what may be under way. */
    begin(steps: Iterator<void>): void {
        this.stop();
        const slice = (): void => {
            const start = performance.now();
            while (performance.now() - start < longestSlice) if (steps.next().done) return;
            this.end = whenIdle(slice);
        };
        this.end = whenIdle(slice);
    }

    /** Leaves the work where it is. */
    stop(): void {
        this.end?.();
        this.end = undefined;
    }
}

/** Returns what calls it off. */
function whenIdle(act: () => void): () => void {
    // Not every browser tells when it is idle.
    if (typeof requestIdleCallback !== 'function') {
        const timer = setTimeout(act);
        return () => clearTimeout(timer);
    }
    const asked = requestIdleCallback(act, { timeout: patienceMs });
    return () => cancelIdleCallback(asked);
}
