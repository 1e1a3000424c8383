import type { Gap } from './stations.ts';

/** What a bend, a way through a frame that is not the line's own, and each line that is there already cost, in px of way. */
const bendCost = 80;
const frameCost = 130;
const crowdCost = 2;

/** The way of a line from a level to another through a gap of each column between them, by its place in the column: the shortest path over the columns. */
export function findWay(columns: readonly (readonly Gap[])[], start: number, goal: number, middleOf: (gap: Gap) => number): readonly number[] {
    let paths: { readonly cost: number; readonly y: number; readonly way: readonly number[] }[] = [{ cost: 0, y: start, way: [] }];
    for (const gaps of columns) {
        const before = paths;
        paths = gaps.map((gap, index) => {
            const y = middleOf(gap);
            let best = before[0] as (typeof before)[number];
            for (const path of before) if (path.cost + Math.abs(path.y - y) < best.cost + Math.abs(best.y - y)) best = path;
            const away = Math.abs(best.y - y);
            const cost = best.cost + away + gap.lines.length * crowdCost + (away < 8 ? 0 : bendCost) + (gap.inner ? frameCost : 0);
            return { cost, y, way: [...best.way, index] };
        });
    }
    return paths.reduce((least, path) => (path.cost + Math.abs(path.y - goal) < least.cost + Math.abs(least.y - goal) ? path : least)).way;
}
