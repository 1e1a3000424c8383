/** Shapes as SVG path data. All lengths are px; numbers are rounded once, when they are written. */
import type { Direction, Point } from './geometry.ts';
import { distance, roundedNumber, towards } from './geometry.ts';

export type { Direction, Point } from './geometry.ts';
export { directionOf, distance, roundedNumber, towards } from './geometry.ts';
export { monotoneArea, monotoneCurve } from './monotone-curve.ts';

function at(x: number, y: number): string {
    return `${roundedNumber(x)} ${roundedNumber(y)}`;
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
    return `M${at(x1, y1)}L${at(x2, y2)}`;
}

/** Straight lines through the points, with sharp corners; closed on request. */
export function polyline(points: readonly Point[], closed = false): string {
    return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point.x, point.y)}`).join('') + (closed && points.length > 0 ? 'z' : '');
}

/** Straight lines through the points, each corner cut by a curve of the radius, or less where a stretch is too short for it. */
export function roundedPolyline(points: readonly Point[], radius = 8): string {
    const path = withoutStops(points);
    const first = path[0];
    if (first === undefined) {
        return '';
    }
    let d = `M${at(first.x, first.y)}`;
    for (let index = 1; index < path.length; index += 1) {
        const before = path[index - 1] as Point;
        const corner = path[index] as Point;
        const after = path[index + 1];
        const straight = after !== undefined && Math.abs(cross(before, corner, after)) < 1e-9;
        if (after === undefined || straight) {
            d += `L${at(corner.x, corner.y)}`;
            continue;
        }
        const reach = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
        const into = towards(corner, before, reach);
        const out = towards(corner, after, reach);
        d += `L${at(into.x, into.y)}Q${at(corner.x, corner.y)} ${at(out.x, out.y)}`;
    }
    return d;
}

function withoutStops(points: readonly Point[]): Point[] {
    return points.filter((point, index) => {
        const before = points[index - 1];
        return before === undefined || distance(before, point) > 1e-9;
    });
}

function cross(a: Point, b: Point, c: Point): number {
    return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}

export interface ArrowHeadSize {
    readonly length: number;
    readonly width: number;
    readonly notch: number;
}

/** Head of a flow. */
export const flowHead: ArrowHeadSize = { length: 9, width: 8, notch: 1.5 };
/** Head of a small arrow inside text. */
export const smallHead: ArrowHeadSize = { length: 6, width: 6, notch: 1.5 };

/** An arrowhead that points in the direction and ends at the tip. */
export function arrowHead(tip: Point, direction: Direction, size: ArrowHeadSize = flowHead): string {
    const unit = { right: [1, 0], left: [-1, 0], up: [0, -1], down: [0, 1] }[direction] as [number, number];
    const [ux, uy] = unit;
    const place = (back: number, side: number): Point => ({ x: tip.x - ux * back - uy * side, y: tip.y - uy * back + ux * side });
    const half = size.width / 2;
    return polyline([tip, place(size.length, half), place(size.length - size.notch, 0), place(size.length, -half)], true);
}

export interface ChevronShape {
    /** How far the point stands out, and the notch goes in; 14 without it. */
    readonly point?: number;
    /** `square` for the first of a row. */
    readonly start?: 'notch' | 'square';
    /** `square` for the last of a lifecycle. */
    readonly end?: 'point' | 'square';
    /** Of square corners; 4 without it. */
    readonly radius?: number;
}

/** An arrow-shaped box; its point lies within the width, the next one starts `width - point + gap` further right. */
export function chevron(x: number, y: number, width: number, height: number, shape: ChevronShape = {}): string {
    const { point = 14, start = 'notch', end = 'point', radius = 4 } = shape;
    const right = x + width;
    const bottom = y + height;
    const middle = y + height / 2;
    const r = Math.min(radius, height / 2, width / 2);
    const from = start === 'square' ? `M${at(x + r, y)}` : `M${at(x, y)}`;
    const ending =
        end === 'square'
            ? `L${at(right - r, y)}Q${at(right, y)} ${at(right, y + r)}L${at(right, bottom - r)}Q${at(right, bottom)} ${at(right - r, bottom)}`
            : `L${at(right - point, y)}L${at(right, middle)}L${at(right - point, bottom)}`;
    const back =
        start === 'square'
            ? `L${at(x + r, bottom)}Q${at(x, bottom)} ${at(x, bottom - r)}L${at(x, y + r)}Q${at(x, y)} ${at(x + r, y)}z`
            : `L${at(x, bottom)}L${at(x + point, middle)}z`;
    return from + ending + back;
}

/** Radii of a box, clockwise from the top left. */
export type Radii = readonly [number, number, number, number];

/** A box whose corners have radii of their own. */
export function roundedBox(x: number, y: number, width: number, height: number, radii: Radii): string {
    const most = Math.min(width, height) / 2;
    const [a, b, c, d] = radii.map((radius) => Math.min(radius, most)) as [number, number, number, number];
    const right = x + width;
    const bottom = y + height;
    return (
        `M${at(x + a, y)}L${at(right - b, y)}${b ? `Q${at(right, y)} ${at(right, y + b)}` : ''}` +
        `L${at(right, bottom - c)}${c ? `Q${at(right, bottom)} ${at(right - c, bottom)}` : ''}` +
        `L${at(x + d, bottom)}${d ? `Q${at(x, bottom)} ${at(x, bottom - d)}` : ''}` +
        `L${at(x, y + a)}${a ? `Q${at(x, y)} ${at(x + a, y)}` : ''}z`
    );
}
