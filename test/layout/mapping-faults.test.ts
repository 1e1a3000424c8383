import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MappingDiagram } from '../../src/diagram/mapping/mapping-diagram.ts';
import { mappingDiagram } from '../../src/diagram/mapping/mapping-diagram.ts';
import { placeLines } from '../../src/layout/mapping/place-lines.ts';
import { placeMapping } from '../../src/layout/mapping.ts';
import { drawingFaults } from './drawing-faults.ts';
import { anyMapping } from './fields-arbitrary.ts';
import { textFaults } from './journey-faults.ts';

function faultsOf(diagram: MappingDiagram): string[] {
    const scene = placeLines(diagram, 852);
    const cards = [
        ...diagram.left.cards.map((card, index) => ({
            name: `left card ${index}`,
            box: { x: scene.leftX, y: card.y, width: card.block.width, height: card.block.height },
        })),
        ...diagram.right.cards.map((card, index) => ({
            name: `right card ${index}`,
            box: { x: scene.rightX, y: card.y, width: card.block.width, height: card.block.height },
        })),
    ];
    const lines = scene.lines.flatMap((each) => [
        { name: each.line.id, points: each.points },
        ...each.joins.map((points, index) => ({ name: `${each.line.id} join ${index}`, points })),
    ]);
    const labels = scene.lines.flatMap((each) => (each.plate === undefined ? [] : [{ name: each.line.id, line: each.line.id, box: each.plate }]));
    const owner = (name: string): string => name.split(' ')[0] ?? '';
    return drawingFaults({ width: scene.width, height: scene.height, cards, labels, lines, joined: (a, b) => owner(a) === owner(b) });
}

test('a mapping has no line through a card or a plate, no plate on a plate, and lines keep apart', () => {
    fc.assert(
        fc.property(anyMapping, ({ model, view }) => {
            const diagram = mappingDiagram(model, view);
            expect(diagram && faultsOf(diagram)).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 300) },
    );
}, 120_000);

test('the texts of a mapping stand apart and on the sheet', async () => {
    await fc.assert(
        fc.asyncProperty(anyMapping, async ({ model, view }) => {
            const diagram = mappingDiagram(model, view);
            if (diagram === undefined) throw new Error('There is no picture.');
            const { marks, width, height } = await placeMapping(diagram);
            expect(textFaults(marks, width, height)).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 100) },
    );
}, 120_000);
