import type { Point } from '../diagram/geometry.ts';

/** A box, in px. */
export interface Rect {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** A straight stretch of a line, along one of the axes. */
export interface Stretch {
    readonly from: Point;
    readonly to: Point;
    /** The box around it; flat in one direction. */
    readonly box: Rect;
    /** It runs from side to side, not up or down. */
    readonly level: boolean;
}

/** Do two boxes come nearer than `gap`? Those that touch do not overlap with a gap of 0. */
export function overlap(a: Rect, b: Rect, gap = 0): boolean {
    return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

/** The straight stretches of a line. */
export function stretches(points: readonly Point[]): Stretch[] {
    return points.slice(1).map((to, index) => {
        const from = points[index] as Point;
        const box = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
        return { from, to, box, level: box.height < 0.01 };
    });
}

/** Does a line pass through a box, or nearer than `gap` by it? */
export function lineHits(points: readonly Point[], box: Rect, gap = 0): boolean {
    return stretches(points).some((stretch) => overlap(stretch.box, box, gap));
}

/** The line without points that change nothing: those on a straight stretch, and those that stand twice. */
export function withoutSpare(points: readonly Point[]): Point[] {
    const kept: Point[] = [];
    for (const point of points) {
        const last = kept[kept.length - 1];
        if (last && Math.abs(last.x - point.x) < 0.01 && Math.abs(last.y - point.y) < 0.01) {
            continue;
        }
        const before = kept[kept.length - 2];
        const straight =
            last &&
            before &&
            ((Math.abs(before.x - last.x) < 0.01 && Math.abs(last.x - point.x) < 0.01) ||
                (Math.abs(before.y - last.y) < 0.01 && Math.abs(last.y - point.y) < 0.01));
        if (straight) {
            kept.pop();
        }
        kept.push(point);
    }
    return kept;
}

/** Where two stretches cross at a right angle, well inside of both. */
export function crossing(a: Stretch, b: Stretch): Point | undefined {
    if (a.level === b.level) {
        return undefined;
    }
    const [level, upright] = a.level ? [a.box, b.box] : [b.box, a.box];
    const inside =
        upright.x > level.x + 0.5 && upright.x < level.x + level.width - 0.5 && level.y > upright.y + 0.5 && level.y < upright.y + upright.height - 0.5;
    return inside ? { x: upright.x, y: level.y } : undefined;
}

/** Mirrors x and y, so that what is written for pictures to the right serves those downwards. */
export const turnedPoint = ({ x, y }: Point): Point => ({ x: y, y: x });
export const turnedRect = ({ x, y, width, height }: Rect): Rect => ({ x: y, y: x, width: height, height: width });
