import { describe, expect, test } from 'vitest';
import { landscapeDiagram } from '../../src/diagram/landscape/landscape-diagram.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { arrange } from '../../src/layout/landscape/arrange.ts';
import { placeLabels } from '../../src/layout/landscape/place-labels.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';
import { flow, landscapeView, mapOf, system } from '../helpers/landscape-maps.ts';
import { figuresOf, sceneDrawing } from './drawing-figures.ts';
import { seeded } from './generated-maps.ts';
import { faultsOf } from './landscape-faults.ts';

const engine = createElkEngine();

/** To which earlier system each one hangs. */
const kinds: Readonly<Record<string, (index: number) => number>> = {
    'whose systems have three each': (index) => Math.floor((index - 1) / 3),
    'whose systems have two each': (index) => Math.floor((index - 1) / 2),
    'of one hub': () => 0,
    'of one long way': (index) => index - 1,
    'of a way with a system at each step': (index) => (index === 1 ? 0 : index % 2 === 1 ? index - 2 : index - 1),
};

/** A tree whose systems and flows stand in the text in any order, the flows in any direction. */
function treeMap(parentOf: (index: number) => number, count: number): CrmModel {
    const next = seeded(count);
    const order = Array.from({ length: count }, (_, index) => ({ index, at: next(1000) }))
        .sort((a, b) => a.at - b.at)
        .map((entry) => entry.index);
    const name = (index: number): string => `s${order[index]}`;
    const flows = Array.from({ length: count - 1 }, (_, at) => ({
        ends: [name(parentOf(at + 1)), name(at + 1)] as const,
        at: next(1000),
        turned: next(4) === 0,
    }))
        .sort((a, b) => a.at - b.at)
        .map(({ ends: [from, to], turned }, index) =>
            flow(`f${index}`, turned ? to : from, turned ? from : to, { title: index % 3 === 0 ? 'Customer profile' : 'Orders' }),
        );
    return mapOf(
        Array.from({ length: count }, (_, index) => system(`s${index}`, { title: `System ${index}` })),
        flows,
    );
}

async function drawn(model: CrmModel, direction: 'right' | 'down') {
    const { scene } = await arrange(landscapeDiagram(model, landscapeView({ groupBy: 'none', direction })), engine, 852);
    const labels = placeLabels(scene);
    return { faults: faultsOf(scene, labels), figures: figuresOf(sceneDrawing(scene, labels)) };
}

describe('A tree', () => {
    const cases = Object.keys(kinds).flatMap((kind) => (['right', 'down'] as const).map((direction) => ({ kind, direction })));

    test.each(cases)('$kind is drawn $direction without crossings, on a sheet that is neither a strip nor a band', async ({ kind, direction }) => {
        const { faults, figures } = await drawn(treeMap(kinds[kind] as (index: number) => number, 30), direction);
        expect(faults).toEqual([]);
        expect(figures.crossings).toBe(0);
        expect(figures.ratio).toBeGreaterThan(0.25);
        expect(figures.ratio).toBeLessThan(6);
    });

    test('of 50 systems stays one when a flow across it is added: only that one crosses others', async () => {
        const tree = treeMap((index) => Math.floor((index - 1) / 3), 50);
        const leaf = (from: number): string => tree.systems[from]?.id ?? '';
        const { faults, figures } = await drawn({ ...tree, flows: [...tree.flows, flow('across', leaf(3), leaf(41), { title: 'Added' })] }, 'right');
        expect(faults).toEqual([]);
        expect(figures.crossings).toBeLessThan(12);
    });
});
