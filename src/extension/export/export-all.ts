import { type CancellationToken, commands, l10n, type Progress, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { Ready } from '../asking.ts';
import type { PreviewPanel } from '../preview-panel.ts';
import { type SaveFormat, saveFormats } from './formats.ts';
import { type Made, type MadeFile, makeFiles, writeFiles } from './made-files.ts';
import { chooseFolder } from './save-preview.ts';
import type { ServerClient } from '../server-client.ts';
import { uriOf } from '../addresses.ts';

/** Writes all views of a map into a folder, in the formats that the reader chooses; each as the command line writes it. */
export async function exportAll(client: ServerClient, uri: string, panel: PreviewPanel | undefined, ready: Ready): Promise<void> {
    // Pixels are drawn by the page of a preview.
    const formats = saveFormats().filter(({ format }) => format !== 'png' || panel?.visible);
    const items = formats.map((format) => ({ ...format, picked: format.format === 'svg' }));
    await ready();
    const chosen = await window.showQuickPick(items, { title: l10n.t('Export All Views'), placeHolder: l10n.t('Which formats?'), canPickMany: true });
    if (!chosen || chosen.length === 0) return;
    const map = uriOf(uri);
    const start = map.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(map, '..');
    await ready();
    const folder = await chooseFolder(l10n.t('Export here'), start);
    if (!folder) return;
    const options = { location: ProgressLocation.Notification, title: l10n.t('Exporting all views'), cancellable: true };
    const done = await window.withProgress(options, (progress, token) => exportTo(folder, { client, uri, panel, formats: chosen, progress, token }));
    if (done) await tell(done, folder);
}

interface Export {
    readonly client: ServerClient;
    readonly uri: string;
    readonly panel: PreviewPanel | undefined;
    readonly formats: readonly SaveFormat[];
    readonly progress: Progress<{ readonly message: string; readonly increment: number }>;
    readonly token: CancellationToken;
}

interface Done {
    readonly count: number;
    readonly problems: readonly string[];
}

/** Writes format by format; undefined once the reader wants no more. What was written until then stays. */
async function exportTo(folder: Uri, { client, uri, panel, formats, progress, token }: Export): Promise<Done | undefined> {
    const problems = new Set<string>();
    const written = new Set<string>();
    for (const { format, label } of formats) {
        progress.report({ message: label, increment: 0 });
        const made = await orNone(makeFiles(client, { uri, format: format === 'png' ? 'svg' : format }, token), token);
        if (!made) return undefined;
        for (const problem of made.problems) problems.add(problem);
        for (const [index, file] of made.files.entries()) {
            if (token.isCancellationRequested) return undefined;
            const finished = format === 'png' && panel ? await inPixels(panel, file) : file;
            await writeFiles(folder, [finished]);
            written.add(finished.name);
            const message = l10n.t('{0}: {1} of {2}', label, index + 1, made.files.length);
            progress.report({ message, increment: 100 / formats.length / made.files.length });
        }
    }
    return { count: written.size, problems: [...problems] };
}

async function orNone(making: Promise<Made>, token: CancellationToken): Promise<Made | undefined> {
    try {
        return await making;
    } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
    }
}

async function inPixels(panel: PreviewPanel, { name, bytes }: MadeFile): Promise<MadeFile> {
    return { name: name.replace(/\.svg$/, '.png'), bytes: await panel.pixels(new TextDecoder().decode(bytes), 'answer') };
}

async function tell({ count, problems }: Done, folder: Uri): Promise<void> {
    const show = l10n.t('Show Folder');
    const words = count === 1 ? l10n.t('1 file was written.') : l10n.t('{0} files were written.', count);
    const ask = problems.length > 0 ? window.showWarningMessage : window.showInformationMessage;
    const answer = await ask([words, ...problems].join(' '), ...(folder.scheme === 'file' ? [show] : []));
    if (answer === show) await commands.executeCommand('revealFileInOS', folder);
}
