import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, coded, diagnosticsOf, happens, inFolder, isError, openFile, openText, whole } from './support.ts';
import type { Register } from '../registry.ts';

const flow = '{ timing event  volume 3 per day  errors alert it }';
const quiet = 'map { rules { GOV004 off } }';

async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
    return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind?.value, 50);
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
    assert.ok(action?.edit, 'there is such an action, with an edit');
    assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/** Findings, and what puts them right. */
export function mendingTests(test: Register<void>): void {
    test('the nearest name mends a reference, and the diagnostic is gone', async () => {
        const document = await openText('system shop\nsystem crm\nshop -> crmm\n');
        const [wrong] = (await diagnosticsOf(document.uri, (found) => found.some(coded('LNG010')))).filter(coded('LNG010'));
        assert.ok(wrong);
        const actions = await actionsAt(document, wrong.range, vscode.CodeActionKind.QuickFix);
        await apply(actions.find(({ isPreferred }) => isPreferred));
        assert.equal(document.getText(), 'system shop\nsystem crm\nshop -> crm\n');
        await diagnosticsOf(document.uri, (found) => !found.some(isError));
    });

    test('what a rule finds is mended, and the finding is gone', async () => {
        const document = await openText(`team it { function it }\nsystem a\nsystem b { owner it }\na -> b ${flow}\n${quiet}\n`);
        const [wrong] = await diagnosticsOf(document.uri, (found) => found.length === 1 && found.every(coded('SYS002')));
        assert.ok(wrong);
        const actions = await actionsAt(document, wrong.range, vscode.CodeActionKind.QuickFix);
        assert.ok(
            actions.some(({ title }) => title.startsWith('Ignore SYS002 here')),
            'it can be silenced as well',
        );
        await apply(actions.find(({ title }) => title === 'Add `owner it`'));
        await diagnosticsOf(document.uri, (found) => found.length === 0);
    });

    test('all findings of a kind are mended at once', async () => {
        const document = await openText(`team it { function it }\nsystem a\nsystem b\nsystem c { owner it }\na -> b ${flow}\nb -> c ${flow}\n${quiet}\n`);
        const [wrong] = await diagnosticsOf(document.uri, (found) => found.length === 2 && found.every(coded('SYS002')));
        assert.ok(wrong);
        const actions = await actionsAt(document, wrong.range, vscode.CodeActionKind.QuickFix);
        await apply(actions.find(({ title }) => title.startsWith('Mend all 2 of SYS002')));
        await diagnosticsOf(document.uri, (found) => found.length === 0);
    });

    test('a system moves to a file of its own, which the map imports', async () => {
        await inFolder({ 'main.crmmap': 'system shop { note "Sells" }\nsystem crm\nshop -> crm\n' }, async (at) => {
            const document = await openFile(at('main.crmmap'));
            await diagnosticsOf(document.uri, (found) => found.length > 0);
            const cursor = after(document, 'system sh');
            const actions = await actionsAt(document, new vscode.Range(cursor, cursor), vscode.CodeActionKind.RefactorExtract);
            await apply(actions.find(({ title }) => title === 'Move this system to shop.crmmap'));
            assert.equal(document.getText(), 'import "./shop.crmmap"\n\nsystem crm\nshop -> crm\n');
            const moved = await vscode.workspace.openTextDocument(at('shop.crmmap'));
            assert.equal(moved.getText(), 'system shop { note "Sells" }\n');
            await diagnosticsOf(moved.uri, (found) => found.some(coded('SYS002')));
            await diagnosticsOf(document.uri, (found) => !found.some(isError));
        });
    });

    test('what is clear is mended whenever a map is saved, where the settings say so', async () => {
        const settings = vscode.workspace.getConfiguration('editor', { languageId: 'crmmap' });
        const onSave = (value: unknown): Thenable<void> => settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace, true);
        await inFolder({ 'main.crmmap': 'system crm { categry crm }\n' }, async (at) => {
            await onSave({ 'source.fixAll.crmmap': 'explicit' });
            try {
                const document = await openFile(at('main.crmmap'));
                await diagnosticsOf(document.uri, (found) => found.some(coded('LNG002')));
                await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), '// Ours\n'));
                await vscode.commands.executeCommand('workbench.action.files.save');
                assert.equal(document.getText(), '// Ours\nsystem crm { category crm }\n');
                assert.equal(document.isDirty, false);
            } finally {
                await onSave(undefined);
            }
        });
    });

    test('a finding leads to the other places involved and to the page of its rule', async () => {
        const document = await openText(
            'team it\nsystem crm { owner it  master entity Contact { ContactId : id key } }\n' +
                'system erp { owner it  master entity Customer { same as crm.Contact  CustomerNo : id key } }\ncrm.Contact -> erp\nerp.Customer -> crm\n',
        );
        const [two] = (await diagnosticsOf(document.uri, (found) => found.some(coded('SOR001')))).filter(coded('SOR001'));
        assert.ok(two);
        const places = two.relatedInformation?.map(({ location }) => document.getText(location.range)) ?? [];
        assert.ok(places.length > 0, 'the other master is named');
        const { code } = two;
        assert.ok(typeof code === 'object', 'the code is a link');
        const opened = happens(vscode.window.tabGroups.onDidChangeTabs, () =>
            vscode.window.tabGroups.all.some(({ tabs }) =>
                tabs.some(
                    ({ label, input }) =>
                        input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor' && label.includes('SOR001'),
                ),
            ),
        );
        // VS Code opens addresses of documents from a diagnostic, and runs no commands.
        await vscode.commands.executeCommand('vscode.open', code.target);
        await opened;
        const page = await vscode.workspace.openTextDocument(code.target);
        assert.match(page.getText(), /^### SOR001\n\n\*\*An entity has two systems of record/);
    });

    test('without a mistake there is nothing to be mended', async () => {
        const document = await openText(`team it { function it }\n${quiet}\n`);
        assert.deepEqual(await actionsAt(document, whole(document), vscode.CodeActionKind.QuickFix), []);
    });
}
