import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, coded, diagnosticsOf, errorsOf, inFolder, openFile, openNorthwind, openText, whole } from './support.ts';
import type { Register } from '../registry.ts';

const twoSpaces: vscode.FormattingOptions = { tabSize: 2, insertSpaces: true };

/** What is offered at a place. VS Code adds the words of the text by itself, as plain text. */
async function offered(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.CompletionItem[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at, undefined, 100);
    return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

async function apply(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, [...edits]);
    assert.ok(await vscode.workspace.applyEdit(edit));
}

/** What helps while a map is written. */
export function writingTests(test: Register<void>): void {
    test('a reference is completed with the systems of the map, and with nothing that does not fit', async () => {
        const document = await openText('team shopkeepers\nsystem warehouse\nsystem shop\nshop -> \n');
        const labels = (await offered(document, after(document, 'shop -> '))).map(labelOf);
        assert.ok(labels.includes('warehouse'), labels.join(', '));
        assert.ok(!labels.includes('shopkeepers'), labels.join(', '));
    });

    test('a property and the words of its closed list are completed, with what they mean', async () => {
        const document = await openText('system s {  }\nsystem t { category  }\n');
        const properties = await offered(document, after(document, 's { '));
        assert.ok(properties.some((item) => labelOf(item) === 'category' && item.documentation));
        const words = await offered(document, after(document, 'category '));
        const crm = words.find((item) => labelOf(item) === 'crm');
        assert.ok(crm?.detail || crm?.documentation, 'the word crm says what it means');
    });

    test('a declaration is completed as a snippet, with blanks that are filled in one after the other', async () => {
        const document = await openText('\n');
        const snippet = (await offered(document, new vscode.Position(0, 0))).find(
            (item) => item.kind === vscode.CompletionItemKind.Snippet && labelOf(item) === 'system',
        );
        assert.ok(snippet?.insertText instanceof vscode.SnippetString, 'a system is offered with its body');
        assert.match(snippet.insertText.value, /\$\{1:/);
        await vscode.window.activeTextEditor?.insertSnippet(snippet.insertText, new vscode.Position(0, 0));
        assert.match(document.getText(), /^system \S+/);
        assert.doesNotMatch(document.getText(), /\$/);
        await errorsOf(document, (messages) => messages.every((message) => !/expected|stands/i.test(message)));
    });

    test('a name of another file brings its import along', async () => {
        const files = { 'teams.crmmap': 'team operations "Operations"\n', 'main.crmmap': 'system s { owner operations }\n' };
        await inFolder(files, async (at) => {
            const document = await openFile(at('main.crmmap'));
            // The server has heard of the other file.
            await diagnosticsOf(document.uri, (found) => found.some(coded('LNG012')));
            const item = (await offered(document, after(document, 'owner op'))).find((one) => labelOf(one) === 'operations');
            assert.ok(item, 'the team of the other file is offered');
            assert.deepEqual(
                item.additionalTextEdits?.map(({ newText }) => newText),
                ['import "./teams.crmmap"\n'],
            );
            await apply(document, item.additionalTextEdits ?? []);
            assert.equal(document.getText(), 'import "./teams.crmmap"\nsystem s { owner operations }\n');
            await errorsOf(document, (messages) => messages.length === 0);
        });
    });

    test('the shape of a map line shows while it is written, with the part that comes next', async () => {
        const document = await openText('system a { entity E { X : id } }\nflow f: a.E -> a.E {\n  map X -> \n}\n');
        const help = await vscode.commands.executeCommand<vscode.SignatureHelp>(
            'vscode.executeSignatureHelpProvider',
            document.uri,
            after(document, 'map X -> '),
        );
        assert.match(help.signatures[0]?.label ?? '', /^map source/);
        assert.equal(help.activeParameter, 1);
    });

    test('inlay hints stand between the words of the reference map', async () => {
        const document = await openNorthwind();
        const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole(document));
        const labels = hints.map(({ label }) => String(label));
        for (const label of ['I-02 · mapped 3 of 6', 'I-04', 'every 15 minutes', 'owner crmOps'])
            assert.ok(labels.includes(label), `${label} of ${labels.join(', ')}`);
    });

    test('a name and what names it are edited together', async () => {
        const document = await openText('system crm\nsystem shop\nshop -> crm\n');
        // The one provider that VS Code gives no public command for.
        const linked = await vscode.commands.executeCommand<{ ranges: { startLineNumber: number; startColumn: number }[] } | undefined>(
            '_executeLinkedEditingProvider',
            document.uri,
            after(document, 'system c'),
        );
        assert.deepEqual(
            linked?.ranges.map(({ startLineNumber, startColumn }) => [startLineNumber, startColumn]),
            [
                [1, 8],
                [3, 9],
            ],
        );
    });

    test('a whole map is formatted, and so is what is selected', async () => {
        const text = 'system a{owner it}\nteam   it\nteam longer   "L"\n';
        const document = await openText(text);
        const part = new vscode.Range(1, 0, 2, 0);
        const partly = await vscode.commands.executeCommand<vscode.TextEdit[]>('vscode.executeFormatRangeProvider', document.uri, part, twoSpaces);
        assert.ok(partly.length > 0 && partly.every(({ range }) => range.start.line > 0), 'only the selected line changes');
        await apply(document, partly);
        assert.match(document.getText(), /^system a\{owner it\}\nteam it\n/);
        const all = await vscode.commands.executeCommand<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, twoSpaces);
        await apply(document, all);
        assert.equal(document.getText(), 'system a { owner it }\nteam it\nteam longer "L"\n');
    });

    test('a line is formatted when its brace is closed', async () => {
        const document = await openText('system a {\nowner   it }\nteam it\n');
        const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
            'vscode.executeFormatOnTypeProvider',
            document.uri,
            after(document, 'it }'),
            '}',
            twoSpaces,
        );
        await apply(document, edits);
        assert.equal(document.getText(), 'system a {\n  owner it\n}\nteam it\n');
    });

    test('rename changes the declaration and every reference', async () => {
        const document = await openText('system crm\nsystem shop\nshop -> crm\n');
        const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
            'vscode.executeDocumentRenameProvider',
            document.uri,
            after(document, 'system c'),
            'salesforce',
        );
        assert.ok(await vscode.workspace.applyEdit(edit));
        assert.equal(document.getText(), 'system salesforce\nsystem shop\nshop -> salesforce\n');
    });

    test('rename reaches files that are not open, and says why a name cannot be', async () => {
        const files = { 'systems.crmmap': 'system crm\nsystem desk\n', 'main.crmmap': 'import "./systems.crmmap"\nsystem shop\nshop -> crm\n' };
        await inFolder(files, async (at) => {
            const document = await openFile(at('main.crmmap'));
            const rename = (name: string) =>
                vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, after(document, '-> c'), name);
            await assert.rejects(async () => rename('desk'), /There is a system `desk` already/);
            assert.ok(await vscode.workspace.applyEdit(await rename('salesforce')));
            assert.match(document.getText(), /shop -> salesforce/);
            const systems = await vscode.workspace.openTextDocument(at('systems.crmmap'));
            assert.equal(systems.getText(), 'system salesforce\nsystem desk\n');
        });
    });
}
