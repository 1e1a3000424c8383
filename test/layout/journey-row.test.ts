import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journeyDiagram } from '../../src/diagram/journey/journey-diagram.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { fromElk, toElk } from '../../src/layout/journey-graph.ts';
import { isOneRow, placeRow } from '../../src/layout/journey-row.ts';
import { placeTouchpoints } from '../../src/layout/journey-touchpoints.ts';
import { waySides } from '../../src/layout/journey-ways.ts';
import { anyJourney, journeyView } from './journey-arbitrary.ts';

const engine = createElkEngine();

test('touchpoints of one row get the places that ELK gives them, without it', async () => {
    let rows = 0;
    await fc.assert(
        fc.asyncProperty(anyJourney, fc.constantFrom(8, 24, 64), fc.constantFrom(60, 87, 144), async (model, betweenCards, edgeNode) => {
            const diagram = journeyDiagram(model, journeyView);
            const graph = diagram?.rows.flatMap((each) => each.lanes).find((lane) => lane.type === 'touchpoints')?.graph;
            if (!diagram || !graph || !isOneRow(graph)) return;
            const sides = waySides(graph);
            const byElk = await engine.layout(toElk(graph, sides, { betweenCards, edgeNode, edgeEdge: 16 }));
            expect(fromElk(graph, sides, placeRow(graph, sides))).toEqual(fromElk(graph, sides, byElk));
            await placeTouchpoints(graph, diagram, { layout: () => Promise.reject(new Error('ELK is asked.')) });
            rows += graph.nodes.length > 2 ? 1 : 0;
        }),
        { seed: 20261123, numRuns: Number(process.env['RUNS'] ?? 150), endOnFailure: true },
    );
    expect(rows).toBeGreaterThan(10);
});
