import type { Box } from '../diagram/journey/boxes.ts';
import { boxesMeet } from '../diagram/journey/boxes.ts';
import type { TouchpointGraph, WayLabel } from '../diagram/journey/journey-parts.ts';
import type { Point } from '../diagram/geometry.ts';
import type { PlacedGraph } from './journey-graph.ts';

/** Bare line at each end of a plate, in px. */
const bare = 4;
/** An arrowhead, and the line that leads into it. */
const headRoom = 14;
const cornerRoom = 8;
/** Line that is left to see beside the words. */
const comfort = 10;
/** Between a line and words that stand beside it. */
const besides = 4;

/** A plate with the lines of words on it. */
export interface PlacedLabel extends Box {
    readonly lines: readonly string[];
}

/** The plates of the ways' words. */
export interface PlacedLabels {
    /** By position of the way; undefined where it has no words, or no room for them. */
    readonly boxes: readonly (PlacedLabel | undefined)[];
    /** How many words found no room of their own. */
    readonly missing: number;
}

/**
 * Puts each way's words on a straight stretch of it where they meet no card, no other way and no other words: in the middle of its
 * first stretch if that is free, else along it, else on the next one; where there is no room on the way, beside it. `left` and `right`
 * bound the sheet's columns.
 */
export function placeLabels(graph: TouchpointGraph, placed: PlacedGraph, left: number, right: number): PlacedLabels {
    const cards = placed.cards.map((card, index): Box => {
        const { width, height } = graph.nodes[index]?.card ?? { width: 0, height: 0 };
        return { x: card.x, y: card.y, width, height };
    });
    const lines = placed.ways.map(segmentsOf);
    const boxes: (PlacedLabel | undefined)[] = [];
    let missing = 0;
    graph.ways.forEach((way, index) => {
        if (way.label === undefined) {
            boxes.push(undefined);
            return;
        }
        const others = lines.flatMap((segments, other) => (other === index ? [] : segments.map((segment) => segment.box)));
        const own = (lines[index] ?? []).map((segment) => segment.box);
        const isFree = (box: Box, at: number | undefined): boolean =>
            box.x >= left + 2 &&
            box.x + box.width <= right - 2 &&
            cards.every((card) => !boxesMeet(box, card, 3)) &&
            others.every((line) => !boxesMeet(box, line, at === undefined ? besides + 3 : 2)) &&
            own.every((line, segment) => segment === at || !boxesMeet(box, line, 0)) &&
            boxes.every((other) => other === undefined || !boxesMeet(box, other, 3));
        const forms = [way.label, ...(way.label.narrower ? [way.label.narrower] : [])];
        const on = forms.flatMap((label) => candidates(lines[index] ?? [], label).map((place) => ({ ...place, lines: label.lines })));
        const beside = forms.flatMap((label) => placesBeside(lines[index] ?? [], label).map((box) => ({ box, segment: undefined, lines: label.lines })));
        const places = [...on, ...beside];
        const place = places.find(({ box: candidate, segment }) => isFree(candidate, segment));
        const box = place && { ...place.box, lines: place.lines };
        missing += box === undefined ? 1 : 0;
        boxes.push(box);
    });
    return { boxes, missing };
}

interface Segment {
    readonly from: Point;
    readonly to: Point;
    readonly box: Box;
    readonly isLast: boolean;
    readonly isFirst: boolean;
}

function segmentsOf(points: readonly Point[]): Segment[] {
    return points.slice(1).map((to, index) => {
        const from = points[index] as Point;
        const box = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
        return { from, to, box, isFirst: index === 0, isLast: index === points.length - 2 };
    });
}

function candidates(segments: readonly Segment[], label: WayLabel): { readonly box: Box; readonly segment: number }[] {
    const places = segments.flatMap((segment, index) => {
        const isVertical = segment.box.height > segment.box.width;
        const length = isVertical ? segment.box.height : segment.box.width;
        const start = segment.isFirst ? bare : cornerRoom;
        const end = segment.isLast ? headRoom : cornerRoom;
        const size = isVertical ? label.height : label.width;
        const spare = length - start - end - size;
        if (spare < 0) {
            return [];
        }
        const sign = isVertical ? Math.sign(segment.to.y - segment.from.y) : Math.sign(segment.to.x - segment.from.x);
        const steps = Math.min(24, Math.max(1, Math.floor(spare / 8)));
        const offsets = Array.from({ length: steps + 1 }, (_, step) => (spare * step) / steps).sort(
            (a, b) => Math.abs(a - spare / 2) - Math.abs(b - spare / 2),
        );
        return offsets.map((offset) => {
            const middle = start + offset + size / 2;
            const x = segment.from.x + (isVertical ? 0 : sign * middle);
            const y = segment.from.y + (isVertical ? sign * middle : 0);
            return {
                segment: index,
                isShort: spare < comfort,
                box: { x: Math.round((x - label.width / 2) * 2) / 2, y: Math.round((y - label.height / 2) * 2) / 2, width: label.width, height: label.height },
            };
        });
    });
    // A stretch that the words would hide nearly whole comes last.
    return [...places.filter((place) => !place.isShort), ...places.filter((place) => place.isShort)];
}

/** Places right and left of what goes up or down, above and below what goes across: from the middle outwards. */
function placesBeside(segments: readonly Segment[], { width, height }: WayLabel): Box[] {
    return segments.flatMap(({ box, isFirst, isLast }) => {
        const isVertical = box.height > box.width;
        const [length, size] = isVertical ? [box.height, height] : [box.width, width];
        const spare = length - size - (isFirst ? bare : 0) - (isLast ? headRoom : 0);
        if (spare < 0) {
            return [];
        }
        const offsets = [0, -spare / 4, spare / 4, -spare / 2, spare / 2];
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        return offsets.flatMap((offset) =>
            [1, -1].map((side): Box => {
                const x = isVertical ? middle.x + (side > 0 ? besides : -besides - width) : middle.x + offset - width / 2;
                const y = isVertical ? middle.y + offset - height / 2 : middle.y + (side > 0 ? -besides - height : besides);
                return { x: Math.round(x * 2) / 2, y: Math.round(y * 2) / 2, width, height };
            }),
        );
    });
}
