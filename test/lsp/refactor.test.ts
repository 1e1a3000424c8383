import { afterEach, describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionRequest, CreateFile, type Position, TextDocument, TextDocumentEdit, type TextEdit } from 'vscode-languageserver/node';
import { LspClient } from './lsp-client.ts';
import { markedOnce } from './marked-text.ts';

const able = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } } };
const noError = (all: readonly { severity?: number }[]): boolean => all.every(({ severity }) => severity !== 1);

describe('refactorings, over stdio', () => {
    let client: LspClient;

    afterEach(() => client.stop());

    async function offered(uri: string, position: Position, only: string): Promise<CodeAction[]> {
        const params = { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [], only: [only] } };
        return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []).filter((one): one is CodeAction => 'edit' in one);
    }

    const after = (text: string, edits: readonly TextEdit[]): string => TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);

    test('a system moves to a file of its own, and both files are free of errors', async () => {
        client = await LspClient.start({}, { capabilities: able });
        const { text, position } = markedOnce('team it\n\n/** Sells. */\nsystem sh<|>op { owner it }\n\nsystem crm\nshop -> crm\n');
        const uri = await client.open('a.crmmap', text);
        const [move] = await offered(uri, position, 'refactor.extract');
        expect(move?.title).toBe('Move this system to shop.crmmap');
        const [create, fill, cut] = move?.edit?.documentChanges ?? [];
        expect(CreateFile.is(create) && create.uri).toBe(client.uri('shop.crmmap'));
        expect(TextDocumentEdit.is(fill) && fill.textDocument.uri).toBe(client.uri('shop.crmmap'));

        const made = TextDocumentEdit.is(fill) ? after('', fill.edits as TextEdit[]) : '';
        const left = TextDocumentEdit.is(cut) ? after(text, cut.edits as TextEdit[]) : '';
        expect(made).toBe('import "./a.crmmap"\n\n/** Sells. */\nsystem shop { owner it }\n');
        expect(left).toBe('import "./shop.crmmap"\n\nteam it\n\nsystem crm\nshop -> crm\n');
        const other = await client.open('shop.crmmap', made);
        await client.change(uri, left);
        await client.diagnosticsOf(other, noError);
        await client.diagnosticsOf(uri, noError);
    });

    test('a flow is mapped by name and type, and an editor that cannot create files is offered no move', async () => {
        client = await LspClient.start();
        const { text, position } = markedOnce(
            'system shop { entity A { e_mail : email } }\nsystem crm { entity B { Email : email } }\nshop.A -<|>> crm.B "New"\n',
        );
        const uri = await client.open('a.crmmap', text);
        const [map] = await offered(uri, position, 'refactor.rewrite.map');
        expect(after(text, map?.edit?.changes?.[uri] ?? [])).toContain('shop.A -> crm.B "New" {\n  map e_mail -> Email\n}\n');
        expect(await offered(uri, { line: 0, character: 3 }, 'refactor.extract')).toEqual([]);
    });

    test('a file is sorted when that is asked for', async () => {
        client = await LspClient.start();
        const text = 'system shop\nteam it\n';
        const uri = await client.open('a.crmmap', text);
        const actions = await offered(uri, { line: 0, character: 0 }, 'source');
        const sort = actions.find(({ kind }) => kind === 'source.sort.declarations');
        expect(after(text, sort?.edit?.changes?.[uri] ?? [])).toBe('team it\n\nsystem shop\n');
    });
});
