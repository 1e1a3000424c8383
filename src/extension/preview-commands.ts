import { commands, Disposable } from 'vscode';
import { readPreviewTarget } from '../protocol.ts';
import type { Previews } from './previews.ts';

/** The commands of the previews, beside the one that opens the first. */
export function previewCommands(previews: Previews): Disposable {
    return Disposable.from(
        commands.registerCommand('crmmap.openPinnedPreview', (uri?: unknown, options?: unknown) => previews.openPinned(readPreviewTarget(uri, options))),
        commands.registerCommand('crmmap.pinPreview', () => previews.pin(true)),
        commands.registerCommand('crmmap.showPreviewSource', () => previews.current?.showSource()),
        commands.registerCommand('crmmap.unpinPreview', () => previews.pin(false)),
    );
}
