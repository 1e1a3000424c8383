import type { DataCard, DataDiagram, DataReference } from '../../diagram/data/data-parts.ts';
import type { Point } from '../../diagram/geometry.ts';

/** From the border to the first upright part, with room for the signs at both ends; and between two of these, in px. */
const firstReach = 24;
const pitch = 12;

/** References of an entity to itself: they leave at their row and come back at the top of the same side. */
export function loopsOf(diagram: DataDiagram, card: DataCard): readonly DataReference[] {
    return diagram.references.filter((each) => each.from === card.id && each.to === card.id);
}

/** The room at the right of a card that its loops need; 0 where it has none. */
export function loopRoom(diagram: DataDiagram, card: DataCard): number {
    const count = loopsOf(diagram, card).length;
    return count === 0 ? 0 : firstReach + (count - 1) * pitch;
}

/** The loops of a card at its place: those from rows further down reach further out, and come back further up. */
export function loopLines(diagram: DataDiagram, card: DataCard, place: Point): { readonly reference: string; readonly points: readonly Point[] }[] {
    const loops = [...loopsOf(diagram, card)].sort((a, b) => a.fromY - b.fromY);
    const border = place.x + card.block.width;
    return loops.map(({ id, fromY }, index) => {
        const x = border + firstReach + index * pitch;
        const top = place.y + card.entry.y + (loops.length - 1 - index) * card.entry.pitch;
        return {
            reference: id,
            points: [
                { x: border, y: place.y + fromY },
                { x, y: place.y + fromY },
                { x, y: top },
                { x: border, y: top },
            ],
        };
    });
}
