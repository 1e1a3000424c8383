import type { Flow } from '../../model/crm-model.ts';
import type { Age } from './flow-age.ts';
import { addAges, flowAge, isOlder } from './flow-age.ts';
import type { TraceEdge, TraceGraph } from './trace-graph.ts';

/** The way by which data is oldest: the flows from the nearest to the farthest, and the age that they add up to. */
export interface AgedWay {
    readonly flows: readonly Flow[];
    readonly age: Age;
}

interface Step {
    readonly node: number;
    readonly flows: readonly Flow[];
    readonly age: Age;
}

/**
 * How old the data of a node can be: of the shortest ways to everything that it comes from, the one that adds up to most; nothing
 * where no flow brings it. What names the field counts before what names the entity only.
 * Each node is looked at once, so data that goes in circles is counted once.
 */
export function oldestWay(graph: TraceGraph, start: number): AgedWay | undefined {
    const seen = new Set([start]);
    const queue: Step[] = [{ node: start, flows: [], age: { kind: 'known', seconds: 0 } }];
    let oldest: Step | undefined;
    for (let at = 0; at < queue.length; at += 1) {
        const step = queue[at] as Step;
        if (step.flows.length > 0 && (oldest === undefined || isOlder(step.age, oldest.age))) {
            oldest = step;
        }
        for (const edge of suppliersOf(graph, step.node)) {
            if (!seen.has(edge.from) && edge.why.kind === 'flow') {
                seen.add(edge.from);
                const { flow } = edge.why;
                queue.push({ node: edge.from, flows: [...step.flows, flow], age: addAges(step.age, flowAge(flow)) });
            }
        }
    }
    return oldest === undefined ? undefined : { flows: oldest.flows, age: oldest.age };
}

/** The flows that bring the data of a node directly, each once. */
export function flowsInto(graph: TraceGraph, node: number): Flow[] {
    return [...new Set(suppliersOf(graph, node).flatMap((edge) => (edge.why.kind === 'flow' ? [edge.why.flow] : [])))];
}

/** The flows that carry the data of a node onwards directly, each once: those that name the field, else the entity. */
export function flowsOutOf(graph: TraceGraph, node: number): Flow[] {
    return [...new Set(nearest(graph, node, 'outgoing', 'in').flatMap((edge) => (edge.why.kind === 'flow' ? [edge.why.flow] : [])))];
}

function suppliersOf(graph: TraceGraph, node: number): TraceEdge[] {
    return nearest(graph, node, 'incoming', 'out');
}

/**
 * Edges of flows at a field or, where there are none, at its entity as a whole; of a system without entities, at the system. `whole` is the part of an entity that stands for all
 * its fields: of that, the edges of every field count.
 */
function nearest(graph: TraceGraph, node: number, side: 'incoming' | 'outgoing', whole: 'in' | 'out'): TraceEdge[] {
    const end = side === 'incoming' ? 'from' : 'to';
    const edges = (at: number): TraceEdge[] => (graph[side][at] ?? []).flatMap((index) => graph.edges[index] ?? []);
    const flows = (at: number): TraceEdge[] => edges(at).filter((edge) => edge.why.kind === 'flow' && edge.why.through === undefined);
    const parts = edges(node).flatMap((edge) => (edge.why.kind === 'holds' ? [edge[end]] : []));
    const start = graph.nodes[node];
    if (start?.kind === 'entity' && start.part === whole) {
        return [node, ...parts].flatMap(flows);
    }
    const own = flows(node);
    return own.length > 0 || start?.kind === 'entity' ? own : parts.filter((at) => graph.nodes[at]?.part !== whole).flatMap(flows);
}
