import type { DocumentSymbol, MarkupContent } from 'vscode-languageserver-types';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { open } from './support.ts';

const hover = async (text: string): Promise<string | undefined> => {
    const { services, document, positions } = await open(text);
    const found = await services.lsp.HoverProvider?.getHoverContent(document, { textDocument: { uri: document.uri.toString() }, position: positions[0]! });
    return (found?.contents as MarkupContent | undefined)?.value;
};

describe('Hover', () => {
    it('shows kind, path, title, facts and the doc comment of a thing, at its declaration and where it is named', async () => {
        const declared = (at: string, used: string): string =>
            `team ops\n/**\n * Where **every** customer is kept.\n */\nsystem ${at} "Sales" { category crm vendor "V" owner ops cost 400 EUR per year }\n${used} -> crm`;
        const expected =
            '**system** crm · Sales\n\n- category: crm\n- vendor: V\n- cost: 400 EUR per year\n- owner: ops\n- used by 1 flow: [crm -&#62; crm](file:///maps/map.crmmap#L6)\n\nWhere **every** customer is kept.';
        expect(await hover(declared('c<|>rm', 'crm'))).toBe(expected);
        expect(await hover(declared('crm', 'c<|>rm'))).toBe(expected);
    });

    it('shows the meaning of words of closed lists, and of properties', async () => {
        expect(await hover('system crm { category c<|>rm }')).toBe('**crm** · category\n\nCustomer relationship management');
        expect(await hover('system crm { ven<|>dor "x" }')).toBe('**vendor**\n\nWho makes it');
        expect(await hover('system s { provides rep<|>orting }')).toContain('Shows figures');
    });

    it('text of a map becomes no HTML, no picture and no command', async () => {
        const text =
            '/** <img src=x onerror=alert(1)> [run](command:workbench.action.quit) ![p](https://evil.example/p.png) [ok](https://ok.example)\n\n[ref]: javascript:alert(1) */\nsystem c<|>rm "<b>[x](command:y)</b> ![](z)" { vendor "*a* `b`" }';
        const value = (await hover(text)) ?? '';
        expect(value).not.toMatch(/<(?:img|b)/);
        expect(value).not.toMatch(/(?<!\\)\]\((?:command|javascript):/);
        expect(value).not.toContain('javascript:');
        expect(value).toContain('\\![p]');
        expect(value).toContain('[ok](https://ok.example)');
        expect(value).toContain('\\*a\\* \\`b\\`');
    });
});

describe('Outline and folding', () => {
    const tree = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
        symbols.flatMap(({ name, detail, children }) => [`${'  '.repeat(depth)}${name}${detail ? ` · ${detail}` : ''}`, ...tree(children ?? [], depth + 1)]);

    it('shows what a file declares as it is nested, with titles', async () => {
        const { services, document } = await open(
            'map "M"\nsystem crm "CRM" {\n entity Contact "People" { Email : email key }\n}\nshop -> crm "New"\njourney j { stage s "S" { touchpoint t { pain "No size" } } }',
        );
        expect(tree((await services.lsp.DocumentSymbolProvider?.getSymbols(document, { textDocument: { uri: '' } })) ?? [])).toEqual([
            'M · map',
            'crm · CRM',
            '  Contact · People',
            '    Email · email',
            'shop -> crm · New',
            'j',
            '  s · S',
            '    t',
            '      No size · pain',
        ]);
    });

    it('names lie within what they name, in the whole reference map', async () => {
        const { services, document } = await open(readFileSync('examples/northwind.crmmap', 'utf8'));
        const all = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] => symbols.flatMap((symbol) => [symbol, ...all(symbol.children ?? [])]);
        const symbols = all((await services.lsp.DocumentSymbolProvider?.getSymbols(document, { textDocument: { uri: '' } })) ?? []);
        expect(symbols.length).toBeGreaterThan(80);
        for (const { range, selectionRange } of symbols) {
            expect(selectionRange.start.line).toBeGreaterThanOrEqual(range.start.line);
            expect(selectionRange.end.line).toBeLessThanOrEqual(range.end.line);
        }
    });

    it('folds bodies, comments and blocks of imports, and leaves the closing brace in sight', async () => {
        const text =
            'import "./a.crmmap"\nimport "./b.crmmap"\n// one\n// two\nsystem crm {\n  entity Contact {\n    Email : email\n  }\n}\n/*\n long\n*/\nteam t { function it }\n';
        const { services, document } = await open(text);
        const folds = (await services.lsp.FoldingRangeProvider?.getFoldingRanges(document, { textDocument: { uri: '' } })) ?? [];
        expect(folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind ?? 'body'}`)).toEqual([
            '0-1 imports',
            '2-3 comment',
            '4-7 body',
            '5-6 body',
            '9-11 comment',
        ]);
    });
});
