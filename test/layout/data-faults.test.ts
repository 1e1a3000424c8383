import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataDiagram } from '../../src/diagram/data/data-diagram.ts';
import { placeCards } from '../../src/layout/data/place-cards.ts';
import { placeData } from '../../src/layout/data.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { boxFaults } from './box-faults.ts';
import { anyData } from './fields-arbitrary.ts';
import { dataFaults } from './fields-faults.ts';
import { textFaults } from './journey-faults.ts';

const engine = createElkEngine();

test('a data model has no card on a card and no line through a card, and lines keep apart', async () => {
    await fc.assert(
        fc.asyncProperty(anyData, async ({ model, view }) => {
            const diagram = dataDiagram(model, view);
            if (diagram === undefined) throw new Error('There is no picture.');
            const scene = await placeCards(diagram, engine, 852);
            expect(dataFaults(scene)).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 60) },
    );
});

test('each reference starts at its row and ends at the card that it refers to', async () => {
    await fc.assert(
        fc.asyncProperty(anyData, async ({ model, view }) => {
            const diagram = dataDiagram(model, view);
            if (diagram === undefined) throw new Error('There is no picture.');
            const scene = await placeCards(diagram, engine, 852);
            const boxes = new Map(scene.cards.map(({ card, box }) => [card.id, box]));
            for (const { reference, points } of scene.lines) {
                const [from, to] = [boxes.get(reference.from), boxes.get(reference.to)];
                const [first, last] = [points[0], points[points.length - 1]];
                if (!from || !to || !first || !last) throw new Error(`${reference.id} is not drawn.`);
                expect(first).toEqual({ x: from.x + from.width, y: from.y + reference.fromY });
                expect(reference.from === reference.to ? last.x - to.width : last.x).toBe(to.x);
                expect(last.y > to.y && last.y < to.y + to.height).toBe(true);
            }
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 30) },
    );
});

test('the texts of a data model stand apart and on the sheet', async () => {
    await fc.assert(
        fc.asyncProperty(anyData, async ({ model, view }) => {
            const diagram = dataDiagram(model, view);
            if (diagram === undefined) throw new Error('There is no picture.');
            const { marks, width, height } = await placeData(diagram, engine);
            expect([...textFaults(marks, width, height), ...boxFaults(marks)]).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 30) },
    );
});
