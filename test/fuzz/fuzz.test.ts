import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBytes, anyText, brokenMaps, plainSentences, sentences } from './any-text.ts';
import { Choices } from './choices.ts';
import { keywords, parserRules, Writer } from './sentences.ts';
import { type Depth, faultsOf, opened } from './subject.ts';

// Other tests may run beside this one.

/** Runs with the same texts everywhere; `node test/fuzz/run.ts` looks further. */
const bearable = (texts: fc.Arbitrary<string>, depth: Depth, numRuns: number): Promise<void> =>
    fc.assert(
        fc.asyncProperty(texts, async (text) => {
            expect(await faultsOf(text, depth)).toEqual([]);
        }),
        { numRuns, seed: 20261122, endOnFailure: true },
    );

describe('Any text is borne', () => {
    test('as a sentence of the grammar with odd names and values', () => bearable(sentences, 'model', 60));

    test('as a map that is broken in some places', () => bearable(brokenMaps, 'model', 60));

    test('as any characters', () => bearable(anyBytes, 'model', 150));

    test('by the editor, wherever it asks', () => bearable(anyText, 'editor', 25));

    test('as a picture, which is XML that does nothing', () => bearable(anyText, 'picture', 25));
});

describe('A sentence of the grammar', () => {
    test('is read without a mistake of its form, whatever stands between its words', () =>
        fc.assert(
            fc.asyncProperty(plainSentences, async (text) => {
                const { document } = await opened(text);
                expect((document.diagnostics ?? []).filter(({ code }) => String(code) < 'LNG010').map(({ message }) => message)).toEqual([]);
            }),
            { numRuns: 120, seed: 20261122, endOnFailure: true },
        ));

    test('makes use of every rule and every word of the grammar', () => {
        const written = new Set<string>();
        for (const [index, { name }] of parserRules.entries()) {
            for (let seed = 0; seed < 200; seed++) {
                let last = index * 1000 + seed;
                const numbers = Array.from({ length: 80 }, () => (last = (Math.imul(last, 1664525) + 1013904223) >>> 0) >>> 8);
                for (const word of new Writer(new Choices(numbers), { plain: true, oddGaps: false }).fragment(name).split(/\s+/)) written.add(word);
            }
        }
        expect(keywords.filter((word) => !written.has(word))).toEqual([]);
    });
});
