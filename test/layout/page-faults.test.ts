import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifecycleDiagram } from '../../src/diagram/lifecycle/lifecycle-diagram.ts';
import { matrixDiagram } from '../../src/diagram/matrix/matrix-diagram.ts';
import type { PageDiagram } from '../../src/diagram/parts/page.ts';
import { scorecardDiagram } from '../../src/diagram/scorecard/scorecard-diagram.ts';
import { placePage } from '../../src/layout/page.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';
import { renderSvg } from '../../src/render/svg.ts';
import { textsOf } from '../helpers/marks.ts';
import { anyPageMap, viewOf } from '../helpers/page-maps.ts';
import { textFaults } from './journey-faults.ts';

const settings = { seed: 20260930, numRuns: Number(process.env['RUNS'] ?? 60), endOnFailure: true };

async function faults(diagram: PageDiagram<string> | undefined): Promise<string[]> {
    if (!diagram) throw new Error('Nothing is drawn.');
    const placed = await placePage(diagram);
    renderSvg(placed);
    return textFaults(placed.marks, placed.width, placed.height);
}

const pairs = [
    ['capabilities', 'systems'],
    ['systems', 'capabilities'],
    ['goals', 'metrics'],
    ['teams', 'stages'],
    ['stages', 'systems'],
    ['goals', 'initiatives'],
    ['teams', 'systems'],
] as const;

const pictures: readonly (readonly [string, (model: CrmModel) => PageDiagram<string> | undefined])[] = [
    ['scorecard', (model) => scorecardDiagram(model, viewOf('scorecard'))],
    ['lifecycle', (model) => lifecycleDiagram(model, viewOf('lifecycle'))],
    ...pairs.map(
        ([rows, columns]) => [`matrix of ${rows} by ${columns}`, (model: CrmModel) => matrixDiagram(model, viewOf('matrix', { rows, columns }))] as const,
    ),
    ...pairs.map(
        ([rows, columns]) =>
            [
                `matrix of ${rows} by ${columns} in groups, with overlays`,
                (model: CrmModel) =>
                    matrixDiagram(
                        model,
                        viewOf('matrix', { rows, columns, groupBy: 'owner', overlays: ['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain'] }),
                    ),
            ] as const,
    ),
];

describe('whatever a map holds, no text stands on another or leaves the sheet', () => {
    test.each(pictures)('%s', async (_, draw) => {
        await fc.assert(
            fc.asyncProperty(anyPageMap, async (model) => {
                expect(await faults(draw(model))).toEqual([]);
            }),
            settings,
        );
    });
});

test('every word of a title is on the sheet, on however many lines', async () => {
    await fc.assert(
        fc.asyncProperty(anyPageMap, async (model) => {
            const placed = await placePage(scorecardDiagram(model, viewOf('scorecard')));
            const written = textsOf(placed.marks).join('').replace(/\s+/gu, '');
            for (const { title } of [...model.metrics, ...model.goals, ...model.initiatives]) {
                expect(written).toContain(title.replace(/\s+/gu, ''));
            }
        }),
        settings,
    );
});
