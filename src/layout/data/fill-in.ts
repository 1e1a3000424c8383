import type { DataCard } from '../../diagram/data/data-parts.ts';
import type { Point } from '../../diagram/geometry.ts';
import type { Rect } from '../rects.ts';
import { overlap } from '../rects.ts';

/** Between cards, in px. */
const gap = 24;
/** Between a card and a line that passes it, in px. */
const lineGap = 12;

/** Puts cards, in the order of the text, each at the highest free place within the width, and there as far left as can be. */
export function fillIn(cards: readonly DataCard[], placed: readonly Rect[], lines: readonly Rect[], width: number): ReadonlyMap<string, Point> {
    const boxes = [...placed];
    const places = new Map<string, Point>();
    for (const card of cards) {
        const size = { width: card.block.width, height: card.block.height };
        const xs = [0, ...boxes.flatMap((box) => [box.x, box.x + box.width + gap])].filter((x) => x === 0 || x + size.width <= width);
        const ys = [0, ...[...boxes, ...lines].map((box) => box.y + box.height + gap)];
        const free = ys
            .flatMap((y) => xs.map((x) => ({ x, y })))
            .filter(
                (place) =>
                    !boxes.some((box) => overlap({ ...place, ...size }, box, gap - 0.01)) && !lines.some((box) => overlap({ ...place, ...size }, box, lineGap)),
            );
        const best = free.reduce((first, place) => (place.y < first.y || (place.y === first.y && place.x < first.x) ? place : first));
        boxes.push({ ...best, ...size });
        places.set(card.id, best);
    }
    return places;
}
