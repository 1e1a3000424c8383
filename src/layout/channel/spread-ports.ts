/** A stretch of a border on which lines may end, in px from its top. */
export interface PortRange {
    readonly low: number;
    readonly high: number;
    /** Least distance of two ports. */
    readonly gap: number;
    /** Levels of ports that stand there already; others keep `takenGap` away. */
    readonly taken: readonly number[];
    readonly takenGap: number;
}

const step = 4;
/** A bend costs as much as so many px. */
const bend = 12;

/**
 * Finds levels for ports, in the order in which they are wanted and each as near to where it is wanted as can be, by dynamic
 * programming over the free levels. Where there is no room for all, the range is passed at its lower end.
 */
export function spreadPorts(wanted: readonly number[], range: PortRange): number[] {
    const { low, high, gap, taken, takenGap } = range;
    if (wanted.length === 0) {
        return [];
    }
    const grid: number[] = [];
    for (let level = Math.ceil(low / step) * step; level <= high + gap * wanted.length * 2; level += step) {
        grid.push(level);
    }
    const inside = wanted.filter((level) => level >= low && level <= high);
    const levels = [...new Set([...grid, ...inside])].sort((a, b) => a - b).filter((level) => taken.every((other) => Math.abs(other - level) >= takenGap));
    const cost = (want: number, level: number): number =>
        Math.abs(want - level) + (Math.abs(want - level) < 0.01 ? 0 : bend) + (level > high ? 1e6 + level : 0);
    // best[i][k]: the least cost of the first i+1 ports with the last at the level k or above.
    const best: number[][] = [];
    const choice: number[][] = [];
    wanted.forEach((want, index) => {
        let before = -1;
        let least = Number.POSITIVE_INFINITY;
        let at = -1;
        const costs: number[] = [];
        const choices: number[] = [];
        levels.forEach((level, k) => {
            while (before + 1 < k && (levels[before + 1] ?? 0) <= level - gap) {
                before += 1;
            }
            const earlier = index === 0 ? 0 : before < 0 ? Number.POSITIVE_INFINITY : (best[index - 1]?.[before] ?? Number.POSITIVE_INFINITY);
            const total = earlier + cost(want, level);
            if (total < least) {
                least = total;
                at = k;
            }
            costs.push(least);
            choices.push(at);
        });
        best.push(costs);
        choice.push(choices);
    });
    const found: number[] = [];
    let end = levels.length - 1;
    for (let index = wanted.length - 1; index >= 0; index -= 1) {
        const k = choice[index]?.[end] ?? -1;
        const level = levels[k] ?? low;
        found.unshift(level);
        end = k - 1;
        while (end >= 0 && (levels[end] ?? 0) > level - gap) {
            end -= 1;
        }
    }
    return found;
}
