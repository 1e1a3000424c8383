import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../helpers/processor-time.ts';
import { applyChanges } from '../../../language/format/edits.ts';
import { formatted, formattedInEditor, formatting, meaningOf, services, substanceOf } from './support.ts';

const maps = globSync(['examples/**/*.crmmap', 'test/maps/**/*.crmmap']).map((file): [string, string] => [file, readFileSync(file, 'utf8')]);
const { Lexer, CrmMapParser } = services.parser;

/** The tokens and comments of a map, with any white space between them. */
const anyWhiteSpace = fc.constantFrom(...maps.filter(([, text]) => text !== '' && text.length < 6000).map(([, text]) => text)).chain((text) => {
    const { tokens, hidden } = Lexer.tokenize(text);
    const pieces = [...tokens, ...hidden].sort((a, b) => a.startOffset - b.startOffset).map(({ image }) => image);
    const gap = fc.oneof(
        { weight: 8, arbitrary: fc.constant(' ') },
        { weight: 4, arbitrary: fc.constantFrom('\n', '\r\n', '\n\n\n', '   ', '\t', '\n      ') },
        { weight: 1, arbitrary: fc.constantFrom(' /* 客 */ ', '\n// 👋 own line\n', ' // behind \n', '\n/**\n doc\n  * more */\n', '/*\n\tx\n*/') },
    );
    const breaksAfter = (piece: string): string => (piece.startsWith('//') ? '\n' : '');
    return fc
        .array(gap, { minLength: pieces.length, maxLength: pieces.length })
        .map((gaps) => pieces.map((piece, index) => `${gaps[index] ?? ''}${piece}${breaksAfter(piece)}`).join(''));
});

function isSound(text: string): boolean {
    const { lexerErrors, parserErrors } = CrmMapParser.parse(text);
    return lexerErrors.length + parserErrors.length === 0;
}

describe('formatting', () => {
    test.each(maps)('keeps all that %s says, and formats it once and for all', (_, text) => {
        const once = formatted(text);
        expect(substanceOf(once)).toEqual(substanceOf(text));
        expect(meaningOf(once)).toBe(meaningOf(text));
        expect(formatted(once)).toBe(once);
    });

    test.each(maps.filter(([file]) => file.startsWith('examples')))('finds nothing to change in %s', (_, text) => {
        expect(formatted(text)).toBe(text);
    });

    test('changes white space only, whatever it was, and is done after one time', () => {
        fc.assert(
            fc.property(anyWhiteSpace, (text) => {
                const once = formattedInEditor(text);
                expect(substanceOf(once)).toEqual(substanceOf(text));
                if (!isSound(text)) return;
                expect(meaningOf(once)).toBe(meaningOf(text));
                expect(formattedInEditor(once)).toBe(once);
                expect(once).toMatch(/^\S[^]*\S\n$|^\S[^]*\S\r\n$/);
                expect(once).not.toMatch(/[^\S\r\n]+(?=\r?\n)(?![^]*\*\/)|\n\s*\n\s*\n(?![^]*\*\/)/);
            }),
            { numRuns: 80, seed: Number(process.env['SEED'] ?? 3) },
        );
    });

    test('damages nothing of a text with mistakes', () => {
        const broken = fc
            .tuple(
                fc.constantFrom(...maps.map(([, text]) => text.slice(0, 3000))),
                fc.nat(),
                fc.nat({ max: 8 }),
                fc.constantFrom('', '}', '{', '"', '`', '/*', '#', '=>', ' ??\n', '\u0000'),
            )
            .map(([text, at, length, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + length));
        fc.assert(
            fc.property(broken, (text) => {
                const once = formattedInEditor(text);
                expect(substanceOf(once)).toEqual(substanceOf(text));
                expect(once.replace(/[\s\uFEFF]+/g, '')).toBe(text.replace(/[\s\uFEFF]+/g, ''));
            }),
            { numRuns: 150, seed: Number(process.env['SEED'] ?? 3) },
        );
    });

    test('makes changes that are small, in order, and of white space alone', () => {
        fc.assert(
            fc.property(anyWhiteSpace, (text) => {
                let last = 0;
                for (const { start, end, text: wanted } of formatting(text).changes) {
                    expect(start).toBeGreaterThanOrEqual(last);
                    const old = text.slice(start, end);
                    expect(old + wanted).toMatch(/^[\s\uFEFF]+$/);
                    expect(old).not.toBe(wanted);
                    // Neither begins nor ends with what stays.
                    const stays = old !== '' && wanted !== '' && (old[0] === wanted[0] || old.at(-1) === wanted.at(-1));
                    if (stays) expect(old + wanted).toContain('\r');
                    last = end;
                }
            }),
            { numRuns: 50, seed: Number(process.env['SEED'] ?? 3) },
        );
    });

    test('sets a table of very many lines and very many parts', () => {
        const flows = Array.from({ length: 150_000 }, (_, n) => `a  -> b${n % 10}`).join('\n');
        expect(formattedInEditor(`${flows}\n`)).toBe(`${flows.replaceAll('  ', ' ')}\n`);
        const mapping = `map A -> B${' using "x"'.repeat(20_000)}`;
        const text = `flow f: a -> b {\n  ${mapping}\n  ${mapping}\n}\n`;
        expect(formattedInEditor(text)).toBe(text);
    });

    test('formats 5 MB within a few seconds', async () => {
        const northwind = readFileSync('examples/northwind.crmmap', 'utf8');
        const text = northwind.replaceAll('\n', '\n ').repeat(Math.floor(4_900_000 / Buffer.byteLength(northwind.replaceAll('\n', '\n '))));
        const parsed = CrmMapParser.parse(text);
        expect(parsed.parserErrors).toEqual([]);
        const took = await processorTime(() => {
            const { changes } = formatting(text, parsed);
            expect(applyChanges(text, changes).startsWith(northwind.slice(0, 1000))).toBe(true);
        });
        expect(took).toBeLessThan(20_000);
    });
});
