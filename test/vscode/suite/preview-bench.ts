import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/extension/main.ts';

/** What one kind of edit took in one map, in ms, in the order of the edits. */
export interface Measured {
    readonly file: string;
    /**
     * `looks`: everything stays where it is; `layout`: a flow comes in the place of another. Others are no edit: `activation`, where the code
     * of the extension is read and started; `opening` of the first map, which begins with that.
     */
    readonly edit: 'looks' | 'layout' | 'activation' | 'opening';
    readonly times: readonly number[];
}

const warmUp = 10;

/** Called by VS Code. Writes what it measured to the file that CRMMAP_TEST_RESULTS names. */
export async function run(): Promise<void> {
    const file = process.env['CRMMAP_TEST_RESULTS'];
    assert.ok(file, 'CRMMAP_TEST_RESULTS names a file for the results');
    const rounds = Number(process.env['CRMMAP_BENCH_ROUNDS']);
    const extension = vscode.extensions.getExtension<ExtensionApi>('crmmap.crmmap');
    assert.ok(extension && !extension.isActive, 'nothing has needed the extension yet');
    const { api, ...times } = await activated(extension);
    const measured: Measured[] = [
        { file: 'the extension', edit: 'activation', times: [times.own] },
        { file: 'the extension, with what VS Code does around it', edit: 'activation', times: [times.whole] },
        { file: 'the first map, until its first findings', edit: 'opening', times: [times.whole + (await firstFindings())] },
    ];
    const maps = await vscode.workspace.findFiles(`*${process.env['CRMMAP_BENCH_MAPS'] ?? ''}*.crmmap`);
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

/** Activates the extension. Its own part is what VS Code shows of it under *Running Extensions*: its code is read, and its start is called. */
async function activated(extension: vscode.Extension<ExtensionApi>): Promise<{ api: ExtensionApi; own: number; whole: number }> {
    const { main } = extension.packageJSON as { main: string };
    const file = require.resolve(path.join(extension.extensionPath, main));
    const before = performance.now();
    const { activate } = require(file) as { activate: (context: unknown) => ExtensionApi };
    const read = performance.now() - before;
    const loaded = require.cache[file];
    assert.ok(loaded);
    let start = 0;
    loaded.exports = {
        activate: (context: unknown) => {
            const called = performance.now();
            const api = activate(context);
            start = performance.now() - called;
            return api;
        },
    };
    const asked = performance.now();
    const api = await extension.activate();
    return { api, own: read + start, whole: read + performance.now() - asked };
}

/** Opens a map with a mistake, which has the server started. */
async function firstFindings(): Promise<number> {
    const before = performance.now();
    const document = await vscode.workspace.openTextDocument({ language: 'crmmap', content: 'system shop\nshop -> crm\n' });
    await new Promise<void>((resolve) => {
        const listening = vscode.languages.onDidChangeDiagnostics(() => {
            if (vscode.languages.getDiagnostics(document.uri).length === 0) return;
            listening.dispose();
            resolve();
        });
    });
    return performance.now() - before;
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

/** A system gets another title of the same letters, and so of the same width: everything stays where it is. No text comes twice soon. */
function lookAt(document: vscode.TextDocument, round: number): vscode.WorkspaceEdit {
    const titles = [...document.getText().matchAll(/"System (\w+)/g)];
    const title = titles[round % titles.length];
    assert.ok(title, 'the map has systems with a title');
    const { index, 1: word = '' } = title;
    const by = 1 + (Math.floor(round / titles.length) % (word.length - 1));
    return replacement(document, index + '"System '.length, word.length, word.slice(by) + word.slice(0, by));
}

/** Another flow takes the place of the last one. */
function flowAt(document: vscode.TextDocument, round: number): vscode.WorkspaceEdit {
    const text = document.getText();
    const systems = text.match(/^system /gm)?.length ?? 0;
    const from = 1 + ((round * 5) % systems);
    const to = 1 + ((from + (round % (systems - 1))) % systems);
    const last = text.search(/\nflow more:/);
    const at = last < 0 ? text.length : last;
    return replacement(document, at, text.length - at, `\nflow more: s${from} -> s${to} "One more ${round}" { timing manual }\n`);
}

function replacement(document: vscode.TextDocument, at: number, length: number, text: string): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + length)), text);
    return edit;
}
