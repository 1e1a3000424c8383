import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SemanticTokens } from 'vscode-languageserver-types';
import { tokenModifiers, tokenTypes } from '../../../language/editor/token-kinds.ts';
import { edited, open, type Edited } from './support.ts';

/** Tokens as `word type modifier…`, in the order of the text. */
function told({ document }: Pick<Edited, 'document'>, { data }: Pick<SemanticTokens, 'data'>): string[] {
    const words: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
        const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
        line += lines;
        character = lines === 0 ? character + characters : characters;
        const word = document.textDocument.getText({ start: { line, character }, end: { line, character: character + length } });
        const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
        words.push([word, tokenTypes[type], ...modifiers].join(' '));
    }
    return words;
}

async function tokensOf(text: string): Promise<string[]> {
    const map = await open(text);
    const tokens = await map.services.lsp.SemanticTokenProvider!.semanticHighlight(map.document, { textDocument: { uri: '' } });
    return told(map, tokens);
}

describe('Colours by meaning', () => {
    it('names are coloured by what they name, where they are declared and in each part of a path', async () => {
        expect(await tokensOf('system crm { entity Contact { Email : email } }\nflow f: crm.Contact -> crm { map Email -> crm.Contact.Email }')).toEqual([
            'crm class declaration',
            'Contact struct declaration',
            'Email property declaration',
            'email type',
            'f function declaration',
            'crm class',
            'Contact struct',
            'crm class',
            'Email property',
            'crm class',
            'Contact struct',
            'Email property',
        ]);
    });

    it('keywords that are names are coloured as names, and stay uncoloured where they are keywords', async () => {
        expect(await tokensOf('team owner\nsystem system { owner owner entity stage { status : text(3) match status } }')).toEqual([
            'owner type declaration',
            'system class declaration',
            'owner type',
            'stage struct declaration',
            'status property declaration',
            'text type',
            'status property',
        ]);
    });

    it('words of closed lists are members of a list, words that are none are not', async () => {
        expect(await tokensOf('system s { category crm environment cloud }\ns -> s { pattern batch-sync timing manual }')).toEqual([
            's class declaration',
            'crm enumMember',
            's class',
            's class',
            'batch-sync enumMember',
            'manual enumMember',
        ]);
    });

    it('what is retired or deprecated, not to be written to, or comes with the language, is marked as such', async () => {
        expect(await tokensOf('system s { lifecycle retired provides reporting entity e { a : id deprecated b : text(3) formula match a, b } }')).toEqual([
            's class declaration deprecated',
            'retired enumMember',
            'reporting enum defaultLibrary',
            'e struct declaration',
            'a property declaration deprecated',
            'id type',
            'b property declaration readonly',
            'text type',
            'a property deprecated',
            'b property readonly',
        ]);
    });

    it('places count as UTF-16 does', async () => {
        expect(await tokensOf('/* 🧭 */ system `🧭 x` "🧭" team t')).toEqual(['`🧭 x` class declaration', 't type declaration']);
    });

    it('a range has the tokens of its lines', async () => {
        const map = await open('team a\nteam b\nsystem s {\n owner b\n vendor "x"\n}\n');
        const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
        const tokens = await map.services.lsp.SemanticTokenProvider!.semanticHighlightRange(map.document, { textDocument: { uri: '' }, range });
        expect(told(map, tokens)).toEqual(['b type']);
    });

    it('after an edit only what changed is sent, and leads to what a whole answer says', async () => {
        const text = readFileSync('examples/northwind.crmmap', 'utf8');
        const map = await open(text);
        const provider = map.services.lsp.SemanticTokenProvider!;
        const textDocument = { uri: map.document.uri.toString() };
        const before = await provider.semanticHighlight(map.document, { textDocument });
        const at = map.document.textDocument.positionAt(text.indexOf('region eu\n'));
        const changed = edited(map.document, [{ range: { start: at, end: at }, newText: 'owner crmOps ' }]);
        const shared = map.services.shared.workspace;
        shared.LangiumDocuments.deleteDocument(map.document.uri);
        const document = shared.LangiumDocumentFactory.fromString(changed, map.document.uri);
        shared.LangiumDocuments.addDocument(document);
        await shared.DocumentBuilder.build([document]);
        const delta = await provider.semanticHighlightDelta(document, { textDocument, previousResultId: before.resultId! });
        const whole = await provider.semanticHighlight(document, { textDocument });
        expect('edits' in delta && delta.edits).toHaveLength(1);
        const [edit] = 'edits' in delta ? delta.edits : [];
        expect(edit?.data?.length).toBeLessThan(30);
        const patched = before.data.toSpliced(edit?.start ?? 0, edit?.deleteCount ?? 0, ...(edit?.data ?? []));
        expect(patched).toEqual(whole.data);
        expect('data' in (await provider.semanticHighlightDelta(document, { textDocument, previousResultId: 'unknown' }))).toBe(true);
    });

    it('never overlap, in any example', async () => {
        const map = await open(readFileSync('examples/northwind.crmmap', 'utf8'));
        const { data } = await map.services.lsp.SemanticTokenProvider!.semanticHighlight(map.document, { textDocument: { uri: '' } });
        expect(data.length / 5).toBeGreaterThan(300);
        for (let at = 5; at < data.length; at += 5) if (data[at] === 0) expect(data[at + 1]).toBeGreaterThanOrEqual(data[at - 3]!);
    });
});
