import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traceDiagram } from '../../src/diagram/trace/trace-diagram.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import type { PlacedLabel } from '../../src/layout/landscape/place-labels.ts';
import { labelBox } from '../../src/layout/landscape/place-labels.ts';
import type { Scene } from '../../src/layout/landscape/scene.ts';
import { cardsOf } from '../../src/layout/landscape/scene.ts';
import type { Rect } from '../../src/layout/rects.ts';
import { overlap, stretches } from '../../src/layout/rects.ts';
import { arrangeTrace, placeTrace } from '../../src/layout/trace.ts';
import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { landscapeView } from '../helpers/landscape-maps.ts';
import { boxFaults } from './box-faults.ts';
import { textFaults } from './journey-faults.ts';
import { anyTracedMap } from './trace-arbitrary.ts';

const engine = createElkEngine();

const inner = (box: Rect): Rect => ({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 });

/** Everything that a reader would call a fault of the drawing. */
function faultsOf(scene: Scene, labels: readonly PlacedLabel[], width: number, height: number): string[] {
    const faults: string[] = [];
    const cards = cardsOf(scene);
    const isInside = (box: Rect): boolean => box.x >= -0.5 && box.y >= -0.5 && box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5;
    cards.forEach((card, index) => {
        if (!isInside(card.box)) faults.push(`card ${card.id} leaves the drawing`);
        for (const other of cards.slice(index + 1)) if (overlap(card.box, other.box)) faults.push(`card ${card.id} lies over card ${other.id}`);
        for (const line of scene.lines) {
            if (stretches(line.points).some((part) => overlap(part.box, inner(card.box)))) faults.push(`line ${line.hop.id} passes through card ${card.id}`);
        }
    });
    labels.forEach((label, index) => {
        const box = labelBox(label);
        if (box.width === 0) return;
        if (!isInside(box)) faults.push(`label of ${label.hop} leaves the drawing`);
        for (const other of labels.slice(index + 1))
            if (labelBox(other).width > 0 && overlap(box, labelBox(other))) faults.push(`label of ${label.hop} lies over that of ${other.hop}`);
        for (const card of cards) if (overlap(box, card.box)) faults.push(`label of ${label.hop} lies over card ${card.id}`);
        for (const line of scene.lines) {
            if (line.hop.id !== label.hop && stretches(line.points).some((part) => overlap(box, part.box)))
                faults.push(`label of ${label.hop} lies over line ${line.hop.id}`);
        }
    });
    for (const line of scene.lines) {
        for (const part of stretches(line.points)) {
            if (part.box.width > 0.01 && part.box.height > 0.01) faults.push(`line ${line.hop.id} is not at right angles`);
            if (!isInside(part.box)) faults.push(`line ${line.hop.id} leaves the drawing`);
        }
        [line.hop.from, line.hop.to].forEach((id, index) => {
            const box = cards.find((card) => card.id === id)?.box;
            const end = line.points[index === 0 ? 0 : line.points.length - 1];
            if (!box || !end || !overlap({ ...end, width: 0, height: 0 }, box, 0.6)) faults.push(`line ${line.hop.id} does not end at ${id}`);
        });
    }
    return faults;
}

async function faults(model: CrmModel, of: View['of'], more: Partial<View> = {}): Promise<string[]> {
    const diagram = traceDiagram(model, landscapeView({ as: 'trace', name: 'v', of, ...more }));
    if (diagram === undefined) throw new Error('There is nothing to trace.');
    const { scene, labels, width, height } = await arrangeTrace(diagram, engine);
    const placed = await placeTrace(diagram, engine);
    return [...faultsOf(scene, labels, width, height), ...textFaults(placed.marks, placed.width, placed.height), ...boxFaults(placed.marks)];
}

describe('A trace has no card on a card, no line through a card or a label, no label on anything, and all of it on the sheet', () => {
    test('whatever system of a small map it is of', async () => {
        await fc.assert(
            fc.asyncProperty(anyTracedMap(7, 10), fc.nat(6), async (model, pick) => {
                const system = model.systems[pick % model.systems.length];
                expect(await faults(model, system && { kind: 'system', id: system.id })).toEqual([]);
            }),
            { seed: 20260930, numRuns: Number(process.env['RUNS'] ?? 60) },
        );
    });

    test('whatever touchpoint or field it is of', async () => {
        await fc.assert(
            fc.asyncProperty(anyTracedMap(7, 10), fc.nat(6), async (model, pick) => {
                const touchpoint = model.journeys[0]?.stages[0]?.touchpoints[0];
                const field = model.systems[pick % model.systems.length]?.entities[0]?.fields[0];
                if (touchpoint) expect(await faults(model, { kind: 'touchpoint', id: touchpoint.id })).toEqual([]);
                if (field) expect(await faults(model, { kind: 'field', id: field.id })).toEqual([]);
            }),
            { seed: 20260931, numRuns: Number(process.env['RUNS'] ?? 40) },
        );
    });

    test('also where it runs downwards, with all overlays', async () => {
        await fc.assert(
            fc.asyncProperty(anyTracedMap(7, 10), fc.nat(6), async (model, pick) => {
                const system = model.systems[pick % model.systems.length];
                const more: Partial<View> = { direction: 'down', overlays: ['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain'] };
                expect(await faults(model, system && { kind: 'system', id: system.id }, more)).toEqual([]);
            }),
            { seed: 20260933, numRuns: Number(process.env['RUNS'] ?? 40) },
        );
    });

    test('also where the farthest levels fold', async () => {
        await fc.assert(
            fc.asyncProperty(anyTracedMap(70, 110, { systems: 60, flows: 90 }), async (model) => {
                expect(await faults(model, { kind: 'system', id: 's0' })).toEqual([]);
            }),
            { seed: 20260932, numRuns: Number(process.env['RUNS'] ?? 6) },
        );
    });
});
