import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../../src/extension/main.ts';
import type { PreviewContent } from '../../../../src/protocol.ts';

// What the tests inside the extension host share: texts and files to open, and waits for what VS Code tells.

/** Rules speak of every small map; tests of something else want to hear of mistakes alone. */
export const isError = ({ severity }: vscode.Diagnostic): boolean => severity === vscode.DiagnosticSeverity.Error;

export const coded =
    (code: string) =>
    (diagnostic: vscode.Diagnostic): boolean =>
        codeOf(diagnostic) === code;

export function codeOf({ code }: vscode.Diagnostic): string {
    return String(typeof code === 'object' ? code.value : code);
}

const PATIENCE_MS = 60_000;

/** Waits until something holds, asking again whenever the event fires. An error says what was there at the end instead. */
export function happens<T>(event: vscode.Event<T>, holds: () => boolean, seen: () => unknown = () => undefined): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
        const end = (settle: () => void): void => {
            clearTimeout(patience);
            listening.dispose();
            settle();
        };
        const listening = event(() => {
            if (holds()) end(resolve);
        });
        const patience = setTimeout(() => {
            const last = `${holds() ? 'it holds, but no event told so' : 'it does not hold'}; the last seen was ${JSON.stringify(seen())}`;
            end(() => reject(new Error(`Waited ${PATIENCE_MS / 1000} s: ${last}`)));
        }, PATIENCE_MS);
    });
}

/** Asks VS Code again until the answer is accepted: a server hears of settings a moment later. */
export async function eventually<T>(ask: () => Thenable<T>, accept: (answer: T) => boolean): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let answer = await ask(); !accept(answer); answer = await ask()) {
        assert.ok(performance.now() < deadline, `Asked for ${PATIENCE_MS / 1000} s; the last answer was ${JSON.stringify(answer)}`);
    }
}

/** The diagnostics of a file, as soon as they are as wanted. */
export async function diagnosticsOf(uri: vscode.Uri, wanted: (found: readonly vscode.Diagnostic[]) => boolean): Promise<readonly vscode.Diagnostic[]> {
    const now = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
    await happens(
        vscode.languages.onDidChangeDiagnostics,
        () => wanted(now()),
        () => now().map((one) => `${codeOf(one)} ${one.message}`),
    );
    return now();
}

/** The messages of the errors of a map, as soon as they are as wanted. */
export async function errorsOf({ uri }: vscode.TextDocument, wanted: (messages: string[]) => boolean): Promise<string[]> {
    const messages = (found: readonly vscode.Diagnostic[]): string[] => found.filter(isError).map(({ message }) => message);
    return messages(await diagnosticsOf(uri, (found) => wanted(messages(found))));
}

/** Closes all editors, and waits until what was never saved is gone. */
export async function closeAll(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const left = (): readonly vscode.TextDocument[] => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
    await happens(
        vscode.workspace.onDidCloseTextDocument,
        () => left().length === 0,
        () => left().map(({ uri }) => uri.toString()),
    );
}

/** Waits until the language server answers; until then VS Code has no providers to ask. */
export async function serverAnswers(): Promise<void> {
    const document = await openText('system shop\nshop -> crm\n');
    await diagnosticsOf(document.uri, (found) => found.some(isError));
    await closeAll();
}

let texts = 0;

/** A map in an editor that is not saved anywhere. */
export async function openText(content: string): Promise<vscode.TextDocument> {
    // Each has a name of its own: VS Code would give the next Untitled-1 the text that it still keeps of the last one.
    const document = await openFile(vscode.Uri.from({ scheme: 'untitled', path: `map-${++texts}.crmmap` }));
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
    assert.equal(document.getText(), content);
    return document;
}

export async function openFile(uri: vscode.Uri): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return document;
}

export async function openNorthwind(): Promise<vscode.TextDocument> {
    const [file] = await vscode.workspace.findFiles('northwind.crmmap');
    assert.ok(file, 'the workspace holds northwind.crmmap');
    return openFile(file);
}

let folders = 0;

/** Lets a test work in a new folder of the workspace that holds these files; the folder is gone afterwards. */
export async function inFolder(files: Readonly<Record<string, string>>, work: (at: (name: string) => vscode.Uri) => Promise<void>): Promise<void> {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, 'a folder is open');
    const folder = vscode.Uri.joinPath(workspace.uri, `test-${++folders}`);
    const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
    for (const [name, text] of Object.entries(files)) await write(at(name), text);
    try {
        await work(at);
    } finally {
        await vscode.workspace.saveAll(false);
        await closeAll();
        await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false });
    }
}

/** Writes a file behind the back of the editor. */
export async function write(uri: vscode.Uri, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
    const start = document.positionAt(document.getText().indexOf(words));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(start, start.translate(0, words.length)), by);
    assert.ok(await vscode.workspace.applyEdit(edit));
}

/** The place behind the first of these words. */
export function after(document: vscode.TextDocument, words: string): vscode.Position {
    const index = document.getText().indexOf(words);
    assert.ok(index >= 0, `the text says ${words}`);
    return document.positionAt(index + words.length);
}

export const whole = (document: vscode.TextDocument): vscode.Range => document.validateRange(new vscode.Range(0, 0, Number.MAX_SAFE_INTEGER, 0));

/** The texts that places of any form stand at. */
export function textsAt(document: vscode.TextDocument, places: readonly (vscode.Location | vscode.LocationLink)[]): string[] {
    return places.map((place) => document.getText('targetUri' in place ? (place.targetSelectionRange ?? place.targetRange) : place.range));
}

/** The next content of a preview that comes to the screen and is as wanted. */
export async function painted(wanted: (content: PreviewContent) => boolean): Promise<PreviewContent> {
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

export function webviewsBeside(): vscode.Tab[] {
    return vscode.window.tabGroups.all
        .filter((group) => group.viewColumn !== vscode.ViewColumn.One)
        .flatMap((group) => group.tabs)
        .filter((tab) => tab.input instanceof vscode.TabInputWebview);
}
