import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotoneTangents } from '../../src/diagram/monotone-curve.ts';
import { arrowHead, chevron, monotoneArea, monotoneCurve, roundedBox, roundedNumber, roundedPolyline } from '../../src/diagram/paths.ts';

describe('a rounded number', () => {
    it('has two decimals at most and never a minus before zero', () => {
        expect(roundedNumber(1 / 3)).toBe('0.33');
        expect(roundedNumber(12)).toBe('12');
        expect(roundedNumber(-0.001)).toBe('0');
        expect(roundedNumber(-0)).toBe('0');
    });

    it('is refused where it is no finite number', () => {
        expect(() => roundedNumber(Number.NaN)).toThrow(RangeError);
        expect(() => roundedNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    });

    it('stays a number that SVG can read, however large', () => {
        fc.assert(
            fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
                expect(roundedNumber(value)).toMatch(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/);
            }),
        );
    });
});

describe('a rounded polyline', () => {
    it('cuts each corner with the radius', () => {
        const corner = [
            { x: 0, y: 0 },
            { x: 100, y: 0 },
            { x: 100, y: 50 },
        ];
        expect(roundedPolyline(corner, 8)).toBe('M0 0L92 0Q100 0 100 8L100 50');
    });

    it('takes a smaller radius where a stretch is short', () => {
        const step = [
            { x: 0, y: 0 },
            { x: 50, y: 0 },
            { x: 50, y: 6 },
            { x: 90, y: 6 },
        ];
        expect(roundedPolyline(step, 8)).toBe('M0 0L47 0Q50 0 50 3L50 3Q50 6 53 6L90 6');
    });

    it('leaves points on a straight line without a curve', () => {
        const straight = [
            { x: 0, y: 0 },
            { x: 10, y: 0 },
            { x: 10, y: 0 },
            { x: 30, y: 0 },
        ];
        expect(roundedPolyline(straight)).toBe('M0 0L10 0L30 0');
    });
});

describe('an arrowhead', () => {
    it('is 9 long and 8 wide with a notch of 1.5, whatever its direction', () => {
        expect(arrowHead({ x: 396, y: 192 }, 'right')).toBe('M396 192L387 196L388.5 192L387 188z');
        expect(arrowHead({ x: 244, y: 632 }, 'left')).toBe('M244 632L253 628L251.5 632L253 636z');
        expect(arrowHead({ x: 766, y: 416 }, 'up')).toBe('M766 416L770 425L766 423.5L762 425z');
        expect(arrowHead({ x: 10, y: 10 }, 'down')).toBe('M10 10L6 1L10 2.5L14 1z');
    });
});

describe('boxes', () => {
    it('draw a chevron with a notch and a point inside its width', () => {
        expect(chevron(0, 0, 100, 60)).toBe('M0 0L86 0L100 30L86 60L0 60L14 30z');
    });

    it('start the first chevron and end the last one square', () => {
        expect(chevron(0, 0, 100, 60, { start: 'square', end: 'square', radius: 0 })).not.toContain('30');
    });

    it('round only the corners asked for', () => {
        expect(roundedBox(0, 0, 40, 20, [0, 0, 8, 0])).toBe('M0 0L40 0L40 12Q40 20 32 20L0 20L0 0z');
    });
});

describe('a monotone curve', () => {
    const points = fc
        .array(fc.record({ step: fc.integer({ min: 1, max: 200 }), y: fc.integer({ min: -100, max: 100 }) }), { minLength: 2, maxLength: 12 })
        .map((steps) => {
            let x = 0;
            return steps.map(({ step, y }) => ({ x: (x += step), y }));
        });

    it('passes through every point', () => {
        fc.assert(
            fc.property(points, (all) => {
                const d = monotoneCurve(all);
                for (const point of all) {
                    expect(d).toContain(`${point.x} ${point.y}`);
                }
            }),
        );
    });

    it('never rises above or falls below the two points that a stretch joins', () => {
        fc.assert(
            fc.property(points, (all) => {
                const tangents = monotoneTangents(all);
                for (let index = 1; index < all.length; index += 1) {
                    const from = all[index - 1];
                    const to = all[index];
                    if (!from || !to) {
                        continue;
                    }
                    const third = (to.x - from.x) / 3;
                    const a = from.y + third * (tangents[index - 1] ?? 0);
                    const b = to.y - third * (tangents[index] ?? 0);
                    for (let t = 0; t <= 1; t += 0.05) {
                        const y = (1 - t) ** 3 * from.y + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t ** 2 * b + t ** 3 * to.y;
                        expect(y).toBeLessThanOrEqual(Math.max(from.y, to.y) + 1e-9);
                        expect(y).toBeGreaterThanOrEqual(Math.min(from.y, to.y) - 1e-9);
                    }
                }
            }),
        );
    });

    it('is empty without points, and closes its area on the level line', () => {
        expect(monotoneCurve([])).toBe('');
        expect(monotoneArea([], 0)).toBe('');
        expect(
            monotoneArea(
                [
                    { x: 0, y: 5 },
                    { x: 10, y: 8 },
                ],
                0,
            ),
        ).toMatch(/L10 0L0 0z$/);
    });
});
