import type { Point } from '../../diagram/geometry.ts';
import { lineHits, overlap } from '../rects.ts';
import type { Frame, Line, Scene } from './scene.ts';
import { cardsOf, changedFrame } from './scene.ts';
import { cornerRoom, fits, trackOf } from './straighten.ts';

/** Columns whose tops differ by less than this are brought to one level, in px. */
const most = 40;
/** Between two frames of a column, in px. */
const frameGap = 16;

/**
 * Brings the topmost boxes of the columns to one level where they nearly are: whole columns move down or, where that cannot be, the
 * topmost boxes up. They slide along the ends of their lines, which stay where they are. A move that brings anything too near is
 * not made.
 */
export function levelTops(scene: Scene): Scene {
    const columns = new Map<number, Frame[]>();
    for (const frame of scene.frames) {
        const middle = Math.round(frame.box.x + frame.box.width / 2);
        columns.set(
            middle,
            [...(columns.get(middle) ?? []), frame].sort((a, b) => a.box.y - b.box.y),
        );
    }
    const highest = Math.min(...scene.frames.map((frame) => frame.box.y));
    const near = [...columns.values()].filter((column) => (column[0]?.box.y ?? 0) - highest < most);
    const level = Math.max(...near.map((column) => column[0]?.box.y ?? 0));
    const lowered = near.reduce<Scene | undefined>((current, column) => current && shifted(current, shiftsDown(column, level)), scene);
    return lowered ?? near.reduce((current, column) => shifted(current, shiftUp(column, highest)) ?? current, scene);
}

/** How far each frame of a column has to go, in px, by its key. */
type Shifts = ReadonlyMap<string, number>;

function keyOf(frame: Frame): string {
    return `${frame.group} ${frame.cards[0]?.id}`;
}

/** The topmost frame goes to the level, and pushes those below it as far as it must. */
function shiftsDown(column: readonly Frame[], level: number): Shifts {
    const shifts = new Map<string, number>();
    let least = level;
    for (const frame of column) {
        const by = Math.max(0, least - frame.box.y);
        shifts.set(keyOf(frame), by);
        least = frame.box.y + by + (by === 0 ? 0 : frame.box.height + frameGap);
    }
    return shifts;
}

function shiftUp(column: readonly Frame[], level: number): Shifts {
    const first = column[0];
    return first === undefined ? new Map() : new Map([[keyOf(first), level - first.box.y]]);
}

function shifted(scene: Scene, shifts: Shifts): Scene | undefined {
    if ([...shifts.values()].every((by) => by === 0)) {
        return scene;
    }
    const byOf = (frame: Frame): number => shifts.get(keyOf(frame)) ?? 0;
    const frames = scene.frames.map((frame) => changedFrame(frame, (box) => ({ ...box, y: box.y + byOf(frame) })));
    const cardShift = new Map(scene.frames.flatMap((frame) => frame.cards.map((card) => [card.id, byOf(frame)] as const)));
    const cards = new Map(frames.flatMap((frame) => frame.cards.map((card) => [card.id, card.box] as const)));
    const lines: Line[] = [];
    const changed: number[] = [];
    for (const [index, line] of scene.lines.entries()) {
        const [from, to] = [cardShift.get(line.hop.from) ?? 0, cardShift.get(line.hop.to) ?? 0];
        if (line.inside !== undefined && from !== 0) {
            lines.push({ ...line, points: line.points.map((point) => ({ x: point.x, y: point.y + from })), label: { ...line.label, y: line.label.y + from } });
            changed.push(index);
        } else if (from !== 0 || to !== 0) {
            const start = slid(line.points, cards.get(line.hop.from));
            const points = start && slid([...start].reverse(), cards.get(line.hop.to))?.reverse();
            if (points === undefined) {
                return undefined;
            }
            lines.push({ ...line, points });
            changed.push(index);
        } else {
            lines.push(line);
        }
    }
    const next: Scene = { frames, lines };
    const allCards = cardsOf(next);
    const tracks = lines.map((line) => trackOf(line.points));
    const sound = changed.every((index) => {
        const line = lines[index] as Line;
        return fits(line.points, line, { frames, cards: allCards, tracks: tracks.filter((_, other) => other !== index) });
    });
    const clear = frames.every((frame) => byOf(frame) === 0 || isClear(frame, next));
    return sound && clear ? next : undefined;
}

/** Does a frame keep clear of all others, and of the lines that end elsewhere? */
function isClear(frame: Frame, scene: Scene): boolean {
    const holdsEnd = (line: Line): boolean => frame.cards.some((card) => card.id === line.hop.from || card.id === line.hop.to);
    return (
        scene.frames.every((other) => other.box === frame.box || !overlap(other.box, frame.box, frameGap - 0.5)) &&
        scene.lines.every((line) => holdsEnd(line) || !lineHits(line.points, frame.box, 12))
    );
}

/** The line with its first end on the card's border again; nothing where a straight line would have to bend. */
function slid(points: readonly Point[], card: { readonly y: number; readonly height: number } | undefined): Point[] | undefined {
    const [first, second] = points;
    if (first === undefined || second === undefined || card === undefined) {
        return undefined;
    }
    const y = Math.min(card.y + card.height - cornerRoom, Math.max(card.y + cornerRoom, first.y));
    if (y === first.y) {
        return [...points];
    }
    return points.length < 4 ? undefined : [{ x: first.x, y }, { x: second.x, y }, ...points.slice(2)];
}
