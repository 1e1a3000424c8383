/** Points, and how numbers are written. All lengths are px. */

export interface Point {
    readonly x: number;
    readonly y: number;
}

export type Direction = 'right' | 'left' | 'up' | 'down';

/** A number as it stands in the file: two decimals at most, never `-0`. Throws a RangeError for what is no finite number. */
export function roundedNumber(value: number): string {
    if (!Number.isFinite(value)) {
        throw new RangeError(`A picture cannot hold the number ${value}.`);
    }
    // Beyond a quadrillion there are no decimals to round, and the product could overflow.
    const rounded = Math.abs(value) > 1e15 ? value : Math.round(value * 100) / 100;
    return rounded === 0 ? '0' : String(rounded);
}

/** Length in px of the straight way between two points. */
export function distance(a: Point, b: Point): number {
    return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The point that lies so many px from the first on the way to the second. */
export function towards(from: Point, to: Point, length: number): Point {
    const whole = distance(from, to);
    return whole === 0 ? from : { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

/** The main direction of the way between two points. */
export function directionOf(from: Point, to: Point): Direction {
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    return Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 'right' : 'left') : dy >= 0 ? 'down' : 'up';
}
