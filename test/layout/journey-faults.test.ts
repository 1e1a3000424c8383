import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journeyDiagram } from '../../src/diagram/journey/journey-diagram.ts';
import type { JourneyDiagram } from '../../src/diagram/journey/journey-parts.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { placeJourney } from '../../src/layout/journey.ts';
import { placeTouchpoints } from '../../src/layout/journey-touchpoints.ts';
import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { boxFaults } from './box-faults.ts';
import { anyJourney, journeyView } from './journey-arbitrary.ts';
import { graphFaults, textBoxes, textFaults } from './journey-faults.ts';

const engine = createElkEngine();
const settings = { seed: 20260930, numRuns: Number(process.env['RUNS'] ?? 60), endOnFailure: true };

function drawn(model: CrmModel, view: View = journeyView): JourneyDiagram {
    const diagram = journeyDiagram(model, view);
    if (diagram === undefined) throw new Error('The model has no journey.');
    return diagram;
}

async function graphFaultsOf(diagram: JourneyDiagram): Promise<string[]> {
    const graphs = diagram.rows.flatMap((row) => row.lanes.flatMap((lane) => (lane.type === 'touchpoints' ? [lane.graph] : [])));
    const faults: string[] = [];
    for (const graph of graphs) faults.push(...graphFaults(graph, await placeTouchpoints(graph, diagram, engine), diagram.left, diagram.right));
    return faults;
}

test('whatever its ways, a journey keeps cards, ways and their words apart and its columns in order', async () => {
    await fc.assert(
        fc.asyncProperty(anyJourney, async (model) => {
            const diagram = drawn(model);
            expect(await graphFaultsOf(diagram)).toEqual([]);
        }),
        settings,
    );
});

test('whatever a journey holds, no text stands on another, leaves its lane or the sheet', async () => {
    await fc.assert(
        fc.asyncProperty(anyJourney, async (model) => {
            const diagram = drawn(model);
            for (const lane of diagram.rows.flatMap((row) => row.lanes)) {
                if (lane.type === 'touchpoints') continue;
                const height = Math.max(lane.body.height, lane.label.height);
                const outside = textBoxes([...lane.body.marks, ...lane.label.marks]).filter((box) => box.y < 0 || box.y + box.height > height);
                expect(outside, `texts out of the lane ${lane.name}`).toEqual([]);
            }
            const placed = await placeJourney(diagram, engine);
            expect([...textFaults(placed.marks, placed.width, placed.height), ...boxFaults(placed.marks)]).toEqual([]);
        }),
        settings,
    );
});

const overlays = ['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain'];

test('so it is with all overlays, and where touchpoints are left out', async () => {
    await fc.assert(
        fc.asyncProperty(
            anyJourney,
            fc.array(fc.nat(19), { maxLength: 8 }),
            fc.subarray(['facts', 'labels', 'persona', 'title', 'legend']),
            async (model, picks, hide) => {
                const ids = model.journeys.flatMap((journey) => journey.stages.flatMap((stage) => stage.touchpoints.map(({ id }) => id)));
                const exclude = picks.flatMap((pick) =>
                    ids.length === 0 ? [] : [{ select: 'thing' as const, kind: 'touchpoint', id: ids[pick % ids.length] ?? '' }],
                );
                const diagram = drawn(model, { ...journeyView, overlays, exclude, hide });
                expect(await graphFaultsOf(diagram)).toEqual([]);
                const placed = await placeJourney(diagram, engine);
                expect([...textFaults(placed.marks, placed.width, placed.height), ...boxFaults(placed.marks)]).toEqual([]);
            },
        ),
        settings,
    );
});

const paper = fc.record({ size: fc.constantFrom('a4' as const, 'a3' as const), orientation: fc.constantFrom('portrait' as const, 'landscape' as const) });

test('so it is with stages in several rows, and on paper', async () => {
    await fc.assert(
        fc.asyncProperty(
            anyJourney,
            fc.constantFrom('right' as const, 'down' as const, undefined),
            fc.option(paper, { nil: undefined }),
            async (model, direction, page) => {
                const diagram = drawn(model, { ...journeyView, ...(direction && { direction }), ...(page && { page }) });
                expect(await graphFaultsOf(diagram)).toEqual([]);
                const placed = await placeJourney(diagram, engine);
                expect([...textFaults(placed.marks, placed.width, placed.height), ...boxFaults(placed.marks)]).toEqual([]);
            },
        ),
        { ...settings, numRuns: Math.ceil(settings.numRuns / 3) },
    );
});
