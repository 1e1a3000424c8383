import type { DataCard, DataDiagram, DataReference } from '../../diagram/data/data-parts.ts';
import type { Point } from '../../diagram/geometry.ts';
import type { LayoutEngine } from '../engine.ts';
import type { Rect } from '../rects.ts';
import { stretches } from '../rects.ts';
import { fillIn } from './fill-in.ts';
import { loopLines } from './self-loops.ts';
import type { EntryOrder } from './elk-data.ts';
import { fromElk, orderByPlace, textOrder, toElk } from './elk-data.ts';

/** Cards and references with their places, in the drawing's own coordinates, in px. */
export interface DataScene {
    readonly width: number;
    readonly height: number;
    readonly cards: readonly { readonly card: DataCard; readonly box: Rect }[];
    readonly lines: readonly { readonly reference: DataReference; readonly points: readonly Point[] }[];
}

/** Places what references join by the engine, and the other cards where it left room. Rejects where the engine does. */
export async function placeCards(diagram: DataDiagram, engine: LayoutEngine, leastWidth: number): Promise<DataScene> {
    const joined = new Set(diagram.references.flatMap((each) => [each.from, each.to]));
    const linked = diagram.cards.filter((card) => joined.has(card.id));
    const graph = linked.length === 0 ? undefined : await placedGraph(diagram, linked, engine);
    const boxOf = (card: DataCard, { x, y }: Point): Rect => ({ x, y, width: card.block.width, height: card.block.height });
    const at = (card: DataCard): Point => graph?.cards.get(card.id) ?? { x: 0, y: 0 };
    const loops = new Map(linked.flatMap((card) => loopLines(diagram, card, at(card)).map((loop) => [loop.reference, loop.points] as const)));
    const lines = new Map([...(graph?.lines ?? []), ...loops]);
    const rest = fillIn(
        diagram.cards.filter((card) => !joined.has(card.id)),
        linked.map((card) => boxOf(card, at(card))),
        [...lines.values()].flatMap((points) => stretches(points).map((part) => part.box)),
        Math.max(leastWidth, graph?.width ?? 0),
    );
    const cards = diagram.cards.map((card) => ({ card, box: boxOf(card, graph?.cards.get(card.id) ?? rest.get(card.id) ?? { x: 0, y: 0 }) }));
    return {
        width: Math.max(...cards.map(({ box }) => box.x + box.width), graph?.width ?? 0, 0),
        height: Math.max(...cards.map(({ box }) => box.y + box.height), graph?.height ?? 0, 0),
        cards,
        lines: diagram.references.map((reference) => ({ reference, points: lines.get(reference.id) ?? [] })),
    };
}

/** Of more references than this each pass over the graph would take too long. */
const mostThorough = 24;

/** Twice: once to learn from where lines come, once with their ends in that order. */
async function placedGraph(diagram: DataDiagram, linked: readonly DataCard[], engine: LayoutEngine): Promise<ReturnType<typeof fromElk>> {
    const place = async (order: EntryOrder, thoroughness: number): ReturnType<typeof placedGraph> =>
        fromElk(await engine.layout(toElk(diagram, linked, order, thoroughness)), diagram);
    const first = textOrder(diagram);
    const isLarge = diagram.references.length > mostThorough;
    const rough = await place(first, isLarge ? 1 : 40);
    const better = orderByPlace(diagram, rough.cards);
    const isSame = [...first].every(([card, ids]) => ids.every((id, index) => better.get(card)?.[index] === id));
    return isSame && !isLarge ? rough : place(better, isLarge ? 4 : 40);
}
