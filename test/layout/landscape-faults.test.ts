import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arrangement } from '../../src/diagram/landscape/landscape-diagram.ts';
import { landscapeDiagram } from '../../src/diagram/landscape/landscape-diagram.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { arrange } from '../../src/layout/landscape/arrange.ts';
import { placeLabels } from '../../src/layout/landscape/place-labels.ts';
import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { generatedMap, shapes } from './generated-maps.ts';
import { faultsOf } from './landscape-faults.ts';
import { entity, flow, landscapeView, mapOf, system } from '../helpers/landscape-maps.ts';

const engine = createElkEngine();

async function faults(model: CrmModel, view: View, arrangement?: Arrangement): Promise<string[]> {
    const { scene } = await arrange(landscapeDiagram(model, view, arrangement), engine, 852);
    return faultsOf(scene, placeLabels(scene));
}

const categories = ['crm', 'erp', 'commerce', 'support', 'middleware', 'marketing-automation', undefined];
const titles = ['CRM', 'Web shop', 'Marketing automation', 'A system with a rather long name, as they have in banks', '顧客管理', 'Shop 🛍️'];
const flowTitles = [
    '',
    'Orders',
    'Customer profile',
    'Loyalty sign-ups, by spreadsheet',
    'Every change of an address that a customer made on any channel',
    '注文データ',
];
const timings = [undefined, 'real-time', 'near-real-time', 'scheduled', 'manual'];

/** Any map of so many systems, and flows between any of them, some of them over a third. */
function anyMap(mostSystems: number, mostFlows: number): fc.Arbitrary<CrmModel> {
    return fc.integer({ min: 1, max: mostSystems }).chain((count) => {
        const ids = Array.from({ length: count }, (_, index) => `s${index}`);
        const id = fc.constantFrom(...ids);
        const systems = fc.tuple(
            ...ids.map((name) =>
                fc
                    .record({ category: fc.constantFrom(...categories), title: fc.constantFrom(...titles), entities: fc.integer({ min: 0, max: 3 }) })
                    .map(({ category, title, entities }) =>
                        system(name, { category, title, entities: Array.from({ length: entities }, (_, index) => entity(name, `e${index}`, index === 1)) }),
                    ),
            ),
        );
        const oneFlow = fc.record({
            from: id,
            to: id,
            title: fc.constantFrom(...flowTitles),
            timing: fc.constantFrom(...timings),
            twoWay: fc.boolean(),
            personal: fc.boolean(),
            via: fc.option(id, { nil: undefined, freq: 4 }),
        });
        return fc.tuple(systems, fc.array(oneFlow, { maxLength: mostFlows })).map(([all, flows]) =>
            mapOf(
                all,
                flows.map(({ from, to, via, ...rest }, index) => flow(`f${index}`, from, to, { ...rest, via: via === undefined ? [] : [via] })),
            ),
        );
    });
}

describe('A landscape has no box on a box, no line through a card and no label on anything', () => {
    test('whatever small map it shows', async () => {
        await fc.assert(
            fc.asyncProperty(anyMap(8, 12), fc.constantFrom('category' as const, 'none' as const), async (model, groupBy) => {
                expect(await faults(model, landscapeView({ groupBy }))).toEqual([]);
            }),
            { seed: 20260930, numRuns: Number(process.env.RUNS ?? 150) },
        );
    });

    test('whatever map of up to 25 systems it shows', async () => {
        await fc.assert(
            fc.asyncProperty(anyMap(25, 32), async (model) => {
                expect(await faults(model, landscapeView())).toEqual([]);
            }),
            { seed: 20260930, numRuns: Number(process.env.RUNS ?? 40) },
        );
    });

    test('also when it runs downwards', async () => {
        await fc.assert(
            fc.asyncProperty(anyMap(8, 12), async (model) => {
                expect(await faults(model, landscapeView({ direction: 'down' }))).toEqual([]);
            }),
            { seed: 20260930, numRuns: Number(process.env.RUNS ?? 60) },
        );
    });

    test('whatever map of up to 60 systems it puts into columns, to the right and down', async () => {
        await fc.assert(
            fc.asyncProperty(
                anyMap(60, 90),
                fc.constantFrom('category' as const, 'none' as const),
                fc.constantFrom('right' as const, 'down' as const),
                async (model, groupBy, direction) => {
                    expect(await faults(model, landscapeView({ groupBy, direction }), 'columns')).toEqual([]);
                },
            ),
            { seed: 20260930, numRuns: Number(process.env.RUNS ?? 40) },
        );
    });

    test.each(shapes.flatMap((shape) => (['category', 'none'] as const).map((groupBy) => ({ shape, groupBy }))))(
        'when it has 220 systems: $shape by $groupBy',
        async ({ shape, groupBy }) => {
            const model = generatedMap({ shape, systems: 220, density: 1.36, naming: groupBy === 'none' ? 'wide' : 'short' });
            expect(await faults(model, landscapeView({ groupBy }), 'columns')).toEqual([]);
        },
    );
});
