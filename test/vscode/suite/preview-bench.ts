import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/extension/main.ts';

/** What one kind of edit took in one map, in ms, in the order of the edits. */
export interface Measured {
    readonly file: string;
    /** `looks`: everything stays where it is; `layout`: a flow comes or goes. */
    readonly edit: 'looks' | 'layout';
    readonly times: readonly number[];
}

const warmUp = 10;

/** Called by VS Code. Writes what it measured to the file that CRMMAP_TEST_RESULTS names. */
export async function run(): Promise<void> {
    const file = process.env['CRMMAP_TEST_RESULTS'];
    assert.ok(file, 'CRMMAP_TEST_RESULTS names a file for the results');
    const rounds = Number(process.env['CRMMAP_BENCH_ROUNDS']);
    const api = await vscode.extensions.getExtension<ExtensionApi>('crmmap.crmmap')?.activate();
    assert.ok(api, 'the extension says when a picture is on the screen');
    const measured: Measured[] = [];
    const maps = await vscode.workspace.findFiles('*.crmmap');
    for (const uri of maps.sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))) {
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
        const first = painted(api, document);
        await vscode.commands.executeCommand('crmmap.openPreviewToSide');
        await first;
        for (const edit of ['looks', 'layout'] as const) {
            const times: number[] = [];
            for (let round = 0; round < rounds + warmUp; round++) {
                const time = await timed(api, document, edit === 'looks' ? lookAt(document, round) : flowAt(document, round));
                if (round >= warmUp) times.push(time);
            }
            measured.push({ file: vscode.workspace.asRelativePath(uri), edit, times });
        }
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
    writeFileSync(file, JSON.stringify(measured));
}

/** From the event of a change to the message that its picture is on the screen. */
async function timed(api: ExtensionApi, document: vscode.TextDocument, edit: vscode.WorkspaceEdit): Promise<number> {
    let changed = 0;
    let shown: Promise<void> | undefined;
    const listening = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || shown) return;
        changed = performance.now();
        shown = painted(api, document, document.version);
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    listening.dispose();
    assert.ok(shown, 'the edit has changed the text');
    await shown;
    return performance.now() - changed;
}

function painted(api: ExtensionApi, document: vscode.TextDocument, version = 0): Promise<void> {
    return new Promise((resolve) => {
        const listening = api.onDidPaint((content) => {
            if (content.picture.state !== 'drawn' || !document.uri.path.endsWith(content.uri.slice(content.uri.lastIndexOf('/')))) return;
            if ((content.documentVersion ?? 0) < version) return;
            listening.dispose();
            resolve();
        });
    });
}

/** A system begins or ceases to be retired: its card looks otherwise, and everything stays where it is. */
function lookAt(document: vscode.TextDocument, round: number): vscode.WorkspaceEdit {
    const [before, after] = round % 2 === 0 ? ['active', 'retiring'] : ['retiring', 'active'];
    const words = `lifecycle ${before}`;
    const at = document.getText().indexOf(words);
    assert.ok(at >= 0, `the text says ${words}`);
    return replacement(document, at, words.length, `lifecycle ${after}`);
}

/** A flow comes, or the last one goes. */
function flowAt(document: vscode.TextDocument, round: number): vscode.WorkspaceEdit {
    const flow = '\ns2 -> s5 "One more" { timing manual }\n';
    const end = document.getText().length;
    return round % 2 === 0 ? replacement(document, end, 0, flow) : replacement(document, end - flow.length, flow.length, '');
}

function replacement(document: vscode.TextDocument, at: number, length: number, text: string): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + length)), text);
    return edit;
}
