import { cardWidth } from '../diagram/journey/journey-grid.ts';
import type { TouchpointGraph } from '../diagram/journey/journey-parts.ts';
import type { Point } from '../diagram/geometry.ts';
import type { JourneySpacings } from './elk-options.ts';
import { journeyOptions, touchpointOptions, wayOptions, wayPortOptions } from './elk-options.ts';
import type { ElkExtendedEdge, ElkNode, ElkPort } from './engine.ts';
import type { Side, WaySides } from './journey-ways.ts';
import { isArch, mainPath, positions } from './journey-ways.ts';

/** Where cards and ways stand; x on the sheet, y from the top of the highest thing. */
export interface PlacedGraph {
    readonly cards: readonly Point[];
    /** In the order of the ways: from card border to card border; empty for arches. */
    readonly ways: readonly (readonly Point[])[];
    readonly height: number;
}

/** The touchpoints as a graph for ELK: stages are partitions, and each touchpoint has a column of its own, in the order of the text. */
export function toElk(graph: TouchpointGraph, sides: readonly WaySides[], spacings: JourneySpacings): ElkNode {
    const ports = new Map<string, ElkPort[]>(graph.nodes.map((node) => [node.id, []]));
    const edges: ElkExtendedEdge[] = [];
    const join = (id: string, from: string, to: string, side: WaySides): void => {
        ports.get(from)?.push({ id: `${id}.from`, width: 0, height: 0, layoutOptions: wayPortOptions(side.from) });
        ports.get(to)?.push({ id: `${id}.to`, width: 0, height: 0, layoutOptions: wayPortOptions(side.to) });
        edges.push({ id, sources: [`${id}.from`], targets: [`${id}.to`], layoutOptions: wayOptions(side.isMain) });
    };
    graph.ways.forEach((way, index) => {
        const side = sides[index];
        // What goes over the upper row stands in no other's way, and is drawn when the row has its place.
        if (side !== undefined && !isArch(side)) {
            join(`way${index}`, way.from, way.to, side);
        }
    });
    // Neighbours of the upper row stay on one line, also where no straight way joins them.
    rowGaps(graph, sides).forEach(([from, to], index) => join(`row${index}`, from, to, { from: 'EAST', to: 'WEST', isMain: true }));
    const height = slotHeight(graph);
    return {
        id: 'journey',
        layoutOptions: journeyOptions(spacings),
        children: graph.nodes.map((node, index) => ({
            id: `touchpoint:${node.id}`,
            x: index * 2 * cardWidth,
            y: 0,
            width: node.card.width,
            height,
            ports: ports.get(node.id) ?? [],
            layoutOptions: touchpointOptions(node.stage),
        })),
        edges,
    };
}

/** All cards take as much room as the highest, so that rows keep their distance; each stands in the middle of its room. */
export function slotHeight(graph: TouchpointGraph): number {
    return Math.max(0, ...graph.nodes.map((node) => node.card.height));
}

function rowGaps(graph: TouchpointGraph, sides: readonly WaySides[]): (readonly [string, string])[] {
    const row = [...mainPath(graph)].sort((a, b) => a - b).flatMap((index) => graph.nodes[index]?.id ?? []);
    const isJoined = (from: string, to: string): boolean =>
        graph.ways.some((way, index) => way.from === from && way.to === to && sides[index]?.isMain === true);
    return row.slice(1).flatMap((to, index) => {
        const from = row[index] ?? '';
        return isJoined(from, to) ? [] : [[from, to] as const];
    });
}

/**
 * ELK's rows and routes on the columns of the sheet. ELK's own columns may be wider where many ways bend between two cards: these
 * gaps are narrowed to those of the sheet.
 */
export function fromElk(graph: TouchpointGraph, sides: readonly WaySides[], placed: ElkNode): PlacedGraph {
    const position = positions(graph);
    const slots = graph.nodes.map((node) => placed.children?.find((child) => child.id === `touchpoint:${node.id}`));
    const stops = graph.nodes.flatMap((node, index) => {
        const x = slots[index]?.x ?? 0;
        return [
            { from: x, to: node.x },
            { from: x + node.card.width, to: node.x + node.card.width },
        ];
    });
    const edges = graph.ways.map((_, index) => placed.edges?.find((edge) => edge.id === `way${index}`));
    const highest = [...slots.map((slot) => slot?.y ?? 0), ...edges.flatMap((edge) => pointsOf(edge).map((point) => point.y))];
    const top = highest.length === 0 ? 0 : Math.min(...highest);
    const round = (value: number): number => Math.round(value * 2) / 2;
    const height = slotHeight(graph);
    const inset = (id: string): number => Math.floor((height - (graph.nodes[position.get(id) ?? 0]?.card.height ?? height)) / 2);
    const cards = graph.nodes.map((node, index) => ({ x: node.x, y: round((slots[index]?.y ?? 0) - top) + inset(node.id) }));
    const bottomOf = (id: string): number => (cards[position.get(id) ?? 0]?.y ?? 0) + (graph.nodes[position.get(id) ?? 0]?.card.height ?? 0);
    const topOf = (id: string): number => cards[position.get(id) ?? 0]?.y ?? 0;
    const border = (id: string, side: Side | undefined, y: number): number => (side === 'NORTH' ? topOf(id) : side === 'SOUTH' ? bottomOf(id) : y);
    const ways = graph.ways.map((way, index) => {
        const points = pointsOf(edges[index]).map((point) => ({ x: round(mapped(point.x, stops)), y: round(point.y - top) }));
        return points.map((point, at) =>
            at === 0
                ? { x: point.x, y: border(way.from, sides[index]?.from, point.y) }
                : at === points.length - 1
                  ? { x: point.x, y: border(way.to, sides[index]?.to, point.y) }
                  : point,
        );
    });
    const lowest = [...cards.map((card, index) => card.y + (graph.nodes[index]?.card.height ?? 0)), ...ways.flatMap((way) => way.map((point) => point.y))];
    return { cards, ways, height: Math.max(0, ...lowest) };
}

function pointsOf(edge: ElkExtendedEdge | undefined): Point[] {
    const [section] = edge?.sections ?? [];
    return section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
}

interface Stop {
    readonly from: number;
    readonly to: number;
}

function mapped(x: number, stops: readonly Stop[]): number {
    const next = stops.findIndex((stop) => stop.from >= x);
    const before = stops[next === -1 ? stops.length - 1 : next - 1];
    const after = next === -1 ? undefined : stops[next];
    if (before === undefined || after === undefined) {
        const only = before ?? after;
        return only === undefined ? x : only.to + (x - only.from);
    }
    const width = after.from - before.from;
    return width === 0 ? after.to : before.to + ((x - before.from) * (after.to - before.to)) / width;
}
