import type { TraceGraph } from './trace-graph.ts';

/**
 * What can be reached from some nodes, with the least number of steps to each; the starts are among them, at 0. Upstream goes against
 * the edges. A breadth-first search with a queue for each distance (Dial, 1969): linear in the edges, whatever circles they form.
 */
export function reach(
    graph: Pick<TraceGraph, 'edges' | 'outgoing' | 'incoming'>,
    starts: readonly number[],
    direction: 'up' | 'down',
): ReadonlyMap<number, number> {
    const steps = new Map<number, number>();
    const queues: number[][] = [[...starts]];
    for (let distance = 0; distance < queues.length; distance += 1) {
        const queue = queues[distance] ?? [];
        for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
            if (steps.has(node)) {
                continue;
            }
            steps.set(node, distance);
            for (const index of (direction === 'up' ? graph.incoming : graph.outgoing)[node] ?? []) {
                const edge = graph.edges[index];
                const next = direction === 'up' ? edge?.from : edge?.to;
                if (edge !== undefined && next !== undefined && !steps.has(next)) {
                    const at = distance + edge.steps;
                    while (queues.length <= at) {
                        queues.push([]);
                    }
                    queues[at]?.push(next);
                }
            }
        }
    }
    return steps;
}
