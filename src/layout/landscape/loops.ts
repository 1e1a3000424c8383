import type { Point } from '../../diagram/geometry.ts';
import type { LandscapeDiagram, LandscapeHop } from '../../diagram/landscape/landscape-parts.ts';
import type { Rect } from '../rects.ts';

/** Distance of the line below the card, and of two loops, in px. */
const drop = 36;
const pitch = 64;

/** The hops of flows from a system to itself. */
export function loopsOf(diagram: LandscapeDiagram, card: string): LandscapeHop[] {
    return diagram.hops.filter((hop) => hop.from === card && hop.to === card);
}

/** The height in px that a card's flows to itself take below it. */
export function loopRoom(diagram: LandscapeDiagram, card: string): number {
    const count = loopsOf(diagram, card).length;
    return count === 0 ? 0 : drop + pitch * (count - 1) + 32;
}

/** The line of the nth flow from a card to itself: down from its lower border, along, and up again. */
export function loopPoints(card: Rect, index: number, labelWidth: number): Point[] {
    const reach = Math.min(card.width / 2 - 12, Math.max(26, labelWidth / 2) + 20 + index * 14);
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
