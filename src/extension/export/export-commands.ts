import { commands, Disposable, env, type ExtensionContext, l10n, Uri, window } from 'vscode';
import { languageId } from '../names.ts';
import type { Ready } from '../asking.ts';
import type { PreviewPanel } from '../preview-panel.ts';
import type { Previews } from '../previews.ts';
import { exportAll } from './export-all.ts';
import { askingForPrint } from './asking-for-print.ts';
import { makeFiles, writeFiles } from './made-files.ts';
import { savePreview } from './save-preview.ts';
import type { ServerClient } from '../server-client.ts';
import { addressOf } from '../addresses.ts';

/** What takes a preview's picture elsewhere: clipboard, files, browser and printer. */
export function exportCommands(previews: Previews, client: ServerClient, { globalStorageUri: storage }: ExtensionContext): Disposable {
    const on = (name: string, act: (panel: PreviewPanel, uri: string, ready: Ready) => Promise<void>): Disposable =>
        commands.registerCommand(`crmmap.${name}`, (from: unknown) => {
            const { current } = previews;
            return current?.map === undefined ? undefined : telling(act(current, current.map, readyFrom(from, current)));
        });
    return Disposable.from(
        on('copyAsSvg', async (panel, uri) => {
            await env.clipboard.writeText(await svgOf(client, panel, uri));
            window.setStatusBarMessage(l10n.t('Copied as SVG'), 3_000);
        }),
        on('copyAsPng', async (panel, uri) => {
            const svg = await svgOf(client, panel, uri);
            panel.take();
            await panel.pixels(svg, 'clipboard');
            window.setStatusBarMessage(l10n.t('Copied as PNG'), 3_000);
        }),
        on('savePreviewAs', (panel, uri, ready) => savePreview(client, panel, uri, ready)),
        on('openInBrowser', (_, uri) => openPage(client, uri, storage, false)),
        on('printPreview', (_, uri) => openPage(client, uri, storage, true)),
        commands.registerCommand('crmmap.exportAllViews', (from: unknown) => {
            const document = window.activeTextEditor?.document;
            const uri = document?.languageId === languageId ? addressOf(document.uri) : previews.current?.map;
            if (uri !== undefined) return telling(exportAll(client, uri, previews.current, readyFrom(from, previews.current)));
            void window.showInformationMessage(l10n.t('Open a .crmmap file first; its views are exported.'));
            return undefined;
        }),
    );
}

/** A menu of the page hands over what it was opened on; from elsewhere the focus need not come back to the page. */
function readyFrom(from: unknown, panel: PreviewPanel | undefined): Ready {
    const isMenu = typeof from === 'object' && from !== null && 'webviewSection' in from;
    return async () => {
        if (isMenu || panel?.active) await panel?.focused();
    };
}

/** Tells the reader why something could not be done. */
async function telling(work: Promise<void>): Promise<void> {
    try {
        await work;
    } catch (error) {
        void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
}

/** The picture as a file of its own. */
async function svgOf(client: ServerClient, { wish }: PreviewPanel, uri: string): Promise<string> {
    const { files, problems } = await makeFiles(client, { uri, format: 'svg', wish });
    const [file] = files;
    if (!file) throw new Error(problems.join(' '));
    return new TextDecoder().decode(file.bytes);
}

/** Writes the map as a page, and has the browser open it, with all views; to print it, the page asks for that itself. */
async function openPage(client: ServerClient, uri: string, storage: Uri, print: boolean): Promise<void> {
    const { files, problems } = await makeFiles(client, { uri, format: 'html' });
    const [page] = files;
    if (!page) throw new Error(problems.join(' '));
    const bytes = print ? new TextEncoder().encode(askingForPrint(new TextDecoder().decode(page.bytes))) : page.bytes;
    const folder = Uri.joinPath(storage, 'pages');
    await writeFiles(folder, [{ name: page.name, bytes }]);
    const opened = env.remoteName === undefined && (await env.openExternal(Uri.joinPath(folder, page.name)));
    if (!opened) throw new Error(l10n.t('No browser can open a file from here. Save the preview as HTML, and open that file on your own machine.'));
}
