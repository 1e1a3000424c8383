import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnCount, journeyRows } from '../../../src/diagram/journey/journey-rows.ts';
import type { Journey } from '../../../src/model/crm-model.ts';

/** A journey of which only the touchpoints of its stages are of interest. */
function journeyOf(lengths: readonly number[]): Journey {
    const stages = lengths.map((count, stage) => ({
        id: `s${stage}`,
        title: `Stage ${stage}`,
        within: [],
        metrics: [],
        touchpoints: Array.from({ length: count }, (_, index) => ({ id: `s${stage}.t${index}` })),
    }));
    return { stages } as unknown as Journey;
}

const idsOf = (journey: Journey): string[] => journey.stages.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id));

test('rows hold all touchpoints in their order, and none is longer than it may be', () => {
    fc.assert(
        fc.property(
            fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 30 }),
            fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(Number.POSITIVE_INFINITY)),
            (lengths, most) => {
                const journey = journeyOf(lengths);
                const rows = journeyRows(journey, most);
                expect(rows.flatMap(idsOf)).toEqual(idsOf(journey));
                expect(rows.every((row) => columnCount(row) <= most)).toBe(true);
            },
        ),
    );
});

test('a journey without an end to its rows stands in one, also where a stage is empty or there is none', () => {
    for (const lengths of [[], [0], [0, 0, 0], [5000], [1, 5000, 0]]) {
        expect(journeyRows(journeyOf(lengths), Number.POSITIVE_INFINITY)).toHaveLength(1);
    }
});
