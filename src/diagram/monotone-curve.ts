import type { Point } from './geometry.ts';
import { roundedNumber } from './geometry.ts';

/**
 * A smooth curve through points whose x grows, that never rises above or falls below two neighbours between them
 * (Fritsch and Carlson, 1980). Points with the same x are joined by a straight line.
 */
export function monotoneCurve(points: readonly Point[]): string {
    const first = points[0];
    if (first === undefined) {
        return '';
    }
    const tangents = monotoneTangents(points);
    let d = `M${at(first)}`;
    for (let index = 1; index < points.length; index += 1) {
        const from = points[index - 1] as Point;
        const to = points[index] as Point;
        const third = (to.x - from.x) / 3;
        if (third <= 0) {
            d += `L${at(to)}`;
            continue;
        }
        const start = { x: from.x + third, y: from.y + third * (tangents[index - 1] ?? 0) };
        const end = { x: to.x - third, y: to.y - third * (tangents[index] ?? 0) };
        d += `C${at(start)} ${at(end)} ${at(to)}`;
    }
    return d;
}

/** The area between the curve and a level line. */
export function monotoneArea(points: readonly Point[], level: number): string {
    const first = points[0];
    const last = points[points.length - 1];
    if (first === undefined || last === undefined) {
        return '';
    }
    return `${monotoneCurve(points)}L${at({ x: last.x, y: level })}L${at({ x: first.x, y: level })}z`;
}

/** The slope at each point. */
export function monotoneTangents(points: readonly Point[]): number[] {
    const secants = points.slice(1).map((to, index) => {
        const from = points[index] as Point;
        return to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
    });
    const tangents = points.map((_, index) => {
        const before = secants[index - 1];
        const after = secants[index];
        if (before === undefined || after === undefined) {
            return before ?? after ?? 0;
        }
        return before * after <= 0 ? 0 : (before + after) / 2;
    });
    secants.forEach((secant, index) => {
        if (secant === 0) {
            tangents[index] = 0;
            tangents[index + 1] = 0;
            return;
        }
        const a = (tangents[index] ?? 0) / secant;
        const b = (tangents[index + 1] ?? 0) / secant;
        const length = Math.hypot(a, b);
        if (length > 3) {
            tangents[index] = ((3 * a) / length) * secant;
            tangents[index + 1] = ((3 * b) / length) * secant;
        }
    });
    return tangents;
}

function at(point: Point): string {
    return `${roundedNumber(point.x)} ${roundedNumber(point.y)}`;
}
