import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
    CompletionRequest,
    DefinitionRequest,
    DidChangeWatchedFilesNotification,
    type DocumentSymbol,
    DocumentSymbolRequest,
    FileChangeType,
    FoldingRangeRequest,
    HoverRequest,
    ReferencesRequest,
    RenameRequest,
} from 'vscode-languageserver/node';
import { LspClient } from './lsp-client.ts';
import { marked, markedOnce } from './marked-text.ts';

const northwind = readFileSync('examples/northwind.crmmap', 'utf8');
const isError = ({ severity }: { severity?: number }): boolean => severity === 1;
const hasErrors = (wanted: boolean) => (all: readonly { severity?: number }[]) => all.some(isError) === wanted;

describe('the language server, over stdio', () => {
    let client: LspClient;

    beforeEach(async () => {
        client = await LspClient.start();
    });

    afterEach(() => client.stop());

    test('says what it can do when an editor connects', () => {
        expect(client.capabilities).toMatchObject({
            completionProvider: expect.anything(),
            hoverProvider: true,
            definitionProvider: true,
            referencesProvider: true,
            documentSymbolProvider: true,
            foldingRangeProvider: true,
            renameProvider: { prepareProvider: true },
            textDocumentSync: { openClose: true, change: 2 },
        });
    });

    test('finds no error in the reference map', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        const found = await client.diagnosticsOf(uri, () => true);
        expect(found.filter(isError)).toEqual([]);
    });

    test('reports an unknown name when a map is opened, follows each change, and takes the report back once it is mended', async () => {
        const uri = await client.open('a.crmmap', 'system shop\nshop -> crm "New customers"\n');
        const opened = await client.diagnosticsOf(uri, (all) => all.length > 0);
        expect(opened).toMatchObject([{ severity: 1, range: { start: { line: 1, character: 8 }, end: { line: 1, character: 11 } } }]);

        await client.change(uri, 'system shop\n\nshop -> crm "New customers"\n');
        await client.diagnosticsOf(uri, ([first]) => first?.range.start.line === 2);

        await client.change(uri, 'system shop\nsystem crm\nshop -> crm "New customers"\n');
        await client.diagnosticsOf(uri, (all) => all.filter(isError).length === 0);
    });

    test('completes the name of a system that is declared elsewhere in the file', async () => {
        const { text, position } = markedOnce('system warehouse\nsystem shop\nshop -> <|>\n');
        const uri = await client.open('a.crmmap', text);
        const answer = await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
        const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
        expect(items.map(({ label }) => label)).toContain('warehouse');
    });

    test('shows what is known of a system on hover', async () => {
        const { text, position } = markedOnce('/** Where every customer is kept. */\nsystem c<|>rm "Salesforce"\n');
        const uri = await client.open('a.crmmap', text);
        const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
        expect(JSON.stringify(hover?.contents)).toContain('Where every customer is kept.');
    });

    test('goes from a reference to the declaration', async () => {
        const { text, positions } = marked('system shop\nsystem <|>crm\nshop -> c<|>rm\n');
        const uri = await client.open('a.crmmap', text);
        const [declared, used] = positions;
        const links = await client.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position: used ?? { line: 0, character: 0 } });
        expect(links).toMatchObject([{ targetUri: uri, targetSelectionRange: { start: declared } }]);
    });

    test('finds every place where a system is named', async () => {
        const { text, position } = markedOnce('system shop\nsystem c<|>rm\nshop -> crm\ncrm -> shop "Back"\n');
        const uri = await client.open('a.crmmap', text);
        const places = await client.connection.sendRequest(ReferencesRequest.type, { textDocument: { uri }, position, context: { includeDeclaration: true } });
        expect(places?.map(({ range }) => range.start.line).sort()).toEqual([1, 2, 3]);
    });

    test('renames a system in every file of the map', async () => {
        const { text, position } = markedOnce('system c<|>rm\n');
        const systems = await client.open('systems.crmmap', text);
        const flows = await client.open('flows.crmmap', 'import "./systems.crmmap"\nsystem shop\nshop -> crm\n');
        await client.diagnosticsOf(flows, (all) => all.filter(isError).length === 0);
        const edit = await client.connection.sendRequest(RenameRequest.type, { textDocument: { uri: systems }, position, newName: 'salesforce' });
        const changes = edit?.changes ?? {};
        expect(Object.keys(changes).sort()).toEqual([flows, systems]);
        expect(changes[flows]).toMatchObject([{ newText: 'salesforce', range: { start: { line: 2, character: 8 }, end: { line: 2, character: 11 } } }]);
    });

    test('lists what a map declares, entities within their system', async () => {
        const uri = await client.open('a.crmmap', 'system crm {\n  entity Contact\n}\nteam sales\n');
        const symbols = ((await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? []) as DocumentSymbol[];
        expect(symbols.map(({ name }) => name)).toEqual(['crm', 'sales']);
        expect(symbols[0]?.children?.map(({ name }) => name)).toEqual(['Contact']);
    });

    test('folds a declaration from brace to brace', async () => {
        const uri = await client.open('a.crmmap', 'system crm {\n  vendor "Salesforce"\n  users 240\n}\n');
        const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
        expect(folds).toContainEqual(expect.objectContaining({ startLine: 0 }));
    });

    test('sees files that are created, changed and deleted on the disk', async () => {
        const uri = await client.open('main.crmmap', 'import "./systems.crmmap"\nsystem shop\nshop -> crm\n');
        const systems = client.uri('systems.crmmap');
        const tell = (type: FileChangeType) =>
            client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: systems, type }] });
        await client.diagnosticsOf(uri, hasErrors(true));

        client.write('systems.crmmap', 'system crm\n');
        await tell(FileChangeType.Created);
        await client.diagnosticsOf(uri, hasErrors(false));

        client.write('systems.crmmap', 'system salesforce\n');
        await tell(FileChangeType.Changed);
        await client.diagnosticsOf(uri, hasErrors(true));

        client.write('systems.crmmap', 'system crm\n');
        await tell(FileChangeType.Changed);
        await client.diagnosticsOf(uri, hasErrors(false));

        client.remove('systems.crmmap');
        await tell(FileChangeType.Deleted);
        await client.diagnosticsOf(uri, hasErrors(true));
    });

    test('takes a file as it is on the disk once its editor is closed without saving', async () => {
        client.write('systems.crmmap', 'system crm\n');
        const systems = await client.open('systems.crmmap', 'system salesforce\n');
        const uri = await client.open('main.crmmap', 'import "./systems.crmmap"\nsystem shop\nshop -> crm\n');
        await client.diagnosticsOf(uri, (all) => all.some(isError));
        await client.close(systems);
        await client.diagnosticsOf(uri, (all) => !all.some(isError));
    });
});
