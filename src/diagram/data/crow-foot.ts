import type { Point } from '../geometry.ts';
import type { Block, Mark } from '../marks.ts';
import { line, polyline, roundedPolyline } from '../paths.ts';
import type { StyleName } from '../style-names.ts';

/** Room that the signs at the two ends of a reference take, in px. */
const footLength = 12;
const barAt = 8;
const ringAt = 15;

const lineStyle: readonly StyleName[] = ['flow', 'w15'];
const signStyle: readonly StyleName[] = ['stroke-line', 'w15'];

/** A reference in crow's foot notation: many records at its start, one (or none) at its end. It starts level to the right, and ends level. */
export function referenceLine(points: readonly Point[], required: boolean): Mark[] {
    const first = points[0];
    const last = points[points.length - 1];
    const before = points[points.length - 2];
    if (first === undefined || last === undefined || before === undefined) {
        return [];
    }
    const back = before.x <= last.x ? -1 : 1;
    const foot = polyline([
        { x: first.x, y: first.y - 5 },
        { x: first.x + footLength, y: first.y },
        { x: first.x, y: first.y + 5 },
    ]);
    const d = roundedPolyline(points);
    const bars = required ? [barAt, barAt + 4] : [barAt];
    return [
        { type: 'path', d, style: 'hit' },
        { type: 'path', d, style: lineStyle },
        { type: 'path', d: foot, style: ['stroke-line', 'w15', 'round'] },
        ...bars.map((by): Mark => ({ type: 'path', d: line(last.x + back * by, last.y - 5, last.x + back * by, last.y + 5), style: signStyle })),
        ...(required ? [] : [{ type: 'circle', x: last.x + back * ringAt, y: last.y, radius: 3.5, style: ['fill-canvas', 'stroke-line', 'w15'] } as const]),
    ];
}

/** A short reference for the legend. */
export function referenceSample(required: boolean): Block {
    const marks = referenceLine(
        [
            { x: 0, y: 6 },
            { x: 44, y: 6 },
        ],
        required,
    );
    return { width: 44, height: 12, marks: marks.filter((mark) => !('style' in mark && mark.style === 'hit')) };
}
