import type { Point } from '../../diagram/geometry.ts';
import type { Rect, Stretch } from '../rects.ts';
import { crossing, overlap, stretches, withoutSpare } from '../rects.ts';
import type { Frame, Line, Scene, SceneCard } from './scene.ts';
import { cardsOf } from './scene.ts';

/** Least distance in px of a port from the corner of its card, and of two ports. */
export const cornerRoom = 16;
const portRoom = 20;
/** Least distance of lines that run side by side for long, so that a label fits between, and of those that only meet shortly. */
const longRoom = 56;
const shortRoom = 12;
const long = 48;

/**
 * Takes out bends: where a line changes its level between two upright parts, the levels are made one, by moving the line along the
 * border of its card or freely in between. A change is kept only where nothing comes too near and no crossing is added.
 */
export function straighten(scene: Scene): Scene {
    const cards = cardsOf(scene);
    const lines = [...scene.lines];
    const tracks = lines.map((line) => trackOf(line.points));
    for (let changed = true, round = 0; changed && round < 4; round += 1) {
        changed = false;
        lines.forEach((line, index) => {
            const others = tracks.filter((_, other) => other !== index);
            const points = line.points.length < 4 ? undefined : straighter(line, { frames: scene.frames, cards, tracks: others });
            if (points !== undefined) {
                lines[index] = { ...line, points };
                tracks[index] = trackOf(points);
                changed = true;
            }
        });
    }
    return { ...scene, lines: lines.map(anchored) };
}

/** The line with its label on it again, as near as can be to where it was. */
function anchored(line: Line): Line {
    const { label } = line;
    const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
    const level = stretches(line.points).filter((part) => part.level);
    const under = level.find((part) => Math.abs(part.box.y - middle.y) < 1 && part.box.x <= middle.x && middle.x <= part.box.x + part.box.width);
    const longest = level.reduce<Stretch | undefined>((best, part) => (best !== undefined && best.box.width >= part.box.width ? best : part), undefined);
    if (under !== undefined || longest === undefined) {
        return line;
    }
    const { x, y, width } = longest.box;
    const reach = Math.min(label.width / 2, width / 2);
    const centre = Math.min(x + width - reach, Math.max(x + reach, middle.x));
    return { ...line, label: { ...label, x: centre - label.width / 2, y: y - label.height / 2 } };
}

/** A line as what others have to keep clear of. */
interface Track {
    readonly parts: readonly Stretch[];
    readonly ends: readonly [Point, Point];
}

/** What a line has to keep clear of. */
export interface Surroundings {
    readonly frames: readonly Frame[];
    readonly cards: readonly SceneCard[];
    readonly tracks: readonly Track[];
}

export function trackOf(points: readonly Point[]): Track {
    return { parts: stretches(points), ends: [points[0] as Point, points[points.length - 1] as Point] };
}

function straighter(line: Line, around: Surroundings): Point[] | undefined {
    const { points } = line;
    const parts = stretches(points);
    for (let index = 1; index + 2 < points.length; index += 1) {
        const [a, b] = [points[index] as Point, points[index + 1] as Point];
        if (Math.abs(a.x - b.x) > 0.01) {
            continue;
        }
        for (const level of [a.y, b.y]) {
            const moved = withoutSpare(points.map((point, at) => (at >= index - 1 && at <= index + 2 ? { x: point.x, y: level } : point)));
            const next = stretches(moved);
            const added = next.filter((part) => !parts.some((other) => same(part, other)));
            const gone = parts.filter((part) => !next.some((other) => same(part, other)));
            if (fits(moved, line, around, added) && crossings(added, around.tracks) <= crossings(gone, around.tracks)) {
                return moved;
            }
        }
    }
    return undefined;
}

function same(a: Stretch, b: Stretch): boolean {
    return a.from.x === b.from.x && a.from.y === b.from.y && a.to.x === b.to.x && a.to.y === b.to.y;
}

function crossings(own: readonly Stretch[], tracks: readonly Track[]): number {
    let count = 0;
    for (const track of tracks) {
        for (const part of track.parts) {
            count += own.filter((other) => crossing(other, part)).length;
        }
    }
    return count;
}

/** Would a line keep clear of everything, and end on its cards, if it took this way? Only `own` stretches of it are looked at. */
export function fits(points: readonly Point[], line: Line, around: Surroundings, own = stretches(points)): boolean {
    const { from, to } = line.hop;
    const isHome = (id: string): boolean => id === from || id === to;
    const [first, last] = [points[0] as Point, points[points.length - 1] as Point];
    const inCard = (id: string, port: Point): boolean => {
        const card = around.cards.find((other) => other.id === id)?.box;
        return card !== undefined && port.y >= card.y + cornerRoom && port.y <= card.y + card.height - cornerRoom;
    };
    if (!inCard(from, first) || !inCard(to, last)) {
        return false;
    }
    const hits = (box: Rect, gap: number): boolean => own.some((part) => overlap(part.box, box, gap));
    const blocked = (card: SceneCard): boolean =>
        hits(card.box, isHome(card.id) ? -1 : 14) || (card.loops.width * card.loops.height > 0 && hits(card.loops, 4));
    if (around.cards.some(blocked)) {
        return false;
    }
    if (around.frames.some((frame) => frame.framed && hits(frame.box, 8) && !frame.cards.some((card) => isHome(card.id)))) {
        return false;
    }
    return around.tracks.every(({ parts, ends }) => {
        const portsApart = [first, last].every((port) => ends.every((end) => Math.abs(end.x - port.x) > 1 || Math.abs(end.y - port.y) >= portRoom));
        return portsApart && parts.every((b) => own.every((a) => apart(a, b)));
    });
}

/** Are two stretches that run the same way far enough from each other? */
function apart(a: Stretch, b: Stretch): boolean {
    if (a.level !== b.level) {
        return true;
    }
    const [one, two] = [a.box, b.box];
    if (!a.level) {
        return Math.abs(one.x - two.x) >= shortRoom - 0.5 || one.y >= two.y + two.height + 8 || two.y >= one.y + one.height + 8;
    }
    const distance = Math.abs(one.y - two.y);
    if (distance >= longRoom) {
        return true;
    }
    const shared = Math.min(one.x + one.width, two.x + two.width) - Math.max(one.x, two.x);
    return shared <= long && (shared <= -shortRoom || distance >= shortRoom);
}
