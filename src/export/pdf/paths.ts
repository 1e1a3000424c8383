import type { Point } from '../../diagram/geometry.ts';
import type { PathStep } from '../drawio/path-data.ts';
import { number } from './objects.ts';

/** How far the handles of a quarter circle reach, as a share of its radius. */
const quarter = 0.552284749831;

/** The steps of a path as PDF writes them: lines and cubic curves. */
export function pathOperators(steps: readonly PathStep[]): string {
    const out: string[] = [];
    let at: Point = { x: 0, y: 0 };
    let start = at;
    const curve = (first: Point, second: Point, to: Point): void => {
        out.push(`${place(first)} ${place(second)} ${place(to)} c`);
    };
    for (const step of steps) {
        switch (step.type) {
            case 'move':
                out.push(`${place(step.to)} m`);
                start = step.to;
                break;
            case 'line':
                out.push(`${place(step.to)} l`);
                break;
            case 'quad':
                curve(between(at, step.by, 2 / 3), between(step.to, step.by, 2 / 3), step.to);
                break;
            case 'curve':
                curve(step.first, step.second, step.to);
                break;
            case 'arc':
                for (const [first, second, to] of arcCurves(at, step)) curve(first, second, to);
                break;
            case 'close':
                out.push('h');
                break;
        }
        at = step.type === 'close' ? start : step.to;
    }
    return out.join('\n');
}

export function rectOperators(x: number, y: number, width: number, height: number, radius: number): string {
    const r = Math.min(radius, width / 2, height / 2);
    if (r <= 0) return `${[x, y, width, height].map(number).join(' ')} re`;
    const arc = (toX: number, toY: number): PathStep => ({ type: 'arc', rx: r, ry: r, turn: 0, large: 0, sweep: 1, to: { x: toX, y: toY } });
    const line = (toX: number, toY: number): PathStep => ({ type: 'line', to: { x: toX, y: toY } });
    const [right, bottom] = [x + width, y + height];
    return pathOperators([
        { type: 'move', to: { x: x + r, y } },
        line(right - r, y),
        arc(right, y + r),
        line(right, bottom - r),
        arc(right - r, bottom),
        line(x + r, bottom),
        arc(x, bottom - r),
        line(x, y + r),
        arc(x + r, y),
        { type: 'close' },
    ]);
}

export function circleOperators(x: number, y: number, radius: number): string {
    const half = (to: Point): PathStep => ({ type: 'arc', rx: radius, ry: radius, turn: 0, large: 0, sweep: 1, to });
    const [left, right] = [
        { x: x - radius, y },
        { x: x + radius, y },
    ];
    return pathOperators([{ type: 'move', to: left }, half(right), half(left), { type: 'close' }]);
}

/**
 * An arc as curves, by quarters from its start and one for the rest. The centre is found as SVG's appendix B.2 does, on the unit circle;
 * angles are never computed, so that every machine comes to the same numbers. Ellipses lie straight: no picture has turned ones.
 */
function arcCurves(from: Point, arc: PathStep & { readonly type: 'arc' }): [Point, Point, Point][] {
    const { large, sweep, to } = arc;
    if (arc.rx === 0 || arc.ry === 0 || (from.x === to.x && from.y === to.y)) return [[from, to, to]];
    const unit = (point: Point): Point => ({ x: point.x / arc.rx, y: point.y / arc.ry });
    const [a, b] = [unit(from), unit(to)];
    const half = { x: (a.x - b.x) / 2, y: (a.y - b.y) / 2 };
    const distance = Math.sqrt(half.x * half.x + half.y * half.y);
    const radius = Math.max(1, distance);
    const reach = ((large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, radius * radius - distance * distance))) / distance;
    const centre = { x: (a.x + b.x) / 2 + reach * half.y, y: (a.y + b.y) / 2 - reach * half.x };
    const spoke = (point: Point): Point => ({ x: (point.x - centre.x) / radius, y: (point.y - centre.y) / radius });
    const turned = ({ x, y }: Point): Point => (sweep ? { x: -y, y: x } : { x: y, y: -x });
    const onPage = ({ x, y }: Point): Point => ({ x: (centre.x + radius * x) * arc.rx, y: (centre.y + radius * y) * arc.ry });
    const curves: [Point, Point, Point][] = [];
    const end = spoke(b);
    let at = spoke(a);
    const add = (next: Point, handle: number): void => {
        const [out, back] = [turned(at), turned(next)];
        curves.push([
            onPage({ x: at.x + handle * out.x, y: at.y + handle * out.y }),
            onPage({ x: next.x - handle * back.x, y: next.y - handle * back.y }),
            onPage(next),
        ]);
        at = next;
    };
    for (let count = 0; count < 3 && !isWithinQuarter(at, turned(at), end); count++) add(turned(at), quarter);
    const cosine = Math.min(1, Math.max(-1, at.x * end.x + at.y * end.y));
    // The handle is 4/3 of the tangent of a quarter of the angle.
    const [cosineOfHalf, sineOfHalf] = [Math.sqrt((1 + cosine) / 2), Math.sqrt((1 - cosine) / 2)];
    add(end, ((4 / 3) * sineOfHalf) / (1 + cosineOfHalf));
    return curves;
}

/** Whether a direction lies between one and the next quarter, with room for what computing rounds away. */
function isWithinQuarter(at: Point, next: Point, end: Point): boolean {
    const least = -1e-9;
    return at.x * end.x + at.y * end.y >= least && next.x * end.x + next.y * end.y >= least;
}

function between(from: Point, to: Point, share: number): Point {
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function place({ x, y }: Point): string {
    return `${number(x)} ${number(y)}`;
}
