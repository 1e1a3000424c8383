import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/extension/main.ts';
import type { PreviewContent } from '../../../src/protocol.ts';
import { createSuite } from './registry.ts';

// Runs inside VS Code's extension host: bundled by the launcher, which names the file for the results.

const { test, run: runTests } = createSuite();

async function openNorthwind(): Promise<vscode.TextDocument> {
    const [file] = await vscode.workspace.findFiles('northwind.crmmap');
    assert.ok(file, 'the workspace holds northwind.crmmap');
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    return document;
}

function webviewsBeside(): vscode.Tab[] {
    return vscode.window.tabGroups.all
        .filter((group) => group.viewColumn !== vscode.ViewColumn.One)
        .flatMap((group) => group.tabs)
        .filter((tab) => tab.input instanceof vscode.TabInputWebview);
}

/** Waits until something holds, asking again whenever the event fires; the time limit of the test ends the wait. */
function happens<T>(event: vscode.Event<T>, holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => {
        const listening = event(() => {
            if (!holds()) return;
            listening.dispose();
            resolve();
        });
    });
}

test('VS Code knows the extension by its id', async () => {
    assert.ok(vscode.extensions.getExtension('crmmap.crmmap'));
});

test('a .crmmap file is of the language crmmap', async () => {
    const document = await openNorthwind();
    assert.equal(document.languageId, 'crmmap');
});

test('the extension becomes active without an error', async () => {
    await openNorthwind();
    const extension = vscode.extensions.getExtension('crmmap.crmmap');
    await extension?.activate();
    assert.equal(extension?.isActive, true);
});

test('the command that opens the preview is registered', async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('crmmap.openPreviewToSide'));
});

test('the command opens a webview beside the text', async () => {
    await openNorthwind();
    await vscode.commands.executeCommand('crmmap.openPreviewToSide');
    await happens(vscode.window.tabGroups.onDidChangeTabs, () => webviewsBeside().length === 1);
});

/** A map in an editor that is not saved anywhere. */
async function openText(content: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument({ language: 'crmmap', content });
    await vscode.window.showTextDocument(document);
    return document;
}

async function errorsOf(document: vscode.TextDocument, wanted: (messages: string[]) => boolean): Promise<string[]> {
    const messages = (): string[] =>
        vscode.languages
            .getDiagnostics(document.uri)
            .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
            .map(({ message }) => message);
    await happens(vscode.languages.onDidChangeDiagnostics, () => wanted(messages()));
    return messages();
}

async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
    const start = document.positionAt(document.getText().indexOf(words));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(start, start.translate(0, words.length)), by);
    assert.ok(await vscode.workspace.applyEdit(edit));
}

function after(document: vscode.TextDocument, words: string): vscode.Position {
    return document.positionAt(document.getText().indexOf(words) + words.length);
}

async function painted(wanted: (content: PreviewContent) => boolean): Promise<PreviewContent> {
    const extension = vscode.extensions.getExtension<ExtensionApi>('crmmap.crmmap');
    const api = await extension?.activate();
    assert.ok(api, 'the extension says when a picture is on the screen');
    return new Promise((resolve) => {
        const listening = api.onDidPaint((content) => {
            if (!wanted(content)) return;
            listening.dispose();
            resolve(content);
        });
    });
}

test('an unknown name is marked as an error, and no longer once it is declared', async () => {
    const document = await openText('system shop\nshop -> crm "New customers"\n');
    const [message] = await errorsOf(document, (messages) => messages.length > 0);
    assert.match(message ?? '', /crm/);
    await replace(document, 'system shop', 'system crm system shop');
    await errorsOf(document, (messages) => messages.length === 0);
});

test('the reference map has no error', async () => {
    const document = await openText('system shop\nshop -> nowhere\n');
    await errorsOf(document, (messages) => messages.length > 0);
    const northwind = await openNorthwind();
    await replace(northwind, 'Northwind Outdoor', 'Northwind');
    await replace(document, 'nowhere', 'shop');
    await errorsOf(document, (messages) => messages.length === 0);
    assert.deepEqual(await errorsOf(northwind, () => true), []);
});

test('a reference is completed with the systems of the map', async () => {
    const document = await openText('system warehouse\nsystem shop\nshop -> \n');
    const at = after(document, 'shop -> ');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
    // VS Code adds the words of the text by itself, as plain text.
    const offered = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    const labels = offered.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('warehouse'), labels.join(', '));
});

test('go to definition leads from a flow to the system', async () => {
    const document = await openText('system crm\nsystem shop\nshop -> crm\n');
    const at = after(document, 'shop -> c');
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, at);
    const [first] = found.map((one) => ('targetUri' in one ? (one.targetSelectionRange ?? one.targetRange) : one.range));
    assert.ok(first);
    assert.equal(document.getText(first), 'crm');
    assert.equal(first.start.line, 0);
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

test('the picture comes to the screen, and follows an edit', async () => {
    const document = await openNorthwind();
    const first = painted(({ picture }) => picture.state === 'drawn');
    await vscode.commands.executeCommand('crmmap.openPreviewToSide');
    const { picture, view } = await first;
    assert.equal(view, 'landscape');
    assert.ok(picture.state === 'drawn' && picture.svg.includes('Salesforce'));
    const next = painted(({ picture: later }) => later.state === 'drawn' && later.svg.includes('Zebra'));
    await replace(document, '"Salesforce"', '"Zebra"');
    await next;
});

test('the preview follows the editor to another map', async () => {
    await openNorthwind();
    const first = painted(({ mapTitle }) => mapTitle === 'Northwind Outdoor');
    await vscode.commands.executeCommand('crmmap.openPreviewToSide');
    await first;
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    const second = painted(({ mapTitle }) => mapTitle === 'Another');
    await openText('map "Another"\nsystem shop\n');
    await second;
    assert.equal(webviewsBeside().length, 1);
});

/** Called by VS Code. Writes the results to the file that CRMMAP_TEST_RESULTS names, and fails when a test has. */
export async function run(): Promise<void> {
    const file = process.env['CRMMAP_TEST_RESULTS'];
    if (file === undefined) throw new Error('CRMMAP_TEST_RESULTS does not name a file for the results');
    const results = await runTests({
        setUp: async () => undefined,
        tearDown: async () => {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        },
        print: (line) => console.log(line),
    });
    writeFileSync(file, JSON.stringify(results));
    const failed = results.filter((result) => !result.passed).length;
    if (failed > 0) throw new Error(`${failed} of ${results.length} tests in the extension host failed`);
}
