import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Register } from '../registry.ts';
import { happens, openNorthwind, openText, painted, webviewsBeside } from './support.ts';

const titles = (): string[] => webviewsBeside().map(({ label }) => label);

/** Waits until the panels beside the text have these titles. */
async function titled(...wanted: readonly string[]): Promise<void> {
    await happens(vscode.window.tabGroups.onDidChangeTabs, () => JSON.stringify(titles()) === JSON.stringify(wanted), titles);
}

/** Several previews side by side. */
export function panelTests(test: Register<void>): void {
    test('a pinned preview stays with its map, while the other one follows the editor, and says so in its title', async () => {
        await openNorthwind();
        const first = painted(({ mapTitle }) => mapTitle === 'Northwind Outdoor');
        await vscode.commands.executeCommand('crmmap.openPreviewToSide');
        await first;
        await titled('Preview northwind.crmmap');
        await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
        const second = painted(({ mapTitle }) => mapTitle === 'Northwind Outdoor');
        await vscode.commands.executeCommand('crmmap.openPinnedPreview');
        await second;
        await titled('Preview northwind.crmmap', 'Preview northwind.crmmap (pinned)');
        await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
        const { document } = await openAnother();
        await titled(`Preview ${nameOf(document)}`, 'Preview northwind.crmmap (pinned)');
    });

    test('the preview in front is pinned by a command, and follows again by another', async () => {
        await openNorthwind();
        const first = painted(({ mapTitle }) => mapTitle === 'Northwind Outdoor');
        await vscode.commands.executeCommand('crmmap.openPreviewToSide');
        await first;
        await vscode.commands.executeCommand('crmmap.pinPreview');
        await titled('Preview northwind.crmmap (pinned)');
        await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
        const { document } = await openAnother();
        assert.deepEqual(titles(), ['Preview northwind.crmmap (pinned)']);
        const follows = painted(({ mapTitle }) => mapTitle === 'Another');
        await vscode.commands.executeCommand('crmmap.unpinPreview');
        await follows;
        await titled(`Preview ${nameOf(document)}`);
    });

    test('two previews of one map each keep their view', async () => {
        const { uri } = await openNorthwind();
        const [landscape, journey] = [painted(({ view }) => view === 'landscape'), painted(({ view }) => view === 'firstBootsMap')];
        await vscode.commands.executeCommand('crmmap.openPreviewToSide');
        await landscape;
        await vscode.commands.executeCommand('crmmap.openPinnedPreview', uri.toString(), { view: 'firstBootsMap' });
        await journey;
        assert.equal(webviewsBeside().length, 2);
    });

    test('a map opens as its picture instead of its text, and stays with it', async () => {
        const [file] = await vscode.workspace.findFiles('northwind.crmmap');
        assert.ok(file);
        const first = painted(({ mapTitle, picture }) => mapTitle === 'Northwind Outdoor' && picture.state === 'drawn');
        await vscode.commands.executeCommand('vscode.openWith', file, 'crmmap.diagram');
        await first;
        const { activeTab } = vscode.window.tabGroups.activeTabGroup;
        assert.equal(activeTab?.label, 'northwind.crmmap');
        assert.ok(activeTab?.input instanceof vscode.TabInputCustom);
    });
}

async function openAnother(): Promise<{ document: vscode.TextDocument }> {
    return { document: await openText('map "Another"\nsystem shop\n') };
}

function nameOf({ uri }: vscode.TextDocument): string {
    return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
