import type { TouchpointGraph } from '../diagram/journey/journey-parts.ts';
import type { ElkNode } from './engine.ts';
import { slotHeight } from './journey-graph.ts';
import type { WaySides } from './journey-ways.ts';
import { mainPath, positions } from './journey-ways.ts';

/** Whether all touchpoints stand in the upper row: then each way goes straight to the next card, or over the row. */
export function isOneRow(graph: TouchpointGraph): boolean {
    return mainPath(graph).size === graph.nodes.length;
}

/** The places that ELK gives to what `isOneRow`; most journeys need no more, and so do without starting ELK. */
export function placeRow(graph: TouchpointGraph, sides: readonly WaySides[]): ElkNode {
    const position = positions(graph);
    const y = slotHeight(graph) / 2;
    const straight = [...graph.ways.entries()].filter(([index]) => sides[index]?.isMain === true);
    return {
        id: 'journey',
        children: graph.nodes.map(({ id, x }) => ({ id: `touchpoint:${id}`, x, y: 0 })),
        edges: straight.map(([index, { from, to }]) => {
            const [start, end] = [from, to].map((id) => graph.nodes[position.get(id) ?? 0]);
            const section = { id: `way${index}`, startPoint: { x: (start?.x ?? 0) + (start?.card.width ?? 0), y }, endPoint: { x: end?.x ?? 0, y } };
            return { id: `way${index}`, sources: [from], targets: [to], sections: [section] };
        }),
    };
}
