import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
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
