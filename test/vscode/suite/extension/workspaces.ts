import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, coded, diagnosticsOf, errorsOf, eventually, happens, inFolder, isError, openFile, openText, write } from './support.ts';
import type { Register } from '../registry.ts';

const map = 'system shop\nsystem crm\nshop -> crm\n';
const off = '{ "rules": { "SYS002": "off" } }\n';
const loud = '{ "rules": { "SYS002": "loud" } }\n';

/** Files and settings that change. */
export function workspaceTests(test: Register<void>): void {
    test('a file that comes, changes and goes on the disk changes the errors of the map that imports it', async () => {
        await inFolder({ 'main.crmmap': 'import "./systems.crmmap"\nsystem depot\ndepot -> yard\n' }, async (at) => {
            const document = await openFile(at('main.crmmap'));
            await diagnosticsOf(document.uri, (found) => found.some(coded('LNG040')));
            await write(at('systems.crmmap'), 'system another\n');
            await diagnosticsOf(document.uri, (found) => found.some(coded('LNG010')) && !found.some(coded('LNG040')));
            await write(at('systems.crmmap'), 'system yard\n');
            await errorsOf(document, (messages) => messages.length === 0);
            await vscode.workspace.fs.delete(at('systems.crmmap'));
            await diagnosticsOf(document.uri, (found) => found.some(coded('LNG040')));
        });
    });

    test('settings that change on the disk change the findings at once', async () => {
        await inFolder({ 'main.crmmap': map }, async (at) => {
            const document = await openFile(at('main.crmmap'));
            await diagnosticsOf(document.uri, (found) => found.some(coded('SYS002')));
            await write(at('crmmap.json'), off);
            await diagnosticsOf(document.uri, (found) => found.length > 0 && !found.some(coded('SYS002')));
            await vscode.workspace.fs.delete(at('crmmap.json'));
            await diagnosticsOf(document.uri, (found) => found.some(coded('SYS002')));
        });
    });

    test('settings that are edited change the findings before they are saved', async () => {
        await inFolder({ 'main.crmmap': map, 'crmmap.json': '{}\n' }, async (at) => {
            const document = await openFile(at('main.crmmap'));
            await diagnosticsOf(document.uri, (found) => found.some(coded('SYS002')));
            await openFile(at('crmmap.json'));
            await vscode.window.activeTextEditor?.edit((edit) => edit.replace(new vscode.Range(0, 0, 1, 0), off));
            await diagnosticsOf(document.uri, (found) => found.length > 0 && !found.some(coded('SYS002')));
        });
    });

    test('crmmap.json is validated and completed by its schema', async () => {
        await inFolder({ 'crmmap.json': loud }, async (at) => {
            const document = await openFile(at('crmmap.json'));
            const refused = (found: readonly vscode.Diagnostic[]): boolean => found.some(({ range }) => document.getText(range) === '"loud"');
            await diagnosticsOf(document.uri, refused);
            const complete = async (words: string): Promise<string[]> => {
                const list = await vscode.commands.executeCommand<vscode.CompletionList>(
                    'vscode.executeCompletionItemProvider',
                    document.uri,
                    after(document, words),
                );
                return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
            };
            const words = await complete('"SYS002": ');
            for (const word of ['"off"', '"info"', '"warning"', '"error"']) assert.ok(words.includes(word), `${word} of ${words.join(', ')}`);
            assert.ok(
                (await complete('"rules": { ')).some((label) => label.includes('FLW002')),
                'codes of rules are offered',
            );
            await vscode.window.activeTextEditor?.edit((edit) => edit.replace(new vscode.Range(0, 0, 1, 0), off));
            await diagnosticsOf(document.uri, (found) => !refused(found));
        });
    });

    test('lenses and hints are switched off by their settings', async () => {
        const document = await openText(map);
        const settings = vscode.workspace.getConfiguration('crmmap');
        const lenses = async (): Promise<number> =>
            (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)).length;
        const hints = async (): Promise<number> =>
            (await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, new vscode.Range(0, 0, 3, 0))).length;
        await eventually(lenses, (count) => count > 0);
        await eventually(hints, (count) => count > 0);
        for (const feature of ['codeLens', 'inlayHints']) await settings.update(`${feature}.enabled`, false);
        try {
            await eventually(lenses, (count) => count === 0);
            await eventually(hints, (count) => count === 0);
        } finally {
            for (const feature of ['codeLens', 'inlayHints']) await settings.update(`${feature}.enabled`, undefined);
        }
        await eventually(lenses, (count) => count > 0);
    });

    test('what was never saved is forgotten when its editor is closed', async () => {
        const document = await openText('shop -> crm\n');
        await diagnosticsOf(document.uri, (found) => found.some(isError));
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        await happens(vscode.languages.onDidChangeDiagnostics, () => vscode.languages.getDiagnostics(document.uri).length === 0);
    });
}
