import type { Point } from '../../diagram/geometry.ts';
import type { Rect } from '../rects.ts';
import { overlap, stretches } from '../rects.ts';
import type { Frame, Line, Scene } from './scene.ts';
import { changedFrame } from './scene.ts';

/** What moves along x in one piece. */
interface Item {
    readonly kind: 'frame' | 'upright' | 'label';
    readonly framed: boolean;
    readonly box: Rect;
    /** What a badge on it takes of the width, to each side. */
    readonly pad: number;
    /** The column that it moves with, and how far right of it it stands. */
    column: number;
    offset: number;
}

interface Constraint {
    readonly before: number;
    readonly after: number;
    /** Least distance of the two columns, in px. */
    readonly least: number;
}

/** How far two neighbours stay apart, in px: from the first's right end to the second's left one. */
function gapBetween(left: Item, right: Item): number {
    const badges = left.pad + right.pad;
    return Math.max(bareGap(left, right), badges === 0 ? 0 : badges + 4);
}

function bareGap(left: Item, right: Item): number {
    const frames = (left.kind === 'frame' ? 1 : 0) + (right.kind === 'frame' ? 1 : 0);
    if (frames === 2) {
        return 28;
    }
    const labels = left.kind === 'label' || right.kind === 'label';
    if (frames === 1) {
        const bare = !(left.kind === 'frame' ? left.framed : right.framed);
        return (labels ? 8 : right.kind === 'frame' ? 18 : 14) + (bare ? 8 : 0);
    }
    return left.kind === 'label' && right.kind === 'label' ? 16 : 12;
}

/** An upright part of a line this long carries its badge alone, so that its label needs no room across. */
const badgeLength = 56;
/** What such a badge takes of the width, to each side of the line. */
const badgeReach = 20;

export interface CompactOptions {
    /** The drawing is stretched to this width in px, if no gap grows to more than `mostStretch` times its width. */
    readonly width: number;
    readonly mostStretch: number;
}

/**
 * Moves everything as far to the left as the distances allow, keeping the order of all that stands beside each other; then spreads
 * it to the wanted width. Boxes of one column stay in line; upright lines go to the right end of their room, labels to the middle.
 * It is a compaction by longest paths (Liao and Wong, 1983).
 */
export function compact(scene: Scene, options: CompactOptions): Scene {
    const frames = scene.frames.map((frame) => item('frame', frame.box, frame.framed));
    const free = scene.lines.map((line) => (line.inside === undefined ? uprights(line) : []));
    const holders = free.map((list) => list.map((upright) => scene.frames.findIndex((frame) => holds(frame, upright.box))));
    const labels = scene.lines.map((line) => (line.inside === undefined && needsRoom(line) ? item('label', line.label, false) : undefined));
    const moving = [
        ...frames,
        ...free.flatMap((list, index) => list.filter((_, at) => holders[index]?.[at] === -1)),
        ...labels.filter((label) => label !== undefined),
    ];
    const starts = columnsFor(moving);
    const held = free.flatMap((list, index) => list.filter((upright, at) => tie(upright, frames[holders[index]?.[at] ?? -1])));
    const constraints = [...constraintsOf([...moving, ...held]), ...free.flatMap(chain)];
    const places = leftmost(starts.length, constraints);
    spread(moving, places, options);
    settle(moving, places, constraints);

    const shiftOf = (entry: Item): number => (places[entry.column] ?? 0) + entry.offset - entry.box.x;
    const frameShifts = frames.map(shiftOf);
    const frameOf = new Map(scene.frames.flatMap((frame, index) => frame.cards.map((card) => [card.id, index] as const)));
    return {
        frames: scene.frames.map((frame, index) => changedFrame(frame, (box) => ({ ...box, x: box.x + (frameShifts[index] ?? 0) }))),
        lines: scene.lines.map((line, index) => {
            const fromShift = frameShifts[frameOf.get(line.hop.from) ?? -1] ?? 0;
            if (line.inside !== undefined) {
                return {
                    ...line,
                    points: line.points.map((point) => ({ x: point.x + fromShift, y: point.y })),
                    label: { ...line.label, x: line.label.x + fromShift },
                };
            }
            const toShift = frameShifts[frameOf.get(line.hop.to) ?? -1] ?? 0;
            const shifts = (free[index] ?? []).map(shiftOf);
            const label = labels[index];
            return {
                ...line,
                points: shiftLine(line.points, fromShift, toShift, shifts),
                label: label ? { ...line.label, x: line.label.x + shiftOf(label) } : line.label,
            };
        }),
    };
}

function item(kind: Item['kind'], box: Rect, framed: boolean, pad = 0): Item {
    return { kind, box, framed, pad, column: -1, offset: 0 };
}

function uprights(line: Line): Item[] {
    const boxes = stretches(line.points)
        .filter((part) => !part.level)
        .map((part) => part.box);
    const longest = Math.max(badgeLength, ...boxes.map((box) => box.height));
    const alone = line.hop.labels.length === 1;
    return boxes.map((box) => item('upright', box, false, alone && box.height === longest ? badgeReach : 0));
}

/** Does a line's label stand on a level part? The badge alone goes on an upright part that is long enough. */
function needsRoom(line: Line): boolean {
    return line.hop.labels.length > 1 || !uprights(line).some((upright) => upright.pad > 0);
}

/** An upright part that runs into a frame moves with it. */
function holds(frame: Frame, box: Rect): boolean {
    return frame.framed && overlap(frame.box, box);
}

/** Frames that start or end in line, or have one middle, make a column, and so do labels with one middle; the rest stand alone. */
function columnsFor(items: readonly Item[]): number[] {
    const starts: number[] = [];
    const known: { readonly kind: Item['kind']; readonly box: Rect; readonly column: number }[] = [];
    for (const entry of items) {
        const middle = entry.box.x + entry.box.width / 2;
        const mate =
            entry.kind === 'upright'
                ? undefined
                : known.find(
                      (other) =>
                          other.kind === entry.kind &&
                          (Math.abs(other.box.x + other.box.width / 2 - middle) < 1 || (entry.kind === 'frame' && Math.abs(other.box.x - entry.box.x) < 1)),
                  );
        if (mate === undefined) {
            entry.column = starts.length;
            starts.push(entry.box.x);
            known.push({ kind: entry.kind, box: entry.box, column: entry.column });
        } else {
            entry.column = mate.column;
            entry.offset = entry.box.x - (starts[mate.column] ?? 0);
        }
    }
    return starts;
}

/** Makes an upright part move with the frame that holds it, if one does. */
function tie(upright: Item, frame: Item | undefined): boolean {
    if (frame !== undefined) {
        upright.column = frame.column;
        upright.offset = frame.offset + upright.box.x - frame.box.x;
    }
    return frame !== undefined;
}

/** The upright parts of one line keep their order, so that its level parts never run back over themselves. */
function chain(parts: readonly Item[]): Constraint[] {
    return parts.slice(1).flatMap((next, index) => {
        const part = parts[index] as Item;
        const [left, right] = part.box.x < next.box.x ? [part, next] : [next, part];
        return left.column === right.column ? [] : [{ before: left.column, after: right.column, least: left.offset + 12 - right.offset }];
    });
}

function constraintsOf(items: readonly Item[]): Constraint[] {
    const constraints: Constraint[] = [];
    for (const left of items) {
        for (const right of items) {
            const apart = right.box.x - (left.box.x + left.box.width);
            if (left.column === right.column || apart < -0.5 || (apart <= 0.5 && left.box.x >= right.box.x)) {
                continue;
            }
            const near = left.kind === 'upright' && right.kind === 'upright' ? 10 : 8;
            if (left.box.y < right.box.y + right.box.height + near && right.box.y < left.box.y + left.box.height + near) {
                constraints.push({ before: left.column, after: right.column, least: left.offset + left.box.width + gapBetween(left, right) - right.offset });
            }
        }
    }
    return constraints;
}

function leftmost(count: number, constraints: readonly Constraint[]): number[] {
    const places = new Array<number>(count).fill(0);
    for (let changed = true, round = 0; changed && round <= count; round += 1) {
        changed = false;
        for (const { before, after, least } of constraints) {
            const wanted = (places[before] ?? 0) + least;
            if (wanted > (places[after] ?? 0) + 0.01) {
                places[after] = wanted;
                changed = true;
            }
        }
    }
    return places;
}

/** Gives the room that is left over to the gaps, each by its place from left to right. */
function spread(items: readonly Item[], places: number[], options: CompactOptions): void {
    const frames = items.filter((entry) => entry.kind === 'frame');
    const right = Math.max(0, ...frames.map((entry) => (places[entry.column] ?? 0) + entry.offset + entry.box.width));
    const last = Math.max(0, ...frames.map((entry) => places[entry.column] ?? 0));
    if (last === 0 || right >= options.width) {
        return;
    }
    const factor = Math.min(options.mostStretch, (last + options.width - right) / last);
    places.forEach((place, index) => {
        places[index] = Math.min(place * factor, place + last * (factor - 1));
    });
}

/** Within the room that frames leave, upright lines go right, then labels to the middle. */
function settle(items: readonly Item[], places: number[], constraints: readonly Constraint[]): void {
    const before = places.map((): Constraint[] => []);
    const after = places.map((): Constraint[] => []);
    for (const constraint of constraints) {
        before[constraint.after]?.push(constraint);
        after[constraint.before]?.push(constraint);
    }
    const range = (column: number): readonly [number, number] => [
        Math.max(...(before[column] ?? []).map((left) => (places[left.before] ?? 0) + left.least)),
        Math.min(...(after[column] ?? []).map((right) => (places[right.after] ?? 0) - right.least)),
    ];
    const columnsOfKind = (kind: Item['kind']): number[] => [...new Set(items.filter((entry) => entry.kind === kind).map((entry) => entry.column))];
    const labels = columnsOfKind('label').sort((a, b) => (places[b] ?? 0) - (places[a] ?? 0));
    for (const column of [...labels, ...columnsOfKind('upright')].sort((a, b) => (places[b] ?? 0) - (places[a] ?? 0))) {
        const [, high] = range(column);
        if (Number.isFinite(high)) {
            places[column] = Math.max(places[column] ?? 0, high);
        }
    }
    for (const column of labels.reverse()) {
        const [low, high] = range(column);
        if (Number.isFinite(low) && Number.isFinite(high) && high > low) {
            places[column] = (low + high) / 2;
        }
    }
}

/** Moves the ends with their cards, and each upright part by its own shift. */
function shiftLine(points: readonly Point[], from: number, to: number, uprightShifts: readonly number[]): Point[] {
    let next = -1;
    return points.map((point, index) => {
        if (index === 0) {
            return { x: point.x + from, y: point.y };
        }
        if (index === points.length - 1) {
            return { x: point.x + to, y: point.y };
        }
        const before = points[index - 1] as Point;
        const startsUpright = Math.abs(before.x - point.x) > 0.01;
        next += startsUpright ? 1 : 0;
        return { x: point.x + (uprightShifts[next] ?? 0), y: point.y };
    });
}
