import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reach } from '../../../src/diagram/trace/reach.ts';
import type { TraceEdge, TraceGraph } from '../../../src/diagram/trace/trace-graph.ts';

type Plain = Pick<TraceGraph, 'edges' | 'outgoing' | 'incoming'> & { readonly count: number };

function graphOf(count: number, pairs: readonly (readonly [number, number, number])[]): Plain {
    const edges = pairs.map(([from, to, steps]): TraceEdge => ({ from: from % count, to: to % count, steps, why: { kind: 'holds' } }));
    const at = (end: 'from' | 'to'): number[][] =>
        Array.from({ length: count }, (_, node) => edges.flatMap((edge, index) => (edge[end] === node ? [index] : [])));
    return { count, edges, outgoing: at('from'), incoming: at('to') };
}

/** The least steps between all pairs, by trying every way over every node (Floyd and Warshall). */
function allSteps({ count, edges }: Plain): number[][] {
    const steps = Array.from({ length: count }, (_, from) => Array.from({ length: count }, (__, to) => (from === to ? 0 : Number.POSITIVE_INFINITY)));
    const at = (from: number, to: number): number => steps[from]?.[to] ?? Number.POSITIVE_INFINITY;
    const lower = (from: number, to: number, value: number): void => {
        const row = steps[from];
        if (row && value < at(from, to)) row[to] = value;
    };
    edges.forEach((edge) => lower(edge.from, edge.to, edge.steps));
    for (let over = 0; over < count; over += 1) {
        for (let from = 0; from < count; from += 1) {
            for (let to = 0; to < count; to += 1) lower(from, to, at(from, over) + at(over, to));
        }
    }
    return steps;
}

const anyGraph = fc
    .record({ count: fc.integer({ min: 1, max: 12 }), pairs: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 0, max: 3 })), { maxLength: 30 }) })
    .map(({ count, pairs }) => graphOf(count, pairs));

test('reaches both ways just what a check of every way finds, in as few steps, circles or not', () => {
    fc.assert(
        fc.property(anyGraph, fc.nat(11), (graph, pick) => {
            const start = pick % graph.count;
            const steps = allSteps(graph);
            const nodes = Array.from({ length: graph.count }, (_, node) => node);
            const found = (of: (node: number) => number | undefined): [number, number][] =>
                nodes.flatMap((node): [number, number][] => {
                    const value = of(node);
                    return value === undefined || !Number.isFinite(value) ? [] : [[node, value]];
                });
            const sorted = (map: ReadonlyMap<number, number>): [number, number][] => [...map].sort((a, b) => a[0] - b[0]);
            expect(sorted(reach(graph, [start], 'down'))).toEqual(found((node) => steps[start]?.[node]));
            expect(sorted(reach(graph, [start], 'up'))).toEqual(found((node) => steps[node]?.[start]));
        }),
        { seed: 20260930, numRuns: 500 },
    );
});

test('goes once round a circle', () => {
    const circle = graphOf(3, [
        [0, 1, 1],
        [1, 2, 1],
        [2, 0, 1],
    ]);
    expect([...reach(circle, [0], 'down')]).toEqual([
        [0, 0],
        [1, 1],
        [2, 2],
    ]);
    expect([...reach(circle, [0], 'up')]).toEqual([
        [0, 0],
        [2, 1],
        [1, 2],
    ]);
});

test('takes time in line with the edges', () => {
    const count = 60_000;
    const edges = Array.from({ length: count }, (_, node): TraceEdge => ({ from: node, to: (node + 1) % count, steps: 1, why: { kind: 'holds' } }));
    const graph = { edges, outgoing: edges.map((_, node) => [node]), incoming: edges.map((_, node) => [(node + count - 1) % count]) };
    expect(reach(graph, [0], 'down').get(count - 1)).toBe(count - 1);
});
