import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontOf, graphemes, textWidth } from '../../src/diagram/text-metrics.ts';

describe('the width of a text', () => {
    const font = { size: 10, weight: 400 } as const;

    it('is the wider of Inter and Arial for each letter', () => {
        // Inter: n 0.591 em, i 0.243 em; Arial: n 0.556 em, i 0.222 em.
        expect(textWidth('n', font)).toBeCloseTo(5.91, 2);
        expect(textWidth('iiii', font)).toBeCloseTo(9.72, 2);
        expect(textWidth('W', font)).toBeGreaterThan(textWidth('l', font) * 3);
    });

    it('is one em for an ideograph and for an emoji, however many code points it has', () => {
        expect(textWidth('客', font)).toBe(10);
        expect(textWidth('😀', font)).toBe(10);
        expect(textWidth('👩‍👩‍👧', font)).toBe(10);
        expect(textWidth('🇩🇪', font)).toBe(10);
    });

    it('does not grow with combining marks and invisible characters', () => {
        expect(textWidth('e\u0301', font)).toBe(textWidth('e', font));
        expect(textWidth('a\u200bb', font)).toBe(textWidth('ab', font));
    });

    it('gives every figure the same width where figures are tabular', () => {
        const tabular = fontOf('badge');
        expect(textWidth('1111', tabular)).toBe(textWidth('0000', tabular));
        expect(textWidth('1111', fontOf('name'))).toBeLessThan(textWidth('0000', fontOf('name')));
    });

    it('counts the letter spacing of captions', () => {
        const caption = fontOf('caption');
        expect(textWidth('AB', caption) - textWidth('AB', { ...caption, letterSpacing: 0 })).toBeCloseTo(1.2, 5);
    });

    it('is a finite number that grows with the text, whatever the text', () => {
        fc.assert(
            fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
                const width = textWidth(a, font);
                expect(Number.isFinite(width)).toBe(true);
                expect(width).toBeGreaterThanOrEqual(0);
                expect(textWidth(`${a} ${b}`, font)).toBeGreaterThanOrEqual(width - 1e-6);
            }),
        );
    });
});

describe('the font of a style', () => {
    it('takes size and weight from the text role, and lets single names change it', () => {
        expect(fontOf('card-title')).toMatchObject({ size: 14, weight: 600 });
        expect(fontOf(['body', 'weight-500', 'italic', 'fill-red'])).toMatchObject({ size: 12, weight: 500, italic: true });
    });

    it('lets a span change only what it names of the line around it', () => {
        expect(fontOf('weight-600', fontOf('purpose'))).toMatchObject({ size: 13, weight: 600 });
    });
});

describe('graphemes', () => {
    it('put together are the text, whatever it holds', () => {
        fc.assert(
            fc.property(fc.string({ unit: 'binary' }), (text) => {
                expect(graphemes(text).join('')).toBe(text);
            }),
        );
    });
});
