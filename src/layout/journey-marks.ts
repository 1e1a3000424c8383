import { labelLeft, labelRight } from '../diagram/journey/journey-grid.ts';
import type { Point } from '../diagram/geometry.ts';
import type { LaneArrow, WayEdge } from '../diagram/journey/journey-parts.ts';
import type { Mark } from '../diagram/marks.ts';
import { flowLine } from '../diagram/parts/flow-line.ts';
import { arrowHead, line } from '../diagram/paths.ts';
import { textLines } from '../diagram/text-lines.ts';
import type { PlacedLabel } from './journey-labels.ts';

/** The ground of the label column: a frame whose shadow reads as pinned. */
export function labelColumn(top: number, bottom: number): Mark[] {
    return [
        { type: 'rect', x: labelRight, y: top, width: 8, height: bottom - top, style: 'shade' },
        { type: 'rect', x: labelLeft, y: top, width: labelRight - labelLeft, height: bottom - top, style: 'frame' },
        { type: 'path', d: line(labelRight, top, labelRight, bottom), style: ['stroke-edge', 'w1'] },
    ];
}

/** A way with its head, as a thing that can be pointed at. */
export function wayMarks({ thing }: WayEdge, points: readonly Point[], halo: boolean): Mark {
    return { type: 'group', thing, marks: flowLine({ points, halo }) };
}

/** The words of a way on their plate, tied to the same source; nothing where there are none. */
export function plateMarks(box: PlacedLabel | undefined, { thing }: WayEdge): Mark[] {
    if (box === undefined) {
        return [];
    }
    const marks: Mark[] = [
        { type: 'rect', x: box.x, y: box.y, width: box.width, height: box.height, radius: 4, style: 'label-plate' },
        ...textLines(box.lines, box.x + box.width / 2, box.y + 13, 13, 'branch', 'middle'),
    ];
    return [{ type: 'group', thing, inner: true, marks }];
}

/** An arrow from a thing of one lane, whose top and bottom are given, into the next. */
export function laneArrow(arrow: LaneArrow, top: number, bottom: number): Mark[] {
    const from = top + arrow.from;
    const to = bottom + arrow.to;
    return [
        { type: 'path', d: line(arrow.x, from, arrow.x, to - 6), style: ['stroke-mark', 'w15'] },
        { type: 'path', d: arrowHead({ x: arrow.x, y: to }, 'down', { length: 7, width: 7, notch: 1.5 }), style: 'fill-mark' },
    ];
}
