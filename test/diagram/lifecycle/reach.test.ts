import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachOf, reachWords } from '../../../src/diagram/lifecycle/reach.ts';

test('of 1 000 who enter, each rate leaves its share to the next stage', () => {
    const reached = reachOf([{ converts: 6 }, { converts: 22 }, { converts: 54 }, {}]);
    expect(reached.map((count) => count && Math.round(count * 1000) / 1000)).toEqual([1000, 60, 13.2, 7.128]);
    expect(reached.map((count) => reachWords(count ?? 0).replace('\u00a0', ' '))).toEqual(['1 000', '60', '13', '7']);
});

test('behind a missing rate nobody knows, whatever the rates that follow', () => {
    expect(reachOf([{ converts: 50 }, {}, { converts: 50 }, {}])).toEqual([1000, 500, undefined, undefined]);
});

test('a rate of nothing leaves nobody, and less than half a person is not nobody', () => {
    expect(reachOf([{ converts: 0 }, {}])).toEqual([1000, 0]);
    expect(reachWords(0)).toBe('0');
    expect(reachWords(0.4)).toBe('under 1');
});

test('never more are left than in the stage before', () => {
    fc.assert(
        fc.property(
            fc.array(fc.record({ converts: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }) }), { minLength: 1 }),
            (stages) => {
                const reached = reachOf(stages);
                expect(reached).toHaveLength(stages.length);
                reached.slice(1).forEach((count, index) => {
                    const before = reached[index];
                    if (before === undefined) expect(count).toBeUndefined();
                    else expect(count ?? 0).toBeLessThanOrEqual(before);
                });
            },
        ),
    );
});
