import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lifecycleDiagram } from '../../src/diagram/lifecycle/lifecycle-diagram.ts';
import type { Mark } from '../../src/diagram/marks.ts';
import { styleNames } from '../../src/diagram/style-names.ts';
import { placePage } from '../../src/layout/page.ts';
import type { Rect } from '../../src/layout/rects.ts';
import { overlap } from '../../src/layout/rects.ts';
import { anyPageMap, viewOf } from '../helpers/page-maps.ts';
import { boxFaults } from './box-faults.ts';
import { textFaults } from './journey-faults.ts';

const overlays = ['region', 'owner', 'lifecycle', 'personal', 'timing', 'pain'];

/** The boxes of all cards, on the sheet. */
function cardBoxes(marks: readonly Mark[], x = 0, y = 0): Rect[] {
    return marks.flatMap((mark): Rect[] => {
        if (mark.type === 'group') return cardBoxes(mark.marks, x + (mark.x ?? 0), y + (mark.y ?? 0));
        if (mark.type !== 'rect' || !styleNames(mark.style).includes('card')) return [];
        return [{ x: x + mark.x, y: y + mark.y, width: mark.width, height: mark.height }];
    });
}

test('whatever a lifecycle holds and a view lays over it, no card stands on another, and no text on another, out of its card or off the sheet', async () => {
    await fc.assert(
        fc.asyncProperty(anyPageMap, fc.subarray(overlays), fc.boolean(), async (model, shown, bare) => {
            const diagram = lifecycleDiagram(model, viewOf('lifecycle', { overlays: shown, hide: bare ? ['facts', 'legend'] : [] }));
            if (!diagram) throw new Error('Nothing is drawn.');
            const placed = await placePage(diagram);
            const cards = cardBoxes(placed.marks);
            const meeting = cards.flatMap((card, index) => cards.slice(0, index).filter((other) => overlap(card, other)));
            expect(meeting).toEqual([]);
            expect([...textFaults(placed.marks, placed.width, placed.height), ...boxFaults(placed.marks)]).toEqual([]);
        }),
        { seed: 20260934, numRuns: Number(process.env['RUNS'] ?? 60), endOnFailure: true },
    );
});
