import { FileType, l10n, type QuickPickItem, type TextDocument, Uri, window, workspace, WorkspaceEdit, commands } from 'vscode';
import { openPreviewToSide } from '../protocol.ts';
import { allTemplates } from '../templates/all-templates.ts';
import type { Template } from '../templates/template.ts';
import { languageId } from './names.ts';

const icons: Readonly<Record<string, string>> = { landscape: 'type-hierarchy', journey: 'milestone', lifecycle: 'sync', full: 'map' };

/**
 * Begins a map from a template, and shows its picture beside it. In a folder that was chosen it is a file with a name; else an editor
 * that is not saved yet, which needs no folder and no trust.
 *
 * @param given a folder, or a file in it; or the name of a template, which is then not asked for
 */
export async function newMap(given: unknown): Promise<void> {
    const template = allTemplates.find(({ name }) => name === given) ?? (await chooseTemplate());
    if (!template) return;
    const document = given instanceof Uri ? await createFile(template, given) : await openUntitled(template);
    if (!document) return;
    await window.showTextDocument(document);
    await commands.executeCommand(openPreviewToSide);
}

/** Puts a template that is chosen behind what stands in a map; one step to be undone. */
export async function beginFromTemplate(uri: Uri): Promise<void> {
    const template = await chooseTemplate();
    if (!template) return;
    const document = await workspace.openTextDocument(uri);
    const text = document.getText();
    const end = document.positionAt(text.length);
    const edit = new WorkspaceEdit();
    edit.insert(uri, end, text.trim() === '' ? template.text : `${text.endsWith('\n') ? '\n' : '\n\n'}${template.text}`);
    await workspace.applyEdit(edit);
}

async function chooseTemplate(): Promise<Template | undefined> {
    const items = allTemplates.map((template) => ({ ...itemOf(template), template }));
    const title = l10n.t('New CRM Map');
    const chosen = await window.showQuickPick(items, { title, placeHolder: l10n.t('What do you want to begin with?'), matchOnDetail: true });
    return chosen?.template;
}

function itemOf({ name }: Template): QuickPickItem {
    const icon = `$(${icons[name] ?? 'map'})`;
    switch (name) {
        case 'landscape':
            return { label: `${icon} ${l10n.t('System landscape')}`, detail: l10n.t('Systems, the customer data that they hold, and how it moves.') };
        case 'journey':
            return {
                label: `${icon} ${l10n.t('Customer journey')}`,
                detail: l10n.t('One customer’s way through awareness, consideration, purchase and post-purchase.'),
            };
        case 'lifecycle':
            return {
                label: `${icon} ${l10n.t('Customer lifecycle')}`,
                detail: l10n.t('The seven stages from lead generation to renewal, with activities and conversion.'),
            };
        default:
            return {
                label: `${icon} ${l10n.t('Everything')}`,
                detail: l10n.t('Systems, lifecycle and journey in one map, with goals, metrics and initiatives: all kinds of picture.'),
            };
    }
}

function openUntitled({ text }: Template): Thenable<TextDocument> {
    return workspace.openTextDocument({ language: languageId, content: text });
}

async function createFile(template: Template, chosen: Uri): Promise<TextDocument | undefined> {
    const { type } = await workspace.fs.stat(chosen);
    const folder = (type & FileType.Directory) !== 0 ? chosen : Uri.joinPath(chosen, '..');
    const suggested = template.name === 'full' ? 'map' : template.name;
    const name = await window.showInputBox({
        title: l10n.t('New CRM Map'),
        prompt: l10n.t('The name of the file'),
        value: `${suggested}.crmmap`,
        valueSelection: [0, suggested.length],
        validateInput: (value) => refusalOf(value, folder),
    });
    if (name === undefined) return undefined;
    const uri = Uri.joinPath(folder, withExtension(name));
    await workspace.fs.writeFile(uri, new TextEncoder().encode(template.text));
    return workspace.openTextDocument(uri);
}

function withExtension(name: string): string {
    const trimmed = name.trim();
    return trimmed.endsWith('.crmmap') ? trimmed : `${trimmed}.crmmap`;
}

/** Why a file cannot have this name; undefined where it can. */
async function refusalOf(value: string, folder: Uri): Promise<string | undefined> {
    const name = withExtension(value);
    if (name === '.crmmap') return l10n.t('Write a name.');
    if (/[\\/:*?"<>|]/.test(name)) return l10n.t('A name cannot have any of these: {0}', '\\ / : * ? " < > |');
    const isThere = await workspace.fs.stat(Uri.joinPath(folder, name)).then(
        () => true,
        () => false,
    );
    return isThere ? l10n.t('{0} is there already.', name) : undefined;
}
