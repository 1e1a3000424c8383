import type { Point } from '../geometry.ts';
import { monotoneTangents } from '../monotone-curve.ts';

/** A rectangle in px. */
export interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** Whether two boxes share room, or come nearer than `gap`. */
export function boxesMeet(a: Box, b: Box, gap = 0): boolean {
    return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

/** Points of the monotone curve, a few px apart. */
export function curveSamples(points: readonly Point[]): Point[] {
    const tangents = monotoneTangents(points);
    const samples: Point[] = [];
    points.slice(1).forEach((to, index) => {
        const from = points[index] as Point;
        const width = to.x - from.x;
        const count = Math.max(1, Math.ceil(width / 3));
        for (let step = 0; step <= count; step += 1) {
            const t = step / count;
            // Multiplied out: the last bit of a power is not the same in every version of V8.
            const square = t * t;
            const cube = square * t;
            const a = 2 * cube - 3 * square + 1;
            const b = cube - 2 * square + t;
            const c = -2 * cube + 3 * square;
            const d = cube - square;
            const slopes = width * (b * (tangents[index] ?? 0) + d * (tangents[index + 1] ?? 0));
            samples.push({ x: from.x + t * width, y: a * from.y + c * to.y + slopes });
        }
    });
    return samples;
}

/** Whether one of the points lies in the box, or nearer than `gap`. */
export function pointsMeet(box: Box, points: readonly Point[], gap: number): boolean {
    return points.some((point) => point.x > box.x - gap && point.x < box.x + box.width + gap && point.y > box.y - gap && point.y < box.y + box.height + gap);
}
