import type { Point } from '../../diagram/geometry.ts';
import type { DataCard, DataDiagram } from '../../diagram/data/data-parts.ts';
import type { Spacings } from '../elk-options.ts';
import { layeredOptions } from '../elk-options.ts';
import type { ElkNode } from '../engine.ts';
import { withoutSpare } from '../rects.ts';
import { loopRoom } from './self-loops.ts';

/** Room between the columns for the signs at both ends of a line, and a bend between them. */
const spacings: Spacings = { nodeNode: 28, betweenLayers: 56, edgeNodeBetweenLayers: 26, portPort: 14 };

/** Which references come in at which place of a card, from the top: ids of fields. */
export type EntryOrder = ReadonlyMap<string, readonly string[]>;

/** The cards that references join, as a graph for ELK: lines start at their field and end at the place that the order gives. */
export function toElk(diagram: DataDiagram, linked: readonly DataCard[], order: EntryOrder, thoroughness: number): ElkNode {
    const references = diagram.references.filter((each) => each.from !== each.to);
    return {
        id: 'root',
        layoutOptions: { ...layeredOptions('RIGHT', spacings, thoroughness), 'elk.spacing.componentComponent': '28' },
        children: linked.map((card) => ({
            id: `c:${card.id}`,
            // Loops keep their room as if it were the card's.
            width: card.block.width + loopRoom(diagram, card),
            height: card.block.height,
            // Lines start at their field's row; the cards of a column stand in line.
            layoutOptions: { 'elk.portConstraints': 'FIXED_POS', 'elk.alignment': 'LEFT' },
            ports: [
                ...references
                    .filter((each) => each.from === card.id)
                    .map((each) => port(`s:${each.id}`, 'EAST', card.block.width + loopRoom(diagram, card), each.fromY)),
                ...(order.get(card.id) ?? []).map((id, index) => port(`t:${id}`, 'WEST', 0, card.entry.y + index * card.entry.pitch)),
            ],
        })),
        edges: references.map((each) => ({ id: `e:${each.id}`, sources: [`s:${each.id}`], targets: [`t:${each.id}`] })),
    };
}

function port(id: string, side: 'EAST' | 'WEST', x: number, y: number): NonNullable<ElkNode['ports']>[number] {
    return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

/** The order in which the text has them. */
export function textOrder({ references }: DataDiagram): EntryOrder {
    const order = new Map<string, string[]>();
    for (const each of references.filter((reference) => reference.from !== reference.to)) {
        order.set(each.to, [...(order.get(each.to) ?? []), each.id]);
    }
    return order;
}

/** For each card the references from above first, so that lines do not cross right before they end. */
export function orderByPlace(diagram: DataDiagram, cards: ReadonlyMap<string, Point>): EntryOrder {
    const level = new Map(diagram.references.map((each) => [each.id, (cards.get(each.from)?.y ?? 0) + each.fromY]));
    return new Map([...textOrder(diagram)].map(([card, ids]) => [card, [...ids].sort((a, b) => (level.get(a) ?? 0) - (level.get(b) ?? 0))]));
}

export interface PlacedGraph {
    readonly cards: ReadonlyMap<string, Point>;
    readonly lines: ReadonlyMap<string, readonly Point[]>;
    readonly width: number;
    readonly height: number;
}

/** The places that ELK gave, on half pixels, with the drawing's top left corner at 0,0. */
export function fromElk(placed: ElkNode, diagram: DataDiagram): PlacedGraph {
    const nodes = placed.children ?? [];
    const edges = (placed.edges ?? []).map((edge) => ({
        id: edge.id.slice(2),
        points: (edge.sections ?? []).flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]),
    }));
    const cards = new Map(diagram.cards.map((card) => [card.id, card]));
    const starts = new Map(diagram.references.map((each) => [each.id, cards.get(each.from)]));
    // A line starts at the card itself, through the room of its loops.
    const whole = (id: string, points: readonly Point[]): Point[] => {
        const card = starts.get(id);
        const first = points[0];
        const room = card === undefined ? 0 : loopRoom(diagram, card);
        return first === undefined || room === 0 ? [...points] : [{ x: first.x - room, y: first.y }, ...points];
    };
    const corners = [
        ...nodes.flatMap((node) => [
            { x: node.x ?? 0, y: node.y ?? 0 },
            { x: (node.x ?? 0) + (node.width ?? 0), y: (node.y ?? 0) + (node.height ?? 0) },
        ]),
        ...edges.flatMap((edge) => edge.points),
    ];
    const left = Math.min(...corners.map((point) => point.x));
    const top = Math.min(...corners.map((point) => point.y));
    const half = (value: number): number => Math.round(value * 2) / 2;
    const moved = ({ x, y }: Point): Point => ({ x: half(x - left), y: half(y - top) });
    return {
        cards: new Map(nodes.map((node) => [node.id.slice(2), moved({ x: node.x ?? 0, y: node.y ?? 0 })])),
        lines: new Map(edges.map((edge) => [edge.id, withoutSpare(whole(edge.id, edge.points).map(moved))])),
        width: half(Math.max(...corners.map((point) => point.x)) - left),
        height: half(Math.max(...corners.map((point) => point.y)) - top),
    };
}
