import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { open, textOf } from './support.ts';

type Files = Readonly<Record<string, string>> | string;

async function highlights(files: Files): Promise<string[] | undefined> {
    const { services, document, positions } = await open(files);
    const found = await services.lsp.DocumentHighlightProvider!.getDocumentHighlight(document, { textDocument: { uri: '' }, position: positions[0]! });
    return found?.map(({ range, kind }) => `${range.start.line}:${range.start.character} ${textOf(document, range)} ${kind === 3 ? 'write' : 'read'}`);
}

async function linked(files: Files): Promise<string[] | undefined> {
    const { services, document, positions } = await open(files);
    const found = services.structure.LinkedEditing.getLinkedEditingRanges(document, { textDocument: { uri: '' }, position: positions[0]! });
    return found?.ranges.map((range) => `${range.start.line}:${range.start.character} ${textOf(document, range)}`);
}

async function selections(text: string): Promise<string[]> {
    const { services, document, positions } = await open(text);
    const [first] = services.structure.SelectionRanges.getSelectionRanges(document, { textDocument: { uri: '' }, positions: [...positions] });
    const texts: string[] = [];
    for (let range: SelectionRange | undefined = first; range; range = range.parent) texts.push(textOf(document, range.range));
    return texts;
}

describe('Highlights', () => {
    it('mark the declaration as written, and what names it as read', async () => {
        expect(await highlights('system c<|>rm { entity e { f : id } }\ncrm -> crm.e')).toEqual(['0:7 crm write', '1:0 crm read', '1:7 crm read']);
    });

    it('mark what a file says of a thing that another file declares', async () => {
        expect(await highlights({ 'main.crmmap': 'import "./a.crmmap"\ncr<|>m -> crm', 'a.crmmap': 'system crm' })).toEqual(['1:0 crm read', '1:7 crm read']);
    });

    it('are none at a word that is no name', async () => {
        expect(await highlights('sys<|>tem crm')).toBeUndefined();
    });
});

describe('Linked editing', () => {
    it('ties a name to all that names it in the file', async () => {
        expect(await linked('system c<|>rm\ncrm -> crm')).toEqual(['0:7 crm', '1:0 crm', '1:7 crm']);
        expect(await linked('system crm\ncrm<|> -> crm')).toEqual(['0:7 crm', '1:0 crm', '1:7 crm']);
    });

    it('stays within the backticks', async () => {
        expect(await linked('system `a<|> b`\n`a b` -> `a b`')).toEqual(['0:8 a b', '1:1 a b', '1:10 a b']);
    });

    it.each<[string, Files]>([
        ['is named by another file', { 'a.crmmap': 'system c<|>rm\ncrm -> crm', 'main.crmmap': 'import "./a.crmmap"\nsystem x\nx -> crm' }],
        ['is declared in another file', { 'main.crmmap': 'import "./a.crmmap"\nc<|>rm -> crm', 'a.crmmap': 'system crm' }],
        ['is written in different ways', 'system c<|>rm\n`crm` -> crm'],
        ['is named nowhere', 'system c<|>rm'],
    ])('is left to renaming where a thing %s', async (_what, files) => {
        expect(await linked(files)).toBeUndefined();
    });
});

describe('Selection', () => {
    it('grows from a part of a path over path, property, body and declaration to the whole file', async () => {
        const text = 'team t\nsystem crm {\n  owner t\n  entity e { match crm.e.<|>f, f  f : id }\n}\n';
        const inner = ' match crm.e.f, f  f : id ';
        const entity = `entity e {${inner}}`;
        const system = text.slice(7).trimEnd().replace('<|>', '');
        expect(await selections(text)).toEqual([
            'f',
            'crm.e.f',
            'crm.e.f, f',
            'match crm.e.f, f',
            inner,
            `{${inner}}`,
            entity,
            `\n  owner t\n  ${entity}\n`,
            `{\n  owner t\n  ${entity}\n}`,
            system,
            'team t\nsystem crm {\n  owner t\n  entity e { match crm.e.f, f  f : id }\n}',
            'team t\nsystem crm {\n  owner t\n  entity e { match crm.e.f, f  f : id }\n}\n',
        ]);
    });

    it('begins within the quotation marks of a text', async () => {
        expect((await selections('system crm "Sales<|> force" { vendor "x" }')).slice(0, 3)).toEqual([
            'Sales force',
            '"Sales force"',
            'system crm "Sales force" { vendor "x" }',
        ]);
        expect((await selections('system crm { vendor "S<|>AP" users 3 }')).slice(0, 4)).toEqual(['SAP', '"SAP"', 'vendor "SAP"', ' vendor "SAP" users 3 ']);
    });

    it('takes a map line as one property', async () => {
        expect((await selections('system s { entity e { a : id b : id } }\ns.e -> s.e { map <|>a -> b using "x" timing manual }')).slice(0, 5)).toEqual([
            'a',
            'a -> b',
            'map a -> b',
            'map a -> b using "x"',
            ' map a -> b using "x" timing manual ',
        ]);
    });

    it('only ever grows, at every place of the reference map', async () => {
        const text = readFileSync('examples/northwind.crmmap', 'utf8');
        const { services, document } = await open(text);
        const positions = Array.from({ length: Math.floor(text.length / 7) }, (_, index) => document.textDocument.positionAt(index * 7));
        for (const [index, start] of services.structure.SelectionRanges.getSelectionRanges(document, { textDocument: { uri: '' }, positions }).entries()) {
            const offset = index * 7;
            for (let range: SelectionRange | undefined = start; range; range = range.parent) {
                const [from, to] = [document.textDocument.offsetAt(range.range.start), document.textDocument.offsetAt(range.range.end)];
                expect(from <= offset && offset <= to).toBe(true);
                const outer = range.parent;
                if (!outer) expect([from, to]).toEqual([0, text.length]);
                else {
                    const [outerFrom, outerTo] = [document.textDocument.offsetAt(outer.range.start), document.textDocument.offsetAt(outer.range.end)];
                    expect(outerFrom <= from && to <= outerTo && outerTo - outerFrom > to - from).toBe(true);
                }
            }
        }
    });

    it('is the whole of an empty file', async () => {
        expect(await selections('<|>')).toEqual(['']);
    });
});

describe('Folding', () => {
    const folds = async (text: string): Promise<string[]> => {
        const { services, document } = await open(text);
        const found = (await services.lsp.FoldingRangeProvider!.getFoldingRanges(document, { textDocument: { uri: '' } })) ?? [];
        return found.map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind ?? 'body'}`);
    };

    it('folds regions, within each other too, and keeps their marks out of comments', async () => {
        expect(await folds('// #region all\n// a\n// b\n// #region one\nsystem s {\n users 1\n}\n// #endregion\n//endregion\n// region open')).toEqual([
            '0-8 region',
            '1-2 comment',
            '3-7 region',
            '4-5 body',
        ]);
    });

    it('folds imports that follow each other, and not what stands between them', async () => {
        expect(await folds('import "./a.crmmap"\nimport "./b.crmmap"\nsystem s {\n users 1\n}\nimport "./c.crmmap"\n')).toEqual(['0-1 imports', '2-3 body']);
    });

    it('folds a block within a body', async () => {
        expect(await folds('map {\n rules {\n  SYS002 off\n }\n currency EUR\n}')).toEqual(['0-4 body', '1-2 body']);
    });
});
