import { l10n, Uri, window, workspace } from 'vscode';
import type { Ready } from '../asking.ts';
import type { PreviewPanel } from '../preview-panel.ts';
import { saveFormats } from './formats.ts';
import { makeFiles, type MadeFile, writeFiles } from './made-files.ts';
import type { ServerClient } from '../server-client.ts';
import { uriOf } from '../addresses.ts';

/** Asks for a format and a place, and saves what a preview shows; what is about the whole map, whole. */
export async function savePreview(client: ServerClient, panel: PreviewPanel, uri: string, ready: Ready): Promise<void> {
    await ready();
    const chosen = await window.showQuickPick(saveFormats(), { title: l10n.t('Save As'), placeHolder: l10n.t('Which format?'), matchOnDetail: true });
    if (!chosen) return;
    const { format, ending, label } = chosen;
    const { files, problems } = await makeFiles(client, { uri, format: format === 'png' ? 'svg' : format, wish: panel.wish });
    const [first] = files;
    if (!first) throw new Error(problems.join(' ') || l10n.t('There is no {0} of this kind of view.', label));
    const beside = Uri.joinPath(uriOf(uri), '..');
    // What stands in no folder yet is saved where the reader says.
    const start = beside.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : beside;
    if (ending === undefined || files.length > 1) {
        await ready();
        await saveInFolder(files, start);
        return;
    }
    const name = format === 'png' ? first.name.replace(/\.svg$/, '.png') : first.name;
    await ready();
    const target = await window.showSaveDialog({ defaultUri: start && Uri.joinPath(start, name), filters: { [label]: [ending] } });
    if (!target) return;
    const bytes = format === 'png' ? await panel.pixels(new TextDecoder().decode(first.bytes), 'answer') : first.bytes;
    await workspace.fs.writeFile(target, bytes);
    window.setStatusBarMessage(l10n.t('Saved as {0}', target.path.slice(target.path.lastIndexOf('/') + 1)), 3_000);
}

async function saveInFolder(files: readonly MadeFile[], start: Uri | undefined): Promise<void> {
    const folder = await chooseFolder(l10n.t('Save {0} files here', files.length), start);
    if (!folder) return;
    await writeFiles(folder, files);
    window.setStatusBarMessage(l10n.t('Saved {0} files', files.length), 3_000);
}

/** The folder that the reader chooses for files; undefined where they change their mind. */
export async function chooseFolder(openLabel: string, defaultUri: Uri | undefined): Promise<Uri | undefined> {
    const [folder] = (await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, canSelectMany: false, openLabel, defaultUri })) ?? [];
    return folder;
}
