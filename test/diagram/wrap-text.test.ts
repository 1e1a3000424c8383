import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontOf, graphemes, linesWidth, roomForWords, textWidth, wrapText } from '../../src/diagram/text-metrics.ts';
import { richWidth, wrapRich } from '../../src/diagram/text-lines.ts';

const font = fontOf('name');
const withoutSpace = (text: string): string => text.replace(/[^\S\u00a0\u202f\ufeff]+/gu, '');
const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
        .array(fc.constantFrom('a', 'order', 'Loyalty', 'sign-ups,', '顧客管理', '👩‍👩‍👧', '·', 'Donaudampfschifffahrt', '(', '。', '\u00a0'), {
            maxLength: 20,
        })
        .map((words) => words.join(' ')),
);

describe('wrapping', () => {
    it('breaks a name into lines of about the same length', () => {
        expect(wrapText('Reads the boot guide', 96, font)).toEqual(['Reads the', 'boot guide']);
        expect(wrapText('Loyalty sign-ups, by spreadsheet', 130, font)).toEqual(['Loyalty sign-ups,', 'by spreadsheet']);
    });

    it('leaves no single short word on the last line', () => {
        const lines = wrapText('Delivery on the day that was promised to me', 200, font);
        expect(lines.length).toBe(2);
        expect(lines[1]?.split(' ').length).toBeGreaterThan(2);
    });

    it('keeps a text that fits on one line', () => {
        expect(wrapText('Web shop', 400, font)).toEqual(['Web shop']);
    });

    it('gives no line for an empty text', () => {
        expect(wrapText('', 100, font)).toEqual([]);
        expect(wrapText(' \n\t ', 100, font)).toEqual([]);
    });

    it('breaks a word that is too wide behind its hyphens first', () => {
        const font = { size: 12, weight: 400 } as const;
        expect(wrapText('CRM-and-marketing-automation/production', 140, font)).toEqual(['CRM-and-marketing-', 'automation/production']);
        expect(wrapText('well-known', 120, font)).toEqual(['well-known']);
    });

    it('breaks a word that is too wide alone between characters, and keeps all of it', () => {
        const lines = wrapText('Donaudampfschifffahrtsgesellschaft', 80, font);
        expect(lines.length).toBeGreaterThan(2);
        expect(lines.join('')).toBe('Donaudampfschifffahrtsgesellschaft');
        expect(linesWidth(lines, font)).toBeLessThanOrEqual(80);
    });

    it('never splits an emoji', () => {
        expect(wrapText('👩‍👩‍👧👩‍👩‍👧', 13, font)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
    });

    it('breaks Japanese between characters, but starts no line with a full stop', () => {
        const lines = wrapText('顧客管理。顧客管理。', 54, font);
        expect(lines.length).toBeGreaterThan(1);
        expect(lines.some((line) => line.startsWith('。'))).toBe(false);
    });

    it('does not break at a no-break space', () => {
        expect(wrapText('about 96\u00a0000 a year', 70, font)).not.toContain('000 a year');
    });

    it('keeps a dot between two names at the end of a line', () => {
        expect(wrapText('Marketing automation · Subscriber', 150, font)).toEqual(['Marketing automation ·', 'Subscriber']);
    });

    it('lets lines grow wider rather than more in number', () => {
        const text = 'Size advisor that knows her last order';
        expect(wrapText(text, 40, font, { maxLines: 2 })).toEqual(['Size advisor that', 'knows her last order']);
    });

    it('never loses a character, and keeps to the width unless one character alone is wider', () => {
        fc.assert(
            fc.property(anyText, fc.integer({ min: 1, max: 300 }), (text, width) => {
                const lines = wrapText(text, width, font);
                expect(withoutSpace(lines.join(''))).toBe(withoutSpace(text));
                for (const line of lines) {
                    expect(textWidth(line, font) <= width + 0.01 || graphemes(line).length === 1).toBe(true);
                }
            }),
            { numRuns: 500 },
        );
    });

    it('never makes more lines than asked for, nor loses a character then', () => {
        fc.assert(
            fc.property(anyText, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 3 }), (text, width, maxLines) => {
                const lines = wrapText(text, width, font, { maxLines });
                expect(lines.length).toBeLessThanOrEqual(maxLines);
                expect(withoutSpace(lines.join(''))).toBe(withoutSpace(text));
            }),
        );
    });

    it('wraps a long text in a moment', () => {
        const lines = wrapText('word and a longer one '.repeat(2000), 300, font);
        expect(lines.length).toBeGreaterThan(500);
    });
});

describe('the room for words', () => {
    const word = 'Kraftfahrzeugzulassungsverfahren';

    it('is that of the longest word, so that none is broken', () => {
        const room = roomForWords(`Das ${word} der Stadt`, font, 80, 400);
        expect(room).toBe(Math.ceil(textWidth(word, font)));
        expect(wrapText(`Das ${word} der Stadt`, room, font)).toContain(word);
    });

    it('counts the parts between hyphens as words', () => {
        expect(roomForWords(`${word}-${word}-Nord`, font, 80, 900)).toBe(Math.ceil(textWidth(`${word}-`, font)));
    });

    it('is never less than one bound, nor more than the other', () => {
        expect(roomForWords('CRM', font, 80, 400)).toBe(80);
        expect(roomForWords(word.repeat(5), font, 80, 400)).toBe(400);
    });
});

describe('wrapping a text of several looks', () => {
    it('keeps the look of every character', () => {
        const lines = wrapRich([{ text: 'Marketing automation · ' }, { text: 'Subscriber list', style: 'weight-600' }], 120, 'body');
        expect(lines.length).toBeGreaterThan(1);
        const heavy = lines.flat().filter((span) => span.style === 'weight-600');
        expect(
            heavy
                .map((span) => span.text)
                .join(' ')
                .replace(/\s+/g, ' ')
                .trim(),
        ).toBe('Subscriber list');
    });

    it('stays on one line exactly as long as its measured width fits', () => {
        const text = [{ text: 'Web shop · ' }, { text: 'Order', style: 'weight-600' }] as const;
        const width = richWidth(text, 'body');
        expect(wrapRich(text, width, 'body').length).toBe(1);
        expect(wrapRich(text, width - 1, 'body').length).toBe(2);
    });
});
