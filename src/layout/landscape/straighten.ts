import type { Point } from '../../diagram/geometry.ts';
import type { Rect, Stretch } from '../rects.ts';
import { crossing, isHorizontal, lineHits, overlap, stretchBox, stretches, withoutSpare } from '../rects.ts';
import type { Line, Scene } from './scene.ts';
import { cardsOf } from './scene.ts';

/** Least distance in px of a port from the corner of its card, and of two ports. */
const cornerRoom = 16;
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
    for (let changed = true, round = 0; changed && round < 4; round += 1) {
        changed = false;
        lines.forEach((line, index) => {
            const better = straighter(line, { ...scene, lines: lines.filter((_, other) => other !== index) }, cards);
            if (better !== undefined) {
                lines[index] = better;
                changed = true;
            }
        });
    }
    return { ...scene, lines };
}

function straighter(line: Line, others: Scene, cards: readonly { readonly id: string; readonly box: Rect }[]): Line | undefined {
    const { points } = line;
    const home = new Set([line.hop.from, line.hop.to]);
    const known = crossings(points, others.lines);
    for (let index = 1; index + 2 < points.length; index += 1) {
        const [a, b] = [points[index] as Point, points[index + 1] as Point];
        if (Math.abs(a.x - b.x) > 0.01) {
            continue;
        }
        for (const level of [a.y, b.y]) {
            const moved = withoutSpare(points.map((point, at) => ((at >= index - 1 && at <= index) || at === index + 1 || at === index + 2 ? { x: point.x, y: level } : point)));
            if (fits(moved, line, others, cards, home) && crossings(moved, others.lines) <= known) {
                return { ...line, points: moved };
            }
        }
    }
    return undefined;
}

function crossings(points: readonly Point[], lines: readonly Line[]): number {
    const own = stretches(points);
    return lines.reduce((sum, line) => sum + stretches(line.points).reduce((count, b) => count + own.filter((a) => crossing(a, b)).length, 0), 0);
}

function fits(points: readonly Point[], line: Line, others: Scene, cards: readonly { readonly id: string; readonly box: Rect }[], home: ReadonlySet<string>): boolean {
    const [first, last] = [points[0] as Point, points[points.length - 1] as Point];
    const inCard = (id: string, port: Point): boolean => {
        const card = cards.find((other) => other.id === id)?.box;
        return card !== undefined && port.y >= card.y + cornerRoom && port.y <= card.y + card.height - cornerRoom;
    };
    if (!inCard(line.hop.from, first) || !inCard(line.hop.to, last)) {
        return false;
    }
    if (cards.some((card) => (home.has(card.id) ? throughCard(points, card.box) : lineHits(points, card.box, 14)))) {
        return false;
    }
    if (others.frames.some((frame) => frame.framed && !frame.cards.some((card) => home.has(card.id)) && lineHits(points, frame.box, 8))) {
        return false;
    }
    const own = stretches(points);
    return others.lines.every((other) => {
        const otherEnds = [other.points[0] as Point, other.points[other.points.length - 1] as Point];
        const portsApart = [first, last].every((port) => otherEnds.every((end) => Math.abs(end.x - port.x) > 1 || Math.abs(end.y - port.y) >= portRoom));
        return portsApart && stretches(other.points).every((b) => own.every((a) => apart(a, b)));
    });
}

function throughCard(points: readonly Point[], box: Rect): boolean {
    const inner: Rect = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
    return lineHits(points, inner);
}

/** Are two stretches that run the same way far enough from each other? */
function apart(a: Stretch, b: Stretch): boolean {
    if (isHorizontal(a) !== isHorizontal(b)) {
        return true;
    }
    const [one, two] = [stretchBox(a), stretchBox(b)];
    if (!isHorizontal(a)) {
        return !overlap({ ...one, x: one.x - shortRoom + 0.5, width: 2 * shortRoom - 1 }, { ...two, y: two.y - 8, height: two.height + 16 });
    }
    const shared = Math.min(one.x + one.width, two.x + two.width) - Math.max(one.x, two.x);
    return Math.abs(one.y - two.y) >= (shared > long ? longRoom : shared > -shortRoom ? shortRoom : 0);
}
