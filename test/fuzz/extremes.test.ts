import { describe, expect, test } from 'vitest';
import { largestFile, mostOperands } from '../../language/parser/bounds.ts';
import { countSteps } from './steps.ts';
import { faultsOf, opened } from './subject.ts';

const many = 50_000;

// Other tests may run beside this one.

async function codesOf(text: string): Promise<string[]> {
    const { document } = await opened(text);
    return (document.diagnostics ?? []).map(({ code }) => String(code));
}

describe('What is nested deeper than any stack is told of once', () => {
    const nested: readonly (readonly [string, (count: number) => string])[] = [
        ['parentheses', (count) => `view v { include ${'('.repeat(count)}a${')'.repeat(count)} }`],
        ['not', (count) => `view v { include ${'not '.repeat(count)}a }`],
        ['or', (count) => `system a\nview v { include a${' or a'.repeat(count)} }`],
        ['and', (count) => `system a\nview v { include a${' and a'.repeat(count)} }`],
    ];

    test.each(nested)('%s', async (_what, nest) => {
        expect(await codesOf(nest(many))).toEqual(['LNG008']);
        expect(await faultsOf(nest(2000), 'model')).toEqual([]);
    });

    test('braces of a declaration that nobody knows', async () => {
        expect(await codesOf(`foo x ${'{'.repeat(many)}${'}'.repeat(many)}`)).toEqual(['LNG003', 'LNG008']);
    });

    test('and comments do not nest', async () => {
        expect(await codesOf(`${'/* '.repeat(many)}*/ system a`)).toEqual([]);
    });

    test('A selector with as many operands as are allowed is one selector', async () => {
        const text = `system a\nview v { include a${' or a'.repeat(mostOperands - 1)} }`;
        expect(await codesOf(text)).toEqual([]);
        expect(await faultsOf(text, 'model')).toEqual([]);
    });
});

describe('A file with very many mistakes', () => {
    test.each([
        ['of unknown words', 'sytem a\n'],
        ['of stray characters', '@\n'],
        ['of stray braces', '}\n'],
        ['of open bodies', 'system a {\n'],
        ['of open texts', '"a\n'],
        ['of open comments', '/*\n\n'],
        ['of unknown names', 'a -> b\n'],
        ['of the same name', 'system a\n'],
        ['of foreign quotes', '“a '],
        ['of foreign comments', '# x\n'],
        ['of commas', ','],
    ])('%s tells of the first thousand, and how many more there are', async (_what, piece) => {
        const { result, steps } = await countSteps(() => opened(piece.repeat(3000)));
        const diagnostics = result.document.diagnostics ?? [];
        expect(diagnostics).toHaveLength(1001);
        expect(diagnostics.at(-1)).toMatchObject({
            code: 'LNG090',
            severity: 1,
            message: expect.stringMatching(/^There are at least \d+ more mistakes in this file/),
        });
        expect(steps).toBeLessThan(5_000_000);
    });

    test('is followed through the house', async () => {
        expect(await faultsOf('sytem a {\n'.repeat(1500), 'model')).toEqual([]);
    });
});

describe('A file of 5 MB', () => {
    const filled = (before: string, unit: string, after: string): string =>
        before + unit.repeat(Math.floor((largestFile - before.length - after.length) / unit.length)) + after;

    test.each([
        ['a text', filled('system a { description "', 'x', '" }')],
        ['a text of escapes', filled('system a { description "', '\\n', '" }')],
        ['a word', filled('system ', 'x', '')],
        ['a word of dashes', filled('system a', '-a', '')],
        ['letters beyond the first plane', filled('system ', '𝒳', '').slice(0, 1_000_001)],
        ['a comment', filled('/*', 'x ', '*/ system a')],
        ['a line of a comment', filled('//', 'x', '\nsystem a')],
        ['spaces', filled('system a', ' ', '')],
        ['lines', filled('system a', '\n', '')],
        ['digits', filled('segment a { size 1', '_0', ' }')],
    ])('that is %s is read as any other', async (_what, text) => {
        expect((await codesOf(text)).filter((code) => code !== 'LNG024')).toEqual([]);
    });

    test.each([
        ['of letters', `// ${'x'.repeat(largestFile)}`],
        ['of letters with two bytes', `// ${'é'.repeat(largestFile / 2)}`],
        ['of letters with three bytes', `// ${'顧'.repeat(largestFile / 3)}`],
        ['of letters with four bytes', `// ${'𝒳'.repeat(largestFile / 4)}`],
    ])('and more, %s, is not read, and told of once at its beginning', async (_what, text) => {
        const { document } = await opened(`${text}\nsytem a`);
        expect(document.diagnostics).toMatchObject([
            { code: 'LNG009', message: 'This file is too large: 5.0 MB. A map file may have 5 MB; split it, and use import.' },
        ]);
        expect(document.diagnostics?.[0]?.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    });

    test('ends exactly at its limit', async () => {
        expect(await codesOf(`//${'x'.repeat(largestFile - 2)}`)).toEqual([]);
        expect(await codesOf(`//${'x'.repeat(largestFile - 1)}`)).toEqual(['LNG009']);
    });
});
