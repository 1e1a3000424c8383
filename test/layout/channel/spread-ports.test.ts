import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadPorts } from '../../../src/layout/channel/spread-ports.ts';

const range = { low: 100, high: 300, gap: 16, taken: [], takenGap: 10 };

test('ports stand where they are wanted while there is room', () => {
    expect(spreadPorts([110, 171, 300], range)).toEqual([110, 171, 300]);
});

test('ports wanted outside come to the near end, in their order', () => {
    expect(spreadPorts([10, 20, 200, 900], range)).toEqual([100, 116, 200, 300]);
});

test('ports keep away from those that stand there already', () => {
    expect(spreadPorts([150], { ...range, taken: [150] }).every((level) => Math.abs(level - 150) >= 10)).toBe(true);
});

test('whatever is wanted, ports keep their order and their distance', () => {
    const wanted = fc.array(fc.integer({ min: -200, max: 900 }), { maxLength: 30 }).map((levels) => levels.sort((a, b) => a - b));
    fc.assert(
        fc.property(wanted, fc.array(fc.integer({ min: 100, max: 300 }), { maxLength: 6 }), (levels, taken) => {
            const found = spreadPorts(levels, { ...range, taken });
            expect(found).toHaveLength(levels.length);
            found.forEach((level, index) => {
                if (index > 0) expect(level - (found[index - 1] ?? 0)).toBeGreaterThanOrEqual(16);
                expect(taken.every((other) => Math.abs(other - level) >= 10)).toBe(true);
            });
        }),
        { seed: 20260930, numRuns: 200 },
    );
});
