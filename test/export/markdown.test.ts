import { marked, type Token, type Tokens } from 'marked';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownOf } from '../../src/export/markdown/markdown.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';
import { nasty, retitled } from './hostile-texts.ts';

function documentOf(model: CrmModel): string {
    return markdownOf({
        model,
        pictures: [{ title: model.systems[0]?.title ?? '', address: 'map.landscape.svg' }],
        findings: [{ severity: 'warning', code: 'SYS001', message: `${model.systems[0]?.title} is used by nothing`, place: 'a.crmmap:1' }],
    });
}

/** Every token of a Markdown text, inner ones too, as GitHub reads them. */
function tokensOf(text: string): Token[] {
    const found: Token[] = [];
    marked.walkTokens(marked.lexer(text), (token) => {
        found.push(token);
    });
    return found;
}

describe('a map as a document', () => {
    test('has a heading, its pictures, the registers and the findings', async () => {
        const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
        const tokens = tokensOf(documentOf(model));
        const headings = tokens.flatMap((token) => (token.type === 'heading' ? [token['text'] as string] : []));
        expect(headings).toEqual([
            'Northwind Outdoor',
            'Salesforce',
            'Interface register',
            'Field mappings',
            'Data dictionary',
            'Pains and opportunities',
            'Initiatives',
            'Findings',
        ]);
        expect(tokens.flatMap((token) => (token.type === 'image' ? [token['href']] : []))).toEqual(['map.landscape.svg']);
        const register = tokens.find((token) => token.type === 'table' && token['rows'].length === 6);
        const cells = (register as Tokens.Table | undefined)?.rows[1] ?? [];
        expect(cells.map((cell) => cell.text)).toContain('Customer profile');
    });

    test('leaves out columns in which nothing stands, and says of nothing that there is nothing', async () => {
        const { model } = await parseMap('system a\nsystem b\na -> b "Orders"\n');
        const text = markdownOf({ model, pictures: [], findings: [] });
        expect(text).toContain('| Number | Interface | From | To |\n');
        expect(text).toContain('None. Without what depends on the day.');
    });

    test('tells what doc comments say, and links only to pages', async () => {
        const { model } = await parseMap('/** Where *everybody* is kept. */\nsystem crm "CRM" { link "https://example.com/a?b=c d" "Handbook" }\n');
        const tokens = tokensOf(documentOf(model));
        expect(tokens.some((token) => token.type === 'text' && token.raw.includes('everybody'))).toBe(true);
        expect(tokens.flatMap((token) => (token.type === 'link' ? [token['href']] : []))).toEqual(['https://example.com/a?b=c%20d']);
    });

    test('keeps hostile texts plain: no HTML, link, picture, heading or list of theirs', async () => {
        const { model } = await parseMap('system a "A" { description "D" note "N" entity E { F : id } }\nsystem b "B"\na -> b "Flow" { purpose "P" }\n');
        const plain = tokensOf(documentOf(retitled(model, ['Plain']))).map(({ type }) => type);
        const structure = (types: readonly string[]): string[] => types.filter((type) => !['text', 'escape'].includes(type));
        fc.assert(
            fc.property(
                fc.array(
                    fc.oneof(
                        fc.constantFrom(...nasty, 'http://evil.example', 'www.evil.example', 'a@evil.example', '1. x', '- x', '# x', '===', '~~x~~'),
                        fc.string({ unit: 'binary' }),
                    ),
                    { minLength: 1, maxLength: 4 },
                ),
                (words) => {
                    const types = tokensOf(documentOf(retitled(model, words))).map(({ type }) => type);
                    const allowed = new Set(plain);
                    expect(structure(types).filter((type) => !allowed.has(type))).toEqual([]);
                    for (const type of ['heading', 'image', 'link', 'html', 'table']) {
                        const count = (list: readonly string[]): number => list.filter((one) => one === type).length;
                        expect({ type, count: Math.max(count(types), count(plain)) }).toEqual({ type, count: count(plain) });
                    }
                },
            ),
            { numRuns: 300 },
        );
    });
});
