import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
    CallHierarchyIncomingCallsRequest,
    CallHierarchyOutgoingCallsRequest,
    CallHierarchyPrepareRequest,
    DeclarationRequest,
    DocumentHighlightRequest,
    FoldingRangeRequest,
    ImplementationRequest,
    LinkedEditingRangeRequest,
    type LocationLink,
    PrepareRenameRequest,
    RenameRequest,
    type ResponseError,
    SelectionRangeRequest,
    SemanticTokensDeltaRequest,
    SemanticTokensRangeRequest,
    SemanticTokensRequest,
    TypeDefinitionRequest,
    WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { LspClient } from './lsp-client.ts';
import { marked, markedOnce } from './marked-text.ts';

const northwind = readFileSync('examples/northwind.crmmap', 'utf8');
const linesOf = (links: unknown): number[] => (links as LocationLink[]).map(({ targetSelectionRange }) => targetSelectionRange.start.line);

describe('finding one’s way, over stdio', () => {
    let client: LspClient;

    beforeEach(async () => {
        client = await LspClient.start();
    });

    afterEach(() => client.stop());

    test('the server says that it has all that leads through a map and shows its structure', () => {
        const { semanticTokensProvider, ...capabilities } = client.capabilities;
        expect(capabilities).toMatchObject({
            callHierarchyProvider: expect.anything(),
            declarationProvider: true,
            definitionProvider: true,
            documentHighlightProvider: true,
            documentSymbolProvider: true,
            foldingRangeProvider: true,
            implementationProvider: true,
            linkedEditingRangeProvider: true,
            referencesProvider: true,
            renameProvider: { prepareProvider: true },
            selectionRangeProvider: true,
            typeDefinitionProvider: true,
            workspaceSymbolProvider: expect.anything(),
        });
        expect(semanticTokensProvider).toMatchObject({
            full: { delta: true },
            range: true,
            legend: { tokenTypes: expect.arrayContaining(['class', 'property']) },
        });
    });

    test('goes to the type, to what makes it real, and to the declaration', async () => {
        const { text, positions } = marked(
            'system shop { entity Order { Buy<|>er : reference(Customer) }\n entity Customer }\nsystem crm {\n master entity Con<|>tact { same as shop.Customer } }\nsh<|>op -> crm\n',
        );
        const uri = await client.open('a.crmmap', text);
        const [field, entity, reference] = positions.map((position) => ({ textDocument: { uri }, position }));
        expect(linesOf(await client.connection.sendRequest(TypeDefinitionRequest.type, field!))).toEqual([1]);
        expect(linesOf(await client.connection.sendRequest(ImplementationRequest.type, entity!))).toEqual([3, 1]);
        expect(linesOf(await client.connection.sendRequest(DeclarationRequest.type, reference!))).toEqual([0]);
    });

    test('marks where a thing is named, and ties the places together for typing', async () => {
        const { text, position } = markedOnce('system shop\nsystem c<|>rm\nshop -> crm\n');
        const uri = await client.open('a.crmmap', text);
        const params = { textDocument: { uri }, position };
        const marks = await client.connection.sendRequest(DocumentHighlightRequest.type, params);
        expect(marks?.map(({ range, kind }) => [range.start.line, kind])).toEqual([
            [1, 3],
            [2, 2],
        ]);
        const linked = await client.connection.sendRequest(LinkedEditingRangeRequest.type, params);
        expect(linked?.ranges.map(({ start }) => start.line)).toEqual([1, 2]);
    });

    test('grows a selection and folds regions, as soon as a file is open', async () => {
        const { text, position } = markedOnce('// #region people\nteam t {\n  function s<|>ales\n}\n// #endregion\n');
        const uri = await client.open('a.crmmap', text);
        const [ranges, folds] = await Promise.all([
            client.connection.sendRequest(SelectionRangeRequest.type, { textDocument: { uri }, positions: [position] }),
            client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } }),
        ]);
        expect(ranges?.[0]?.range).toEqual({ start: { line: 2, character: 11 }, end: { line: 2, character: 16 } });
        expect(ranges?.[0]?.parent?.range.start.character).toBe(2);
        expect(folds?.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
            [0, 4, 'region'],
            [1, 2, undefined],
        ]);
    });

    test('follows a personal field from system to system, and back', async () => {
        const position = { line: northwind.slice(0, northwind.indexOf('FullName : text')).split('\n').length - 1, character: 6 };
        const uri = await client.open('northwind.crmmap', northwind);
        const [item] = (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument: { uri }, position })) ?? [];
        expect(item).toMatchObject({ name: 'shop.Customer.FullName', uri });
        const [next] = (await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: item! })) ?? [];
        expect(next?.to).toMatchObject({ name: 'crm.Contact.LastName', detail: 'customers, scheduled "*/15 * * * *" · personal' });
        const back = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: next!.to });
        expect(back?.map(({ from }) => from.name)).toContain('shop.Customer.FullName');
    });

    test('finds things of the whole workspace by name', async () => {
        await client.open('a.crmmap', 'system crm { entity Contact }\n');
        const uri = await client.open('b.crmmap', 'system desk { entity Contact }\n');
        await client.diagnosticsOf(uri, () => true);
        const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'cont' });
        expect(symbols?.map(({ name, containerName }) => `${containerName}.${name}`).sort()).toEqual(['crm.Contact', 'desk.Contact']);
    });

    test('colours names: the whole file, some lines, and what an edit changes', async () => {
        const uri = await client.open('a.crmmap', 'team owner\nsystem system { owner owner }\n');
        const whole = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
        expect(whole?.data).toHaveLength(15);
        const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } };
        expect((await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument: { uri }, range }))?.data).toHaveLength(5);
        await client.change(uri, 'team owner\nsystem system { owner owner category crm }\n');
        const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri }, previousResultId: whole?.resultId ?? '' });
        expect(delta).toMatchObject({ edits: [{ start: 15, deleteCount: 0 }] });
    });

    test('renames over files that are not open, also while they change, and says why a name cannot be', async () => {
        client.write('systems.crmmap', 'system crm { entity Contact }\nsystem desk\n');
        const main = (note: string): string => `import "./systems.crmmap"\nsystem shop { note "${note}" }\nshop -> crm.Contact\n`;
        const uri = await client.open('main.crmmap', main('0'));
        await client.diagnosticsOf(uri, (all) => !all.some(({ severity }) => severity === 1));
        const params = { textDocument: { uri }, position: { line: 2, character: 9 } };
        expect(await client.connection.sendRequest(PrepareRenameRequest.type, params)).toEqual({
            start: { line: 2, character: 8 },
            end: { line: 2, character: 11 },
        });
        for (let round = 1; round <= 10; round += 1) {
            await client.change(uri, main(String(round)));
            const answers = await Promise.all([
                client.connection.sendRequest(RenameRequest.type, { ...params, newName: 'salesforce' }),
                client.change(uri, main(`${round} and more`)),
                client.connection.sendRequest(RenameRequest.type, { ...params, newName: 'salesforce' }),
            ]);
            for (const edit of [answers[0], answers[2]]) {
                expect(Object.fromEntries(Object.entries(edit?.changes ?? {}).map(([file, edits]) => [file.split('/').at(-1), edits.length]))).toEqual({
                    'systems.crmmap': 1,
                    'main.crmmap': 1,
                });
            }
        }
        const refused = client.connection.sendRequest(RenameRequest.type, { ...params, newName: 'desk' });
        await expect(refused).rejects.toMatchObject({ message: 'There is a system `desk` already, in systems.crmmap.' } satisfies Partial<ResponseError>);
    });
});
