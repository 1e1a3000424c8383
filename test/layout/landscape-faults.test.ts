import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { landscapeDiagram } from '../../src/diagram/landscape/landscape-diagram.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { arrange } from '../../src/layout/landscape/arrange.ts';
import type { PlacedLabel } from '../../src/layout/landscape/place-labels.ts';
import { labelBox, placeLabels } from '../../src/layout/landscape/place-labels.ts';
import type { Scene } from '../../src/layout/landscape/scene.ts';
import { cardsOf } from '../../src/layout/landscape/scene.ts';
import type { Rect } from '../../src/layout/rects.ts';
import { overlap, stretches } from '../../src/layout/rects.ts';
import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { entity, flow, landscapeView, mapOf, system } from '../helpers/landscape-maps.ts';

const engine = createElkEngine();

/** Everything that a reader would call a fault of the drawing. */
function faultsOf(scene: Scene, labels: readonly PlacedLabel[]): string[] {
    const faults: string[] = [];
    const cards = cardsOf(scene);
    const inner = (box: Rect): Rect => ({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 });
    cards.forEach((card, index) => {
        for (const other of cards.slice(index + 1)) {
            if (overlap(card.box, other.box)) faults.push(`card ${card.id} lies over card ${other.id}`);
        }
        for (const line of scene.lines) {
            if (stretches(line.points).some((part) => overlap(part.box, inner(card.box)))) faults.push(`line ${line.hop.id} passes through card ${card.id}`);
        }
    });
    scene.frames.forEach((frame, index) => {
        for (const other of scene.frames.slice(index + 1)) {
            if (overlap(frame.box, other.box)) faults.push(`frame ${frame.group} lies over frame ${other.group}`);
        }
    });
    labels.forEach((label, index) => {
        const box = labelBox(label);
        for (const other of labels.slice(index + 1)) {
            if (overlap(box, labelBox(other))) faults.push(`label of ${label.hop} lies over the label of ${other.hop}`);
        }
        for (const card of cards) {
            if (overlap(box, card.box)) faults.push(`label of ${label.hop} lies over card ${card.id}`);
        }
        for (const line of scene.lines) {
            if (line.hop.id !== label.hop && stretches(line.points).some((part) => overlap(box, part.box)))
                faults.push(`label of ${label.hop} lies over line ${line.hop.id}`);
        }
    });
    for (const line of scene.lines) {
        const ends = [line.points[0], line.points[line.points.length - 1]];
        [line.hop.from, line.hop.to].forEach((id, index) => {
            const box = cards.find((card) => card.id === id)?.box;
            const end = ends[index];
            if (!box || !end || !overlap({ ...end, width: 0, height: 0 }, box, 0.6) || overlap({ ...end, width: 0, height: 0 }, inner(box)))
                faults.push(`line ${line.hop.id} does not end on the border of ${id}`);
        });
        for (const part of stretches(line.points)) {
            if (part.box.width > 0.01 && part.box.height > 0.01) faults.push(`line ${line.hop.id} is not at right angles`);
        }
    }
    scene.lines.forEach((line, index) => {
        for (const other of scene.lines.slice(index + 1)) {
            const shared = stretches(line.points).some((a) =>
                stretches(other.points).some((b) => a.level === b.level && overlap(a.box, b.box, 1.5) && sharedLength(a.box, b.box) > 4),
            );
            if (shared) faults.push(`lines ${line.hop.id} and ${other.hop.id} share a stretch`);
        }
    });
    const named = new Set(labels.map((label) => label.hop));
    for (const line of scene.lines) {
        if (line.hop.id.endsWith('#0') && !named.has(line.hop.id)) faults.push(`line ${line.hop.id} has no number`);
    }
    return faults;
}

function sharedLength(a: Rect, b: Rect): number {
    const along = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    return Math.max(along, down);
}

async function faults(model: CrmModel, view: View): Promise<string[]> {
    const { scene } = await arrange(landscapeDiagram(model, view), engine, 852);
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
    }, 120_000);

    test('whatever map of up to 25 systems it shows', async () => {
        await fc.assert(
            fc.asyncProperty(anyMap(25, 32), async (model) => {
                expect(await faults(model, landscapeView())).toEqual([]);
            }),
            { seed: 20260930, numRuns: Number(process.env.RUNS ?? 40) },
        );
    }, 120_000);

    test('also when it runs downwards', async () => {
        await fc.assert(
            fc.asyncProperty(anyMap(8, 12), async (model) => {
                expect(await faults(model, landscapeView({ direction: 'down' }))).toEqual([]);
            }),
            { seed: 20260930, numRuns: Number(process.env.RUNS ?? 60) },
        );
    }, 120_000);
});
