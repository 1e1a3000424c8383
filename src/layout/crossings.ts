import type { Point } from '../diagram/geometry.ts';

/** Whether a line of right angles crosses one that stands before it in the list. */
export function crossesEarlier(lines: readonly (readonly Point[])[], index: number): boolean {
    const own = lines[index] ?? [];
    return lines.slice(0, index).some((other) => linesCross(own, other));
}

/** Whether a stretch of one line goes right across a stretch of another; touching is no crossing. */
function linesCross(a: readonly Point[], b: readonly Point[]): boolean {
    return stretches(a).some((first) => stretches(b).some((second) => stretchesCross(first, second)));
}

type Stretch = readonly [Point, Point];

function stretches(points: readonly Point[]): Stretch[] {
    return points.slice(1).map((to, index) => [points[index] as Point, to]);
}

function stretchesCross([a1, a2]: Stretch, [b1, b2]: Stretch): boolean {
    const isAcross = a1.y === a2.y && b1.x === b2.x;
    const isDown = a1.x === a2.x && b1.y === b2.y;
    if (isAcross) {
        return within(b1.x, a1.x, a2.x) && within(a1.y, b1.y, b2.y);
    }
    return isDown && within(a1.x, b1.x, b2.x) && within(b1.y, a1.y, a2.y);
}

function within(value: number, a: number, b: number): boolean {
    return value > Math.min(a, b) && value < Math.max(a, b);
}
