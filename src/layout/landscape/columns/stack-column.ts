/** A box of a column: its length, the least distance from the one before, and where its links would like it to start. Lengths are px. */
export interface Stacked {
    readonly length: number;
    readonly gap: number;
    readonly wanted: readonly number[];
}

interface Pool {
    first: number;
    wishes: number[];
    at: number;
}

/**
 * Starts of boxes that stand on one another in the given order, so that most links are straight: each box goes to the median of what
 * its links want, and boxes that would meet are moved together (pool adjacent violators; Robertson, Wright and Dykstra, 1988).
 * All stay between 0 and `room`, if they fit.
 */
export function stackColumn(boxes: readonly Stacked[], room: number): number[] {
    const base: number[] = [];
    let length = 0;
    for (const box of boxes) {
        length += box.gap;
        base.push(length);
        length += box.length;
    }
    const most = Math.max(0, room - length);
    const pools: Pool[] = [];
    boxes.forEach((box, index) => {
        // Without a link a box stays with the one before it.
        const wishes = box.wanted.map((wanted) => wanted - (base[index] ?? 0)).sort((a, b) => a - b);
        let pool: Pool = { first: index, wishes, at: wishes.length === 0 ? (pools[pools.length - 1]?.at ?? 0) : median(wishes) };
        for (let last = pools[pools.length - 1]; last !== undefined && last.at > pool.at - 0.001; last = pools[pools.length - 1]) {
            pools.pop();
            const both = [...last.wishes, ...pool.wishes].sort((a, b) => a - b);
            pool = { first: last.first, wishes: both, at: both.length === 0 ? last.at : median(both) };
        }
        pools.push(pool);
    });
    return boxes.map((_, index) => {
        const pool = pools.findLast((entry) => entry.first <= index);
        return (base[index] ?? 0) + Math.min(most, Math.max(0, pool?.at ?? 0));
    });
}

function median(sorted: readonly number[]): number {
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
