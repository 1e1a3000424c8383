import type { Point } from '../../diagram/geometry.ts';
import type { HopLabel } from '../../diagram/landscape/landscape-parts.ts';
import type { Rect, Stretch } from '../rects.ts';
import { RectIndex } from '../rect-index.ts';
import { overlap, stretches } from '../rects.ts';
import type { Line, Scene } from './scene.ts';

/** A label with its place; the top left corner of its block. */
export interface PlacedLabel {
    readonly hop: string;
    readonly label: HopLabel;
    readonly x: number;
    readonly y: number;
}

/** Bare line beside the badge, so that the dash can be told, and the length of an arrowhead, in px. */
const bare = 16;
const head = 8;
const corner = 3;
/** Step in px by which a label is moved along its line. */
const step = 8;

interface Obstacles {
    /** Frames and cards, or cards only. */
    readonly boxes: RectIndex<undefined>;
    readonly labels: RectIndex<undefined>;
    /** Stretches of all lines; those that a label stands on may be among them. */
    readonly parts: RectIndex<Stretch>;
}

/**
 * Finds a place on each line for its label: the fullest wording that fits, as near as can be to where room was kept for it.
 * A label covers no card, no frame, no other line and no other label. Labels with words come first; a badge for which there is no
 * room at all is left out.
 */
export function placeLabels(scene: Scene): PlacedLabel[] {
    const placed: PlacedLabel[] = [];
    const cards = indexOf(scene.frames.flatMap((frame) => frame.cards.map((card) => card.box)));
    const boxes = indexOf(scene.frames.flatMap((frame) => (frame.framed ? [frame.box] : frame.cards.map((card) => card.box))));
    const parts = new RectIndex<Stretch>();
    for (const line of scene.lines) for (const part of stretches(line.points)) parts.add(part.box, part);
    const labels = indexOf([]);
    const wordy = scene.lines.filter((line) => line.hop.labels.length > 1);
    const rest = scene.lines.filter((line) => line.hop.labels.length <= 1);
    for (const line of [...wordy, ...rest]) {
        const obstacles: Obstacles = { boxes: line.inside === undefined ? boxes : cards, labels, parts };
        const found = bestPlace(line, obstacles) ?? bestPlace(line, { ...obstacles, boxes: cards }, true);
        if (found !== undefined) {
            placed.push(found);
            labels.add(labelBox(found), undefined);
        }
    }
    return placed;
}

function indexOf(boxes: readonly Rect[]): RectIndex<undefined> {
    const index = new RectIndex<undefined>();
    for (const box of boxes) index.add(box, undefined);
    return index;
}

/** The box that a placed label covers. */
export function labelBox({ label, x, y }: PlacedLabel): Rect {
    return { x, y, width: label.block.width, height: label.block.height };
}

function bestPlace(line: Line, obstacles: Obstacles, tight = false): PlacedLabel | undefined {
    const parts = stretches(line.points).map((part, index, all) => ({ part, ends: endRoom(line, index, all.length) }));
    for (const label of tight ? line.hop.labels.slice(-1) : line.hop.labels) {
        const fitting = parts
            .filter(({ part }) => label.runs === 'any' || (label.runs === 'level') === part.level)
            .sort(
                (a, b) =>
                    Number(isKept(line, b.part)) - Number(isKept(line, a.part)) ||
                    Number(b.part.level) - Number(a.part.level) ||
                    partLength(b.part) - partLength(a.part),
            );
        for (const { part, ends } of fitting) {
            const place = placeOn(line, part, ends, label, obstacles, tight);
            if (place !== undefined) {
                return place;
            }
        }
    }
    return undefined;
}

/** What is taken from the start and the end of a stretch by heads and round corners. */
function endRoom(line: Line, index: number, count: number): readonly [number, number] {
    const { heads } = line.hop;
    const atStart = index > 0 ? corner : heads === 'end' ? 0 : head;
    return [atStart, index < count - 1 ? corner : heads === 'start' ? 0 : head];
}

function partLength(part: Stretch): number {
    return part.box.width + part.box.height;
}

function placeOn(line: Line, part: Stretch, ends: readonly [number, number], label: HopLabel, obstacles: Obstacles, tight: boolean): PlacedLabel | undefined {
    const { level, box } = part;
    const forward = level ? part.to.x >= part.from.x : part.to.y >= part.from.y;
    const [startRoom, endRoom_] = forward ? ends : [ends[1], ends[0]];
    const room = tight ? 2 : bare;
    const half = (level ? label.badgeWidth : label.badgeHeight) / 2;
    const low = (level ? box.x : box.y) + startRoom + room + half;
    const high = (level ? box.x + box.width : box.y + box.height) - endRoom_ - room - half;
    if (low > high) {
        return undefined;
    }
    const kept = level ? line.label.x + line.label.width / 2 : line.label.y + line.label.height / 2;
    const near = level === isLevelAt(line, kept, box) ? Math.min(high, Math.max(low, kept)) : (low + high) / 2;
    for (const centre of outwards(near, low, high)) {
        const point: Point = level ? { x: centre, y: box.y } : { x: box.x, y: centre };
        const place = { hop: line.hop.id, label, x: point.x - label.lineX, y: point.y - label.lineY };
        if (isFree(labelBox(place), part, obstacles, tight ? 0 : 2)) {
            return place;
        }
    }
    return undefined;
}

/** Was the room kept on this very stretch? */
function isLevelAt(line: Line, kept: number, box: Rect): boolean {
    const level = box.height < 0.01;
    return level && line.label.y - 1 <= box.y && box.y <= line.label.y + line.label.height + 1 && kept >= box.x && kept <= box.x + box.width;
}

/** Was room kept on this stretch where the line's cards have columns? */
function isKept(line: Line, { box }: Stretch): boolean {
    const { labelAt } = line.hop;
    return labelAt !== undefined && overlap(box, line.label);
}

/** Places from the wanted one outwards, to both sides in turn. */
function outwards(wanted: number, low: number, high: number): number[] {
    const places = [wanted];
    for (let by = step; wanted - by >= low || wanted + by <= high; by += step) {
        places.push(...[wanted - by, wanted + by].filter((place) => place >= low && place <= high));
    }
    return [...places, low, high];
}

function isFree(box: Rect, own: Stretch, { boxes, labels, parts }: Obstacles, gap: number): boolean {
    const meets = (other: Rect): boolean => overlap(box, other, gap);
    const isOwn = (part: Stretch): boolean => part.from === own.from && part.to === own.to;
    return (
        !boxes.some(box, gap, meets) &&
        !labels.some(box, gap, meets) &&
        !parts.some(box, gap + 1, (other, part) => overlap(box, other, gap + 1) && !isOwn(part))
    );
}
