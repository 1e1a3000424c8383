import { describe, expect, test } from 'vitest';
import { landscapeDiagram } from '../../src/diagram/landscape/landscape-diagram.ts';
import type { Mark } from '../../src/diagram/marks.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { arrange } from '../../src/layout/landscape/arrange.ts';
import { placeLabels } from '../../src/layout/landscape/place-labels.ts';
import { placeLandscape } from '../../src/layout/landscape.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';
import { flow, landscapeView, mapOf, system } from '../helpers/landscape-maps.ts';
import { generatedMap, shapes } from './generated-maps.ts';
import { faultsOf } from './landscape-faults.ts';
import { median, stabilityOf } from './stability.ts';

const engine = createElkEngine();

function wordsOf(marks: readonly Mark[]): string[] {
    return marks.flatMap((mark): string[] =>
        mark.type === 'group' ? wordsOf(mark.marks) : mark.type === 'text' && typeof mark.text === 'string' ? [mark.text] : [],
    );
}

function thingsOf(marks: readonly Mark[]): string[] {
    return marks.flatMap((mark): string[] =>
        mark.type === 'group' ? [...(mark.thing ? [`${mark.thing.kind} ${mark.thing.id}`] : []), ...thingsOf(mark.marks)] : [],
    );
}

describe('A landscape that is too large to be read', () => {
    const model = generatedMap({ shape: 'circles', systems: 1000, density: 1.5 });

    test('is folded into a card for each group, and says so and how a group is opened', async () => {
        const placed = await placeLandscape(landscapeDiagram(model, landscapeView()), engine);
        const words = wordsOf(placed.marks).join(' ').replaceAll('\u00a0', ' ');
        expect(words).toContain('1 000 systems and 1 500 interfaces are more than one picture can show. They are folded into 16 groups');
        expect(words).toContain('{ include category crm }');
        expect(words).toContain('63 systems');
        expect(thingsOf(placed.marks)).toContain('group category crm');
        expect(placed.width).toBeLessThan(3000);
    });
    test('leaves no system and no flow out without counting it', () => {
        const diagram = landscapeDiagram(model, landscapeView());
        const counted = (diagram.register ?? [])
            .map((row) => Number.parseInt(/^\d+/.exec(row.thing?.label ?? '')?.[0] ?? '', 10))
            .reduce((sum, count) => sum + count, 0);
        const categoryOf = new Map(model.systems.map((entry) => [entry.id, entry.category]));
        const between = model.flows.filter((entry) => categoryOf.get(entry.from.system) !== categoryOf.get(entry.to.system)).length;
        expect(counted).toBe(between);
    });
    test('draws its strongest lines only where there are too many, and has the others in the table', () => {
        const diagram = landscapeDiagram(generatedMap({ shape: 'mesh', systems: 1000, density: 1.5 }), landscapeView());
        expect(diagram.flows).toHaveLength(32);
        expect(diagram.register).toHaveLength(120);
        expect(diagram.note).toContain('Of 120 such lines the 32 with most interfaces are drawn; the table has all.');
    });
    test('is drawn without faults when it is folded', async () => {
        const { scene } = await arrange(landscapeDiagram(model, landscapeView()), engine, 852);
        expect(faultsOf(scene, placeLabels(scene))).toEqual([]);
    });
    test('opens where a view shows one of its groups', () => {
        const include = [{ select: 'category', value: 'crm' }] as const;
        const diagram = landscapeDiagram(model, landscapeView({ include }));
        expect(diagram.note).toBeUndefined();
        expect(diagram.groups.flatMap((group) => group.cards).length).toBe(63);
    });
    test('folds around its centres where no system says what it belongs to', () => {
        const bare: CrmModel = mapOf(
            Array.from({ length: 150 }, (_, index) => system(`s${index}`, { title: `S${index}` })),
            Array.from({ length: 149 }, (_, index) => flow(`f${index}`, `s${index + 1 - ((index + 1) % 25)}`, `s${index + 1}`)),
        );
        const diagram = landscapeDiagram(bare, landscapeView());
        expect(diagram.note).toContain('include neighbours of s');
        expect(diagram.groups.length).toBeGreaterThan(3);
        expect(diagram.groups.length).toBeLessThan(20);
    });
});

describe('A landscape of 50 systems', () => {
    test.each(shapes)('stays where it is on the sheet for the most part when a flow is added behind the others: %s', async (shape) => {
        const found = [];
        for (const groupBy of ['category', 'none'] as const) {
            for (const seed of [1, 2, 3]) {
                const model = generatedMap({ shape, systems: 50, density: 1.4, seed });
                found.push(...(await stabilityOf(model, landscapeView({ groupBy }), engine, { edits: 4, seed: 4 + seed })));
            }
        }
        expect(median(found.map((entry) => entry.onSheet))).toBeGreaterThanOrEqual(0.8);
    });
    test('keeps the words of a flow that is added, or its number at least', async () => {
        const model = generatedMap({ shape: 'mesh', systems: 50, density: 1.4 });
        const diagram = landscapeDiagram(model, landscapeView());
        const late = diagram.hops.filter((hop) => hop.late);
        expect(late.length).toBeGreaterThan(0);
        const labels = placeLabels((await arrange(diagram, engine, 852)).scene);
        expect(labels).toHaveLength(diagram.hops.length);
    });
});
