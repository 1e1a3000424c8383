import type { Point } from '../../diagram/geometry.ts';
import type { PathStep } from './path-data.ts';

export interface ClipBox {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** Straight pieces that stand for one curve. */
const pieces = 16;

/** What of an area lies within a box, as straight lines: Sutherland and Hodgman, "Reentrant polygon clipping" (1974). */
export function clipped(steps: readonly PathStep[], box: ClipBox): PathStep[] {
    const sides: readonly (readonly [axis: 'x' | 'y', bound: number, sign: 1 | -1])[] = [
        ['x', box.x, 1],
        ['x', box.x + box.width, -1],
        ['y', box.y, 1],
        ['y', box.y + box.height, -1],
    ];
    const corners = sides.reduce((points, [axis, bound, sign]) => within(points, (point) => sign * (point[axis] - bound)), straightened(steps));
    const [first, ...rest] = corners;
    return first === undefined ? [] : [{ type: 'move', to: first }, ...rest.map((to): PathStep => ({ type: 'line', to })), { type: 'close' }];
}

/** The part of a polygon where a linear function is not negative. */
function within(points: readonly Point[], inside: (point: Point) => number): Point[] {
    return points.flatMap((point, index) => {
        const before = points[(index + points.length - 1) % points.length] as Point;
        const [a, b] = [inside(before), inside(point)];
        const share = a / (a - b);
        const crossing = { x: before.x + (point.x - before.x) * share, y: before.y + (point.y - before.y) * share };
        return [...(a >= 0 !== b >= 0 ? [crossing] : []), ...(b >= 0 ? [point] : [])];
    });
}

function straightened(steps: readonly PathStep[]): Point[] {
    const points: Point[] = [];
    for (const step of steps) {
        const from = points.at(-1);
        if (step.type === 'close') continue;
        if (from && (step.type === 'curve' || step.type === 'quad')) {
            // A quadratic curve is a cubic one with its control point taken twice, drawn towards the ends by a third.
            const [first, second] = step.type === 'curve' ? [step.first, step.second] : [between(from, step.by, 2 / 3), between(step.to, step.by, 2 / 3)];
            for (let piece = 1; piece < pieces; piece++) points.push(onCurve(from, first, second, step.to, piece / pieces));
        }
        points.push(step.to);
    }
    return points;
}

function between(a: Point, b: Point, share: number): Point {
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** De Casteljau's point of a cubic curve. */
function onCurve(a: Point, b: Point, c: Point, d: Point, share: number): Point {
    const [ab, bc, cd] = [between(a, b, share), between(b, c, share), between(c, d, share)];
    return between(between(ab, bc, share), between(bc, cd, share), share);
}
