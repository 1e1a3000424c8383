import type { TouchpointGraph } from '../diagram/journey/journey-parts.ts';
import type { PlacedTouchpoints } from './journey-touchpoints.ts';

/** No more than this stays empty between two things in px: an arrowhead, a corner, and some bare line. */
const mostEmpty = 28;

interface Band {
    readonly from: number;
    readonly to: number;
}

/**
 * Narrows the empty bands that run over the whole width of the lane, where only ways go up and down. Everything keeps its order
 * from top to bottom, so nothing can meet that did not meet before.
 */
export function squeeze(graph: TouchpointGraph, placed: PlacedTouchpoints): PlacedTouchpoints {
    const bands = emptyBands([
        ...placed.cards.map((card, index) => ({ from: card.y, to: card.y + (graph.nodes[index]?.card.height ?? 0) })),
        ...placed.labels.flatMap((label) => (label === undefined ? [] : [{ from: label.y - 6, to: label.y + label.height + 6 }])),
        ...placed.ways.flatMap((points) => points.slice(1).flatMap((point, index) => (point.y === points[index]?.y ? [{ from: point.y, to: point.y }] : []))),
    ]);
    const moved = (y: number): number =>
        y - bands.reduce((sum, band) => sum + Math.max(0, Math.min(y, band.to) - band.from) * (1 - mostEmpty / (band.to - band.from)), 0);
    const round = (y: number): number => Math.round(moved(y) * 2) / 2;
    return {
        cards: placed.cards.map((card) => ({ x: card.x, y: round(card.y) })),
        ways: placed.ways.map((points) => points.map((point) => ({ x: point.x, y: round(point.y) }))),
        labels: placed.labels.map((label) => label && { ...label, y: round(label.y) }),
        height: round(placed.height),
    };
}

function emptyBands(things: readonly Band[]): Band[] {
    const sorted = [...things].sort((a, b) => a.from - b.from);
    const bands: Band[] = [];
    let bottom = sorted[0]?.to ?? 0;
    for (const thing of sorted) {
        if (thing.from - bottom > mostEmpty) {
            bands.push({ from: bottom, to: thing.from });
        }
        bottom = Math.max(bottom, thing.to);
    }
    return bands;
}
