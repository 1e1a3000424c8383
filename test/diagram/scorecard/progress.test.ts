import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetMet } from '../../../src/diagram/parts/bullet-bar.ts';
import { gapClosed, gapWords } from '../../../src/diagram/scorecard/progress.ts';

const figure = fc.integer({ min: -1000, max: 1000 });

test('the gap closed is the share of the way from baseline to target, whichever way is better', () => {
    expect(gapClosed({ baseline: 24, current: 27, target: 32 })).toBe(37.5);
    expect(gapClosed({ baseline: 9, current: 6, target: 1 })).toBe(37.5);
    expect(gapClosed({ baseline: 12, current: 15, target: 4 })).toBe(-37.5);
    expect(gapClosed({ baseline: -120, current: -30, target: 60 })).toBe(50);
});

test('there is no gap to close without all three figures, or where the target is the baseline', () => {
    expect(gapClosed({ current: 27, target: 32 })).toBeUndefined();
    expect(gapClosed({ baseline: 24, target: 32 })).toBeUndefined();
    expect(gapClosed({ baseline: 24, current: 27 })).toBeUndefined();
    expect(gapClosed({ baseline: 0, current: 5, target: 0 })).toBeUndefined();
});

test('standing at the baseline closes nothing, standing at the target closes all', () => {
    fc.assert(
        fc.property(figure, figure, (baseline, target) => {
            fc.pre(baseline !== target);
            expect(gapClosed({ baseline, current: baseline, target })).toBeCloseTo(0);
            expect(gapClosed({ baseline, current: target, target })).toBe(100);
        }),
    );
});

test('a gap that is not closed never reads as 100 %, and one that is never as less', () => {
    fc.assert(
        fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (percent) => {
            expect(gapWords(percent) === '100\u00a0%').toBe(percent >= 100 && percent < 100.5);
        }),
    );
    expect([37.5, 99.7, 100, 0, 0.2, -0.2, 102.4, -37.5].map(gapWords)).toEqual(
        ['38 %', '99 %', '100 %', '0 %', 'under 1 %', 'over −1 %', '102 %', '−37 %'].map((text) => text.replace(' %', '\u00a0%')),
    );
});

test('a target is met from the better side', () => {
    expect(targetMet({ current: 5, target: 4 })).toBe(true);
    expect(targetMet({ current: 5, target: 4, lowerIsBetter: true })).toBe(false);
    expect(targetMet({ current: 4, target: 4, lowerIsBetter: true })).toBe(true);
    expect(targetMet({ target: 4 })).toBeUndefined();
});
