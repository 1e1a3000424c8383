import type { Point } from '../../diagram/geometry.ts';
import type { LandscapeCard, LandscapeGraph, LandscapeHop } from '../../diagram/landscape/landscape-parts.ts';
import type { Rect } from '../rects.ts';
import type { SceneCard } from './scene.ts';

/** Distance of the line below the card, and of two loops, in px. */
const drop = 36;
const pitch = 64;

/** The hops of flows from a system to itself. */
export function loopsOf(diagram: LandscapeGraph, card: string): LandscapeHop[] {
    return diagram.hops.filter((hop) => hop.from === card && hop.to === card);
}

/** What a card's flows to itself take, in px: below it, or at its right where the picture runs downwards. */
export function loopRoom(diagram: LandscapeGraph, card: string): number {
    const count = loopsOf(diagram, card).length;
    return count === 0 ? 0 : drop + pitch * (count - 1) + 32;
}

/** A card at its place, with the room for its flows to itself. */
export function sceneCard(diagram: LandscapeGraph, card: LandscapeCard, at: Point): SceneCard {
    const { width, height } = card.block;
    const room = loopRoom(diagram, card.id);
    const loops = diagram.direction === 'down' ? { x: at.x + width, y: at.y, width: room, height } : { x: at.x, y: at.y + height, width, height: room };
    return { id: card.id, box: { x: at.x, y: at.y, width, height }, loops };
}

/** The box around a card and its loops. */
export function outline({ box, loops }: SceneCard): Rect {
    return { x: box.x, y: box.y, width: Math.max(box.width, loops.x + loops.width - box.x), height: Math.max(box.height, loops.y + loops.height - box.y) };
}

/** How far each of a card's loops reaches from the middle, in px: wide enough for its label, and each around those above it. */
export function loopReaches(labelWidths: readonly number[]): number[] {
    return labelWidths.reduce<number[]>((reaches, width) => [...reaches, Math.max(46, width / 2 + 20, (reaches[reaches.length - 1] ?? 0) + 14)], []);
}

/** The line of the nth flow from a card to itself: down from its lower border, along, and up again. */
export function loopPoints(card: Rect, index: number, reach: number): Point[] {
    const middle = card.x + card.width / 2;
    const bottom = card.y + card.height;
    const y = bottom + drop + index * pitch;
    return [
        { x: middle + reach, y: bottom },
        { x: middle + reach, y },
        { x: middle - reach, y },
        { x: middle - reach, y: bottom },
    ];
}
