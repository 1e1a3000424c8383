/** One of several lines that pass a border or a gap next to each other. All lengths are px. */
export interface LevelWish {
    readonly wanted: number;
    /** What it needs to each side, its label included. */
    readonly before: number;
    readonly after: number;
}

/** Where they may be, each so far from the ends. */
export interface LevelRange {
    readonly low: number;
    readonly high: number;
    readonly step: number;
}

/** A bend costs as much as so many px. */
const bend = 40;

/**
 * Finds levels in the given order, each as near to where it is wanted as can be and, where that is possible, right there, by dynamic
 * programming over the levels of a grid. Where there is no room for all, they stand as near to each other as they may and pass the end.
 */
export function spreadLevels(wishes: readonly LevelWish[], { low, high, step }: LevelRange): number[] {
    const count = wishes.length;
    if (count === 0) {
        return [];
    }
    const apart = wishes.map((wish, index) => (index === 0 ? 0 : (wishes[index - 1]?.after ?? 0) + wish.before));
    const firsts: number[] = [];
    wishes.forEach((_, index) => firsts.push(index === 0 ? low : (firsts[index - 1] ?? 0) + (apart[index] ?? 0)));
    const lasts = new Array<number>(count).fill(high);
    for (let index = count - 2; index >= 0; index -= 1) {
        lasts[index] = (lasts[index + 1] ?? 0) - (apart[index + 1] ?? 0);
    }
    if ((lasts[0] ?? 0) < low) {
        return firsts;
    }
    const grid = new Set<number>([low, high]);
    for (let level = Math.ceil(low / step) * step; level <= high; level += step) grid.add(level);
    wishes.forEach(({ wanted }, index) => {
        if (wanted >= low && wanted <= high) grid.add(wanted);
        grid.add(firsts[index] ?? 0).add(lasts[index] ?? 0);
    });
    const levels = [...grid].sort((a, b) => a - b);
    const size = levels.length;
    // least[k]: what the lines so far cost at least, the last of them at the level k or before; choice says which level that is.
    let least = new Float64Array(size);
    const choices: Int32Array[] = [];
    for (let index = 0; index < count; index += 1) {
        const { wanted } = wishes[index] as LevelWish;
        const next = new Float64Array(size);
        const choice = new Int32Array(size);
        let before = -1;
        let best = Number.POSITIVE_INFINITY;
        let at = -1;
        for (let k = 0; k < size; k += 1) {
            const level = levels[k] as number;
            while (before + 1 < size && (levels[before + 1] as number) <= level - (apart[index] as number) + 0.001) before += 1;
            const earlier = index === 0 ? 0 : before < 0 ? Number.POSITIVE_INFINITY : (least[before] as number);
            const away = Math.abs(wanted - level);
            const total = level > (lasts[index] as number) + 0.001 ? Number.POSITIVE_INFINITY : earlier + away + (away < 0.01 ? 0 : bend);
            if (total < best) {
                best = total;
                at = k;
            }
            next[k] = best;
            choice[k] = at;
        }
        least = next;
        choices.push(choice);
    }
    const found = new Array<number>(count).fill(0);
    let end = size - 1;
    for (let index = count - 1; index >= 0; index -= 1) {
        const k = choices[index]?.[end] ?? 0;
        found[index] = levels[k] ?? low;
        end = k;
        while (end > 0 && (levels[end] as number) > (found[index] as number) - (apart[index] as number) + 0.001) end -= 1;
    }
    return found;
}
