import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stronglyConnected } from '../../../src/rules/graph/components.ts';
import { DisjointSets } from '../../../src/rules/graph/disjoint-sets.ts';
import { immediateDominators } from '../../../src/rules/graph/dominators.ts';
import { pathTo, reach } from '../../../src/rules/graph/reach.ts';

type Graph = readonly (readonly number[])[];

const graphs = fc
    .integer({ min: 1, max: 9 })
    .chain((size) => fc.array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 4 }), { minLength: size, maxLength: size }));

/** What a node reaches, by looking until nothing new is found; without going through one node. */
function reachedBy(graph: Graph, start: number, without = -1): Set<number> {
    const found = new Set(start === without ? [] : [start]);
    for (let before = -1; before !== found.size; ) {
        before = found.size;
        for (const node of found) for (const to of graph[node] ?? []) if (to !== without) found.add(to);
    }
    return found;
}

describe('strongly connected components', () => {
    test('hold exactly the nodes that reach each other', () => {
        fc.assert(
            fc.property(graphs, (graph) => {
                const components = stronglyConnected(graph);
                expect(components.flat().sort((a, b) => a - b)).toEqual(graph.map((_, node) => node));
                const home = new Map(components.flatMap((component, index) => component.map((node) => [node, index])));
                for (const a of graph.keys()) {
                    for (const b of graph.keys()) expect(home.get(a) === home.get(b)).toBe(reachedBy(graph, a).has(b) && reachedBy(graph, b).has(a));
                }
            }),
        );
    });

    test('are found in a ring of 200,000 nodes without a stack overflow', () => {
        const ring = Array.from({ length: 200_000 }, (_, node) => [(node + 1) % 200_000]);
        expect(stronglyConnected(ring)).toHaveLength(1);
    });
});

describe('dominators', () => {
    test('are the nodes without which a node is not reached', () => {
        fc.assert(
            fc.property(graphs, (graph) => {
                const dominators = immediateDominators(graph, 0);
                for (const node of graph.keys()) {
                    const chain: number[] = [];
                    for (let above = dominators[node] ?? -1; above !== -1; above = dominators[above] ?? -1) chain.push(above);
                    const needed = [...graph.keys()].filter(
                        (other) => other !== node && reachedBy(graph, 0).has(node) && !(other === 0 ? new Set([0]) : reachedBy(graph, 0, other)).has(node),
                    );
                    expect(chain.sort((a, b) => a - b)).toEqual(node === 0 ? [] : needed);
                }
            }),
            { numRuns: 500 },
        );
    });

    test('of a chain of 200,000 nodes are found without a stack overflow', () => {
        const chain = Array.from({ length: 200_000 }, (_, node) => (node < 199_999 ? [node + 1] : []));
        expect(immediateDominators(chain, 0)[199_999]).toBe(199_998);
    });
});

describe('reach', () => {
    test('finds what can be reached, by a way of real steps', () => {
        fc.assert(
            fc.property(graphs, (graph) => {
                const found = reach([0], (node) => (graph[node] ?? []).map((to) => [to, `${node}>${to}`] as const));
                expect(new Set(found.keys())).toEqual(reachedBy(graph, 0));
                for (const node of found.keys()) {
                    const path = pathTo(node, found).map((step) => step.split('>').map(Number));
                    expect([0, ...path.map(([, to]) => to)].at(-1)).toBe(node);
                    path.forEach(([from], index) => expect(from).toBe(index === 0 ? 0 : path[index - 1]?.[1]));
                }
            }),
        );
    });
});

describe('disjoint sets', () => {
    test('join what is joined, and nothing else', () => {
        const sets = new DisjointSets();
        for (const [a, b] of ['ab', 'cd', 'bc', 'ef']) sets.join(a ?? '', b ?? '');
        expect(new Set(['a', 'b', 'c', 'd'].map((name) => sets.rootOf(name))).size).toBe(1);
        expect(sets.rootOf('e')).toBe(sets.rootOf('f'));
        expect(sets.rootOf('e')).not.toBe(sets.rootOf('a'));
        expect(sets.rootOf('alone')).toBe('alone');
    });
});
