import type { Point } from '../diagram/geometry.ts';
import type { TouchpointGraph } from '../diagram/journey/journey-parts.ts';
import type { JourneySpacings } from './elk-options.ts';
import type { LayoutEngine } from './engine.ts';
import type { PlacedGraph } from './journey-graph.ts';
import { drawArches } from './journey-arches.ts';
import { fromElk, toElk } from './journey-graph.ts';
import type { PlacedLabel } from './journey-labels.ts';
import { placeLabels } from './journey-labels.ts';
import { isOneRow, placeRow } from './journey-row.ts';
import { squeeze } from './journey-squeeze.ts';
import { waySides } from './journey-ways.ts';

/** The touchpoints and ways with their places; x on the sheet, y from the top of the lane's content. */
export interface PlacedTouchpoints {
    readonly cards: readonly Point[];
    /** By position; behind them the lines that come from or lead to other rows. */
    readonly ways: readonly (readonly Point[])[];
    /** The plate of each way's words, by position. */
    readonly labels: readonly (PlacedLabel | undefined)[];
    readonly height: number;
}

/** Half a card and the least row distance: a branch turns in the middle of the card below. */
const edgeNode = 60;
/** How much further apart everything stands in each try, until all words have room. */
const tries = [0, 20, 44, 72];

/** Of a line that leads on to another row, in px. */
const longestStub = 28;

/** Rows and routes for the touchpoints. Where words find no room, all is laid out once more with wider spaces. */
export async function placeTouchpoints(
    graph: TouchpointGraph,
    bounds: { readonly left: number; readonly right: number },
    engine: LayoutEngine,
): Promise<PlacedTouchpoints> {
    const sides = waySides(graph);
    const labels = graph.ways.flatMap((way) => way.label ?? []);
    const tallest = Math.max(0, ...labels.map((label) => label.height));
    const cardHeight = Math.max(0, ...graph.nodes.map((node) => node.card.height));
    let best: (PlacedTouchpoints & { readonly missing: number }) | undefined;
    const row = isOneRow(graph) ? placeRow(graph, sides) : undefined;
    for (const more of tries) {
        const spacings: JourneySpacings = {
            betweenCards: columnGap(graph),
            edgeNode: Math.max(edgeNode, cardHeight / 2 + 24, tallest + 42) + more,
            edgeEdge: (labels.length > 0 ? Math.max(16, tallest + 6) : 16) + more,
        };
        const rough = fromElk(graph, sides, row ?? (await engine.layout(toElk(graph, sides, spacings))));
        const placed = withStubs(graph, drawArches(graph, sides, rough, more), bounds);
        const { boxes, missing } = placeLabels(graph, placed, bounds.left, bounds.right);
        if (best === undefined || missing < best.missing) {
            best = { ...squeeze(graph, withLabels(placed, boxes)), missing };
        }
        if (missing === 0) {
            break;
        }
    }
    return best ?? { cards: [], ways: [], labels: [], height: 0 };
}

/** Behind the ways, the short lines that come from an earlier row into the first card, and go on to a later one from the last. */
function withStubs(graph: TouchpointGraph, placed: PlacedGraph, bounds: { readonly left: number; readonly right: number }): PlacedGraph {
    const first = placed.cards[0];
    const last = placed.cards.at(-1);
    const [firstCard, lastCard] = [graph.nodes[0]?.card, graph.nodes.at(-1)?.card];
    const ways = [...placed.ways];
    if (graph.enters === true && first !== undefined && firstCard !== undefined) {
        const y = first.y + firstCard.height / 2;
        ways.push([
            { x: bounds.left, y },
            { x: first.x, y },
        ]);
    }
    if (graph.leaves !== undefined && last !== undefined && lastCard !== undefined) {
        const y = last.y + lastCard.height / 2;
        const from = last.x + lastCard.width;
        ways.push([
            { x: from, y },
            { x: Math.min(bounds.right, from + longestStub), y },
        ]);
    }
    return { ...placed, ways };
}

/** Plates may stand out above the highest line: then everything moves down. */
function withLabels(placed: PlacedGraph, boxes: readonly (PlacedLabel | undefined)[]): PlacedTouchpoints {
    const shift = -Math.min(0, ...boxes.flatMap((box) => box?.y ?? []));
    const moved = (point: Point): Point => ({ x: point.x, y: point.y + shift });
    const labels = boxes.map((box) => box && { ...box, y: box.y + shift });
    return {
        cards: placed.cards.map(moved),
        ways: placed.ways.map((way) => way.map(moved)),
        labels,
        height: Math.max(placed.height + shift, ...labels.flatMap((box) => (box === undefined ? [] : box.y + box.height))),
    };
}

/** The narrowest gap between two neighbours, in px. */
function columnGap(graph: TouchpointGraph): number {
    const gaps = graph.nodes.slice(1).map((node, index) => node.x - (graph.nodes[index]?.x ?? 0) - node.card.width);
    return Math.min(64, ...gaps);
}
