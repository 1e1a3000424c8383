import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf, errorsOf, happens, openNorthwind, openText, painted, replace, webviewsBeside } from './support.ts';
import type { Register } from '../registry.ts';

/** The extension starts, finds errors and draws. */
export function startTests(test: Register<void>): void {
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

    test('the commands of the extension are registered', async () => {
        const commands = await vscode.commands.getCommands(true);
        for (const command of ['crmmap.openPreviewToSide', 'crmmap.showReferences', 'crmmap.restartServer']) {
            assert.ok(commands.includes(command), command);
        }
    });

    test('the command opens a webview beside the text', async () => {
        await openNorthwind();
        await vscode.commands.executeCommand('crmmap.openPreviewToSide');
        await happens(vscode.window.tabGroups.onDidChangeTabs, () => webviewsBeside().length === 1);
    });

    test('an unknown name is marked as an error, and no longer once it is declared', async () => {
        const document = await openText('system shop\nshop -> crm "New customers"\n');
        const [message] = await errorsOf(document, (messages) => messages.length > 0);
        assert.match(message ?? '', /crm/);
        await replace(document, 'system shop', 'system crm system shop');
        await errorsOf(document, (messages) => messages.length === 0);
    });

    test('the reference map has no error', async () => {
        const northwind = await openNorthwind();
        // Findings of the rules say that the map was checked to the end.
        await diagnosticsOf(northwind.uri, (found) => found.length > 0);
        assert.deepEqual(await errorsOf(northwind, () => true), []);
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
        await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
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
}
