import { commands, Uri, window, workspace } from 'vscode';
import { openPreviewToSide } from '../protocol.ts';
import { addressOf } from './addresses.ts';

/** Shows the picture of a file that was chosen in the explorer or by its tab; without one, that of the active editor. */
export async function openPreviewOf(chosen: unknown): Promise<void> {
    const uri = chosen instanceof Uri ? chosen : window.activeTextEditor?.document.uri;
    if (!uri) return;
    // The server is to know it, also where the file stands outside of the workspace.
    await workspace.openTextDocument(uri);
    await commands.executeCommand(openPreviewToSide, addressOf(uri));
}
