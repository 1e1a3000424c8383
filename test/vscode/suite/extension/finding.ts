import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, happens, openNorthwind, openText, painted, textsAt } from './support.ts';
import type { Register } from '../registry.ts';

type Places = (vscode.Location | vscode.LocationLink)[];

const concept = `system shop {
  entity Order { Buyer : reference(Customer) }
  entity Customer
}
system crm {
  master entity Contact { same as shop.Customer }
}
shop -> crm
`;

const ask = <T>(command: string, document: vscode.TextDocument, at: vscode.Position): Thenable<T> =>
    vscode.commands.executeCommand<T>(command, document.uri, at);

async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
}

async function click(lens: vscode.CodeLens | undefined): Promise<void> {
    assert.ok(lens?.command, 'there is such a lens');
    await vscode.commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as unknown[]));
}

/** What helps to understand a map and to find one’s way in it. */
export function findingTests(test: Register<void>): void {
    test('a hover tells the facts of a thing, and shows a flow as a table', async () => {
        const document = await openNorthwind();
        const words = async (at: string): Promise<string> => {
            const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', document, after(document, at));
            return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
        };
        assert.match(await words('\nsystem cr'), /\*\*system\*\* .*crm.* · Salesforce/);
        assert.match(await words('\nflow audi'), /\| From \| .*crm\.Contact.*\|/);
    });

    test('go to definition and to declaration lead from a flow to the system', async () => {
        const document = await openText('system crm\nsystem shop\nshop -> crm\n');
        for (const command of ['vscode.executeDefinitionProvider', 'vscode.executeDeclarationProvider']) {
            const found = await ask<Places>(command, document, after(document, 'shop -> c'));
            assert.deepEqual(textsAt(document, found), ['crm'], command);
            const [place] = found;
            assert.equal(place && ('targetUri' in place ? place.targetRange : place.range).start.line, 0, command);
        }
    });

    test('go to type definition leads from a field to the entity that it refers to', async () => {
        const document = await openText(concept);
        assert.deepEqual(textsAt(document, await ask<Places>('vscode.executeTypeDefinitionProvider', document, after(document, 'Buy'))), ['Customer']);
    });

    test('go to implementations leads from an entity to its concept in every system', async () => {
        const document = await openText(concept);
        const found = await ask<Places>('vscode.executeImplementationProvider', document, after(document, 'entity Con'));
        assert.deepEqual(textsAt(document, found).sort(), ['Contact', 'Customer']);
    });

    test('references and highlights are all places that name a thing', async () => {
        const document = await openText('system crm\nsystem shop\nshop -> crm\ncrm -> shop\n');
        const at = after(document, 'system c');
        const references = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document, at);
        assert.deepEqual(references.map(({ range }) => range.start.line).sort(), [0, 2, 3]);
        const highlights = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document, at);
        assert.deepEqual(
            highlights.map(({ range, kind }) => [range.start.line, kind]),
            [
                [0, vscode.DocumentHighlightKind.Write],
                [2, vscode.DocumentHighlightKind.Read],
                [3, vscode.DocumentHighlightKind.Read],
            ],
        );
    });

    test('the call hierarchy follows a personal field to the next system, and back', async () => {
        const document = await openNorthwind();
        const [item] = await ask<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', document, after(document, '    FullNa'));
        assert.equal(item?.name, 'shop.Customer.FullName');
        const out = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item);
        const next = out.find(({ to }) => to.name === 'crm.Contact.LastName');
        assert.match(next?.to.detail ?? '', /customers, scheduled .* · personal/);
        const back = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', next?.to);
        assert.ok(back.some(({ from }) => from.name === 'shop.Customer.FullName'));
    });

    test('the outline shows a file as it is nested', async () => {
        const document = await openText('system crm {\n  entity Contact { Email : email }\n}\nteam it\n');
        const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
        const tree = ({ name, children }: vscode.DocumentSymbol): unknown => [name, ...children.map(tree)];
        assert.deepEqual(symbols.map(tree), [['crm', ['Contact', ['Email']]], ['it']]);
    });

    test('things of the workspace are found by letters of their names', async () => {
        await openNorthwind();
        const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'subscr');
        assert.ok(
            symbols.some(({ name, containerName, location }) => name === 'Subscriber' && containerName === 'marketing' && /northwind/.test(location.uri.path)),
            symbols.map(({ name }) => name).join(', '),
        );
    });

    test('bodies and regions fold', async () => {
        const document = await openText('// #region people\nteam t {\n  function sales\n}\n// #endregion\n');
        const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
        assert.deepEqual(
            folds.map(({ start, end, kind }) => [start, end, kind]),
            [
                [0, 4, vscode.FoldingRangeKind.Region],
                [1, 2, undefined],
            ],
        );
    });

    test('a selection grows from a word to its property, to the body and on', async () => {
        const document = await openText('system crm {\n  owner it\n}\nteam it\n');
        const places = [after(document, 'owner i')];
        const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, places);
        const texts: string[] = [];
        for (let step = selection; step; step = step.parent) texts.push(document.getText(step.range));
        const wanted = ['it', 'owner it', 'system crm {\n  owner it\n}'];
        assert.deepEqual(
            wanted.filter((text) => texts.includes(text)),
            wanted,
        );
    });

    test('names have the colour of what they name, also where they are words of the language', async () => {
        const document = await openText('team owner\nsystem system { owner owner }\n');
        const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
        const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
        assert.ok(['class', 'struct', 'property', 'enumMember'].every((type) => legend.tokenTypes.includes(type)));
        assert.equal(tokens.data.length, 15, 'two names and a reference');
        const [line, character, length, type = -1] = tokens.data.slice(5);
        assert.deepEqual([line, character, length], [1, 7, 'system'.length]);
        const [, , , typeOfTeam = -1] = tokens.data;
        assert.notEqual(legend.tokenTypes[type], legend.tokenTypes[typeOfTeam]);
        assert.equal(tokens.data[13], typeOfTeam, 'a reference to a team looks like a team');
    });

    test('links lead to pages and to imported files', async () => {
        const document = await openText('system x { link "https://example.com/x" }\n');
        const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
        assert.ok(links.some(({ target }) => target?.toString() === 'https://example.com/x'));
    });

    test('the lens Open diagram shows the view of what it stands above', async () => {
        const document = await openNorthwind();
        const journey = after(document, '\njourney ').line;
        const lens = (await lensesOf(document)).find(({ command, range }) => command?.title === 'Open diagram' && range.start.line === journey);
        const shown = painted(({ picture, view }) => picture.state === 'drawn' && view === 'firstBootsMap');
        await click(lens);
        await shown;
    });

    test('the lens that counts flows shows where they stand', async () => {
        const document = await openText('system crm\nsystem shop\nsystem desk\nshop -> crm\ndesk -> crm\n');
        const lens = (await lensesOf(document)).find(({ command }) => command?.title === '2 flows in');
        const before = vscode.window.visibleTextEditors.length;
        const peeked = happens(vscode.window.onDidChangeVisibleTextEditors, () => vscode.window.visibleTextEditors.length > before);
        await click(lens);
        await peeked;
    });
}
