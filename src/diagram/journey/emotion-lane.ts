import type { Evidence, Touchpoint } from '../../model/crm-model.ts';
import type { Point } from '../geometry.ts';
import type { Mark } from '../marks.ts';
import { line, monotoneArea, monotoneCurve } from '../paths.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import type { Box } from './boxes.ts';
import { boxesMeet, curveSamples, pointsMeet } from './boxes.ts';
import { evidencePlate } from './evidence-plate.ts';
import { emotionWords, face, faceReach, faceValue } from './face.ts';
import type { DrawnLane } from './journey-parts.ts';
import type { JourneyColumn, JourneyGrid } from './journey-grid.ts';
import { labelRight } from './journey-grid.ts';
import { laneLabel } from './lane-label.ts';

const step = 34;
const highest = 40;
const zero = highest + 2 * step;
const lowest = highest + 4 * step;
const leastHeight = 216;
const starSize = 13.2;

interface EmotionPoint extends Point {
    readonly column: JourneyColumn;
    readonly touchpoint: Touchpoint;
    readonly value: number;
}

interface Placed {
    readonly box: Box;
    readonly marks: readonly Mark[];
}

/** The emotion curve with its faces, words, stars and evidence; nothing where no touchpoint states an emotion. */
export function emotionLane(grid: JourneyGrid): DrawnLane | undefined {
    const points = grid.columns.flatMap((column): EmotionPoint[] => {
        const value = column.touchpoint?.emotion;
        return column.touchpoint === undefined || value === undefined
            ? []
            : [{ column, touchpoint: column.touchpoint, value, x: column.centre, y: zero - faceHeight(value) }];
    });
    if (points.length === 0) {
        return undefined;
    }
    const samples = points.length > 1 ? curveSamples(points) : [];
    const taken: Box[] = points.map((point) => around(point.x, point.y, faceReach));
    const placed: Placed[] = [];
    const keep = (item: Placed | undefined): void => {
        if (item) {
            taken.push(item.box);
            placed.push(item);
        }
    };
    points.forEach((point) => keep(wordOf(point, grid, samples, taken)));
    points.forEach((point) => keep(starOf(point, samples, taken)));
    const evidence: Placed[] = [];
    for (const column of grid.columns) {
        const point = points.find((candidate) => candidate.column === column);
        for (const item of column.touchpoint?.evidence ?? []) {
            const plate = plateOf(item, column, point, grid, samples, taken);
            taken.push(plate.box);
            evidence.push(plate);
        }
    }

    const top = Math.min(0, ...taken.map((box) => box.y - 8));
    const bottom = Math.max(leastHeight, ...taken.map((box) => box.y + box.height + 10));
    const shift = Math.ceil(-top / 4) * 4;
    const height = shift + Math.ceil(bottom / 4) * 4;
    const content: Mark[] = [
        ...scaleLines(grid),
        ...curve(points, grid),
        ...evidence.flatMap((item) => item.marks),
        ...points.map((point) => face(point.value, point.x, point.y)),
        ...placed.flatMap((item) => item.marks),
    ];
    const scale = [2, 1, 0, -1, -2].map(
        (value): Mark => ({
            type: 'text',
            x: labelRight - 8,
            y: shift + zero - value * step + 4,
            text: emotionWords(value),
            anchor: 'end',
            style: ['small', 'tabular'],
        }),
    );
    return {
        type: 'drawn',
        name: 'emotion',
        arrows: [],
        label: { ...laneLabel('Emotion', scale), height },
        body: { width: grid.width, height, marks: [{ type: 'group', y: shift, marks: content }] },
    };
}

/** Words never stand on the zero line. */
function meetsZero(box: Box): boolean {
    return box.y < zero + 2 && box.y + box.height > zero - 2;
}

/** Nor, where there is a choice, on another line of the scale; else a plate keeps them clear of it. */
function meetsScale(box: Box): boolean {
    return [highest, highest + step, lowest - step, lowest].some((y) => box.y < y + 1 && box.y + box.height > y - 1);
}

function faceHeight(value: number): number {
    return faceValue(value) === value ? value * step : Math.max(-2, Math.min(2, value)) * step;
}

function around(x: number, y: number, reach: number): Box {
    return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
}

function scaleLines(grid: JourneyGrid): Mark[] {
    return [2, 1, -1, -2].map((value) => ({
        type: 'path',
        d: line(grid.left + 1, zero - value * step, grid.right, zero - value * step),
        style: 'hairline',
    }));
}

function curve(points: readonly EmotionPoint[], grid: JourneyGrid): Mark[] {
    const zeroLine: Mark = { type: 'path', d: line(grid.left + 1, zero, grid.right, zero), style: ['stroke-mark', 'w125'] };
    if (points.length < 2) {
        return [zeroLine];
    }
    const area = monotoneArea(points, zero);
    const width = grid.right - grid.left;
    return [
        {
            type: 'group',
            clip: { x: grid.left, y: 0, width, height: zero },
            marks: [{ type: 'path', d: area, style: 'tint-green' }],
        },
        {
            type: 'group',
            clip: { x: grid.left, y: zero, width, height: lowest - zero + 20 },
            marks: [{ type: 'path', d: area, style: 'tint-red' }],
        },
        zeroLine,
        { type: 'path', d: monotoneCurve(points), style: ['stroke-ink2', 'w25'] },
    ];
}

/** The word of an emotion: above a good one, below a bad one, where the curve and its neighbours leave room; else beyond the scale. */
function wordOf(point: EmotionPoint, grid: JourneyGrid, samples: readonly Point[], taken: readonly Box[]): Placed | undefined {
    const font = fontOf('name');
    const withStar = point.touchpoint.momentOfTruth;
    const indent = withStar ? starSize + 4 : 0;
    const lines = wrapText(point.touchpoint.feeling ?? '', Math.min(grid.pitch, 168) - 12 - indent, font);
    if (lines.length === 0) {
        return undefined;
    }
    const textWidth = linesWidth(lines, font);
    const width = textWidth + indent;
    const height = lines.length * 15 - 1;
    const least = point.column.x + 4;
    const most = point.column.x + point.column.width - 4 - width;
    const above = (more: number): number => point.y - 18 - more - height;
    const below = (more: number): number => point.y + 19 + more;
    const sides = point.value < 0 ? [below, above] : [above, below];
    const tops = sides.flatMap((side) => [0, 4, 8, 12].map(side));
    tops.push(point.value < 0 ? lowest + 19 : highest - 18 - height);
    const candidates = tops.flatMap((y) => [0, -18, 18, -32, 32].map((dx) => ({ x: Math.max(least, Math.min(most, point.x - width / 2 + dx)), y })));
    const isFree = (box: Box): boolean => !meetsZero(box) && !pointsMeet(box, samples, 4) && taken.every((other) => !boxesMeet(box, other, 2));
    const free = candidates.map((place) => ({ ...place, width, height })).filter(isFree);
    let box = free.find((candidate) => !meetsScale(candidate) && Math.abs(candidate.y + height / 2 - point.y) < height / 2 + 32) ?? free[0];
    for (let y = tops[tops.length - 1] as number; box === undefined; y += point.value < 0 ? 4 : -4) {
        const next = { x: point.x - width / 2, y, width, height };
        box = isFree(next) ? next : undefined;
    }
    const plate: Mark[] = meetsScale(box)
        ? [{ type: 'rect', x: box.x - 3, y: box.y - 1, width: width + 6, height: height + 4, radius: 4, style: 'label-plate' }]
        : [];
    const marks: Mark[] = [...plate, ...textLines(lines, box.x + indent + textWidth / 2, box.y + 11, 15, 'name', 'middle')];
    if (withStar) {
        marks.push({ type: 'icon', icon: 'star', x: box.x, y: box.y - 0.5, scale: 1.1, style: 'fill-amber' });
    }
    return { box, marks };
}

/** The star of a moment of truth that has no word to stand beside. */
function starOf(point: EmotionPoint, samples: readonly Point[], taken: readonly Box[]): Placed | undefined {
    if (!point.touchpoint.momentOfTruth || (point.touchpoint.feeling ?? '').trim() !== '') {
        return undefined;
    }
    const places = [
        { x: 0, y: -25.4 },
        { x: 0, y: 25.4 },
        { x: -22, y: -16 },
        { x: 22, y: -16 },
        { x: -24, y: 16 },
        { x: 24, y: 16 },
        { x: 0, y: -40 },
        { x: 0, y: 40 },
    ];
    const boxes = places.map((place) => around(point.x + place.x, point.y + place.y, starSize / 2));
    const box = boxes.find((candidate) => !pointsMeet(candidate, samples, 3) && taken.every((other) => !boxesMeet(candidate, other, 1))) ?? (boxes[0] as Box);
    return { box, marks: [{ type: 'icon', icon: 'star', x: box.x, y: box.y, scale: 1.1, style: 'fill-amber' }] };
}

/** What proves a point, beside it where there is room; else below the scale, within its own column. */
function plateOf(
    evidence: Evidence,
    column: JourneyColumn,
    point: EmotionPoint | undefined,
    grid: JourneyGrid,
    samples: readonly Point[],
    taken: readonly Box[],
): Placed {
    const isFree = (box: Box, gap: number): boolean =>
        box.x >= grid.left + 2 &&
        box.x + box.width <= grid.right - 2 &&
        !meetsZero(box) &&
        !pointsMeet(box, samples, 2) &&
        taken.every((other) => !boxesMeet(box, other, gap));
    if (point !== undefined) {
        const wide = evidencePlate(evidence, 208);
        const tops = [2, -wide.height / 2, -wide.height - 2, 16, -wide.height - 16];
        const places = tops.flatMap((dy) => [
            { x: point.x - 32 - wide.width, y: point.y + dy, end: true },
            { x: point.x + 32, y: point.y + dy, end: false },
        ]);
        const under = [
            { x: point.x - wide.width / 2, y: point.y + 40, end: false },
            { x: point.x - wide.width / 2, y: point.y - 40 - wide.height, end: false },
        ];
        for (const place of [...places, ...under]) {
            const box = { x: place.x, y: place.y, width: wide.width, height: wide.height };
            if (isFree(box, 3)) {
                return { box, marks: wide.marksAt(box.x, box.y, place.end ? 'end' : 'start') };
            }
        }
    }
    const narrow = evidencePlate(evidence, Math.min(grid.pitch - 8, 240));
    for (let y = point === undefined ? lowest + 8 : point.y + 20; ; y += 4) {
        const box = { x: Math.max(column.x + 4, column.centre - narrow.width / 2), y, width: narrow.width, height: narrow.height };
        if (isFree(box, 2)) {
            return { box, marks: narrow.marksAt(box.x, box.y, 'start') };
        }
    }
}
