import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mappingDiagram } from '../../src/diagram/mapping/mapping-diagram.ts';
import { placeLines } from '../../src/layout/mapping/place-lines.ts';
import { placeMapping } from '../../src/layout/mapping.ts';
import { boxFaults } from './box-faults.ts';
import { anyMapping } from './fields-arbitrary.ts';
import { mappingFaults } from './fields-faults.ts';
import { textFaults } from './journey-faults.ts';

test('a mapping has no line through a card or a plate, no plate on a plate, and lines keep apart', () => {
    fc.assert(
        fc.property(anyMapping, ({ model, view }) => {
            const diagram = mappingDiagram(model, view);
            expect(diagram && mappingFaults(diagram, placeLines(diagram, 852))).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 300) },
    );
});

test('the texts of a mapping stand apart and on the sheet', async () => {
    await fc.assert(
        fc.asyncProperty(anyMapping, async ({ model, view }) => {
            const diagram = mappingDiagram(model, view);
            if (diagram === undefined) throw new Error('There is no picture.');
            const { marks, width, height } = await placeMapping(diagram);
            expect([...textFaults(marks, width, height), ...boxFaults(marks)]).toEqual([]);
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 100) },
    );
});
