import { expect, test } from 'vitest';
import { bulletBar, roundAbove } from '../../../src/diagram/parts/bullet-bar.ts';

test('the scale ends at the next round number above all values', () => {
    expect([[24, 27, 32], [51, 54, 65], [3.9, 4.1, 4.5], [100], [0]].map(roundAbove)).toEqual([40, 80, 5, 200, 1]);
});

test('a bar reaches from nothing to the current value in true proportion', () => {
    const [, bar] = bulletBar({ current: 27, target: 32 }, { width: 400 }).marks;
    expect(bar).toMatchObject({ x: 0, width: 270 });
});

test('a bar below nothing starts at nothing and goes to the left', () => {
    const [, bar] = bulletBar({ current: -10, target: 10 }, { width: 400 }).marks;
    expect(bar).toMatchObject({ x: 100, width: 100 });
});

test('what a metric does not state has no mark', () => {
    expect(bulletBar({}, { width: 100 }).marks).toHaveLength(1);
});
