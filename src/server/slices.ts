/** So long may a slice of work keep a request waiting, in milliseconds. */
const longestSlice = 8;

/** Does work in slices between which others have their turn. Gives its result, or undefined once it is no longer wanted. */
export async function inSlices<T>(steps: Generator<void, T>, isStale: () => boolean): Promise<T | undefined> {
    for (let start = performance.now(); ; ) {
        const { done, value } = steps.next();
        if (done) return value;
        if (performance.now() - start < longestSlice) continue;
        await othersTurn();
        if (isStale()) return undefined;
        start = performance.now();
    }
}

/** Lets others have so many turns first: a message takes one to be read, and one to be written. */
export async function turns(count: number): Promise<void> {
    for (let turn = 0; turn < count; turn++) await othersTurn();
}

/** Lets messages and timers that are due go first. */
function othersTurn(): Promise<void> {
    return new Promise((resolve) => {
        // A browser has timers alone.
        if (typeof setImmediate === 'function') setImmediate(resolve);
        else setTimeout(resolve, 0);
    });
}
