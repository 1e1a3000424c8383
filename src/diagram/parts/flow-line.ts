import type { Block, Mark } from '../marks.ts';
import type { Direction, Point } from '../paths.ts';
import { arrowHead, directionOf, distance, line, roundedPolyline, smallHead, towards } from '../paths.ts';
import type { StyleName } from '../style-names.ts';

export type FlowTiming = 'real-time' | 'near-real-time' | 'event' | 'scheduled' | 'manual';

export interface FlowSegment {
    /** From the border of one card to the border of the next; orthogonal, at least two points. */
    readonly points: readonly Point[];
    /** Decides the dash; solid without it. */
    readonly timing?: FlowTiming;
    /** Where heads stand; at the last point without it. */
    readonly heads?: 'end' | 'start' | 'both' | 'none';
    /** Keeps 8 px free of an earlier line that it crosses. */
    readonly halo?: boolean;
    /** Other than a flow's own: `flow-use` for a touchpoint that uses data. */
    readonly look?: 'flow' | 'flow-use';
}

/** How far a line stops before the tip of its head, in px. */
const stop = 8;

const dashes: Partial<Record<FlowTiming, StyleName>> = {
    'near-real-time': 'flow-near-real-time',
    scheduled: 'flow-scheduled',
    manual: 'flow-manual',
};

/** The marks of one stretch of a flow: a clear path that catches the pointer, the line, and its heads as paths of their own. */
export function flowLine(segment: FlowSegment): Mark[] {
    const { points, timing, heads = 'end', halo = false, look = 'flow' } = segment;
    const first = points[0];
    const second = points[1];
    const last = points[points.length - 1];
    const lastButOne = points[points.length - 2];
    if (!first || !second || !last || !lastButOne) {
        return [];
    }
    const atEnd = heads === 'end' || heads === 'both';
    const atStart = heads === 'start' || heads === 'both';
    const drawn = points.map((point, index) => {
        if (index === 0 && atStart) {
            return towards(first, second, Math.min(stop, distance(first, second)));
        }
        if (index === points.length - 1 && atEnd) {
            return towards(last, lastButOne, Math.min(stop, distance(last, lastButOne)));
        }
        return point;
    });
    const d = roundedPolyline(drawn);
    const dash = timing === undefined ? undefined : dashes[timing];
    const marks: Mark[] = [];
    if (halo) {
        marks.push({ type: 'path', d, style: 'halo' });
    }
    marks.push({ type: 'path', d: roundedPolyline(points), style: 'hit' });
    marks.push({ type: 'path', d, style: dash && look === 'flow' ? ['flow', dash] : look === 'flow' ? 'flow' : ['flow', 'flow-use'] });
    const headStyle = look === 'flow' ? 'flow-head' : 'fill-ink3';
    if (atEnd) {
        marks.push({ type: 'path', d: arrowHead(last, directionOf(lastButOne, last)), style: headStyle });
    }
    if (atStart) {
        marks.push({ type: 'path', d: arrowHead(first, directionOf(second, first)), style: headStyle });
    }
    return marks;
}

/** A straight line as a legend shows it. */
export function flowSample(width: number, timing?: FlowTiming, heads: FlowSegment['heads'] = 'end'): Block {
    const marks = flowLine({
        points: [
            { x: 0, y: 4 },
            { x: width, y: 4 },
        ],
        timing,
        heads,
    });
    return { width, height: 8, marks: marks.filter((mark) => !('style' in mark && mark.style === 'hit')) };
}

/** The small arrow that stands before a word inside a table: 14×6, its middle at y 3. */
export function inlineArrow(direction: 'right' | 'left' | 'both' = 'right'): Block {
    const from = direction === 'right' ? 0 : 5;
    const to = direction === 'left' ? 14 : 9;
    const marks: Mark[] = [{ type: 'path', d: line(from, 3, to, 3), style: ['stroke-ink3', 'w125'] }];
    if (direction !== 'left') {
        marks.push(inlineHead(14, 'right'));
    }
    if (direction !== 'right') {
        marks.push(inlineHead(0, 'left'));
    }
    return { width: 14, height: 6, marks };
}

function inlineHead(x: number, pointing: Direction): Mark {
    return { type: 'path', d: arrowHead({ x, y: 3 }, pointing, smallHead), style: 'fill-ink3' };
}
