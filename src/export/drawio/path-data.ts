import type { Point } from '../../diagram/geometry.ts';

/** One step of a path, with absolute coordinates in px. */
export type PathStep =
    | { readonly type: 'move' | 'line'; readonly to: Point }
    | { readonly type: 'quad'; readonly by: Point; readonly to: Point }
    | { readonly type: 'curve'; readonly first: Point; readonly second: Point; readonly to: Point }
    | {
          readonly type: 'arc';
          readonly rx: number;
          readonly ry: number;
          readonly turn: number;
          readonly large: number;
          readonly sweep: number;
          readonly to: Point;
      }
    | { readonly type: 'close' };

/** How many numbers each command takes. */
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, S: 4, A: 7, Z: 0 };

/**
 * The steps of the path data of a picture: the commands M, L, H, V, Q, C, S, A and z, absolute or relative.
 *
 * @throws an Error for another command
 */
export function pathSteps(d: string): PathStep[] {
    const steps: PathStep[] = [];
    let at: Point = { x: 0, y: 0 };
    for (const [, command = '', values = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
        const numbers = [...values.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
        const name = command.toUpperCase();
        const count = counts[name];
        if (count === undefined) throw new Error(`Path data with the command ${command} cannot be exported.`);
        if (count === 0) steps.push({ type: 'close' });
        for (let index = 0; count > 0 && index + count <= numbers.length; index += count) {
            const from = command === name ? { x: 0, y: 0 } : at;
            const step = stepOf(name === 'M' && index > 0 ? 'L' : name, numbers.slice(index, index + count), from, at, steps.at(-1));
            steps.push(step);
            at = step.to;
        }
    }
    return steps;
}

function stepOf(name: string, numbers: readonly number[], from: Point, at: Point, before: PathStep | undefined): Exclude<PathStep, { readonly type: 'close' }> {
    const point = (index: number): Point => ({ x: (numbers[index] ?? 0) + from.x, y: (numbers[index + 1] ?? 0) + from.y });
    switch (name) {
        case 'H':
            return { type: 'line', to: { x: point(0).x, y: at.y } };
        case 'V':
            return { type: 'line', to: { x: at.x, y: (numbers[0] ?? 0) + from.y } };
        case 'Q':
            return { type: 'quad', by: point(0), to: point(2) };
        case 'C':
            return { type: 'curve', first: point(0), second: point(2), to: point(4) };
        case 'S':
            // The curve goes on as the one before it came in.
            return { type: 'curve', first: before?.type === 'curve' ? mirrored(before.second, at) : at, second: point(0), to: point(2) };
        case 'A': {
            const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0] = numbers;
            return { type: 'arc', rx, ry, turn, large, sweep, to: point(5) };
        }
        default:
            return { type: name === 'M' ? 'move' : 'line', to: point(0) };
    }
}

function mirrored(point: Point, at: Point): Point {
    return { x: 2 * at.x - point.x, y: 2 * at.y - point.y };
}

/** The corners of a path of straight lines, rounded or not; undefined for one that is closed, curved, or has several parts. */
export function cornersOf(steps: readonly PathStep[]): Point[] | undefined {
    const [first] = steps;
    if (first?.type !== 'move') return undefined;
    const corners: Point[] = [first.to];
    for (const [index, step] of steps.slice(1).entries()) {
        if (step.type === 'line') {
            // The line into a rounded corner ends before it; the corner itself follows.
            if (steps[index + 2]?.type !== 'quad') corners.push(step.to);
        } else if (step.type === 'quad') {
            corners.push(step.by);
            if (index === steps.length - 2) corners.push(step.to);
        } else return undefined;
    }
    return corners;
}

/** The box around all points of a path. */
export function boundsOf(steps: readonly PathStep[]): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const points = steps.flatMap(pointsOf);
    const [x, y] = [Math.min(...points.map((point) => point.x)), Math.min(...points.map((point) => point.y))];
    return { x, y, width: Math.max(...points.map((point) => point.x)) - x, height: Math.max(...points.map((point) => point.y)) - y };
}

function pointsOf(step: PathStep): Point[] {
    switch (step.type) {
        case 'close':
            return [];
        case 'quad':
            return [step.by, step.to];
        case 'curve':
            return [step.first, step.second, step.to];
        default:
            return [step.to];
    }
}
