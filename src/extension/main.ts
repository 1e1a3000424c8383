import { commands, type Event, type ExtensionContext, window } from 'vscode';
import type { Location, Position } from 'vscode-languageclient';
import { openPreviewToSide, type PreviewContent, readPreviewTarget, showReferences } from '../protocol.ts';
import { createClient } from './client-node.ts';
import { previewType, restartServerCommand } from './names.ts';
import { Preview } from './preview.ts';
import { restartServer } from './restart-server.ts';
import { RulePages } from './rule-pages.ts';
import { followSettingsEdits } from './settings-edits.ts';
import { showPlaces } from './show-places.ts';

/** What the extension offers to others: to tests and measurements. */
export interface ExtensionApi {
    /** Fires for each content of a preview that has come to the screen. */
    readonly onDidPaint: Event<PreviewContent>;
}

/** Called by VS Code when the first map is opened, a command of the extension runs or a preview comes back after a restart. */
export function activate(context: ExtensionContext): ExtensionApi {
    const client = createClient(context);
    const pages = new RulePages(context.extensionUri);
    const preview = new Preview(client, context.extensionUri);
    context.subscriptions.push(
        { dispose: () => void client.dispose() },
        preview,
        commands.registerCommand(openPreviewToSide, (uri?: unknown, options?: unknown) => preview.openToSide(readPreviewTarget(uri, options))),
        commands.registerCommand(showReferences, (uri: string, position: Position, places: Location[]) => showPlaces(client, uri, position, places)),
        pages.register(),
        followSettingsEdits(client),
        commands.registerCommand(restartServerCommand, () => restartServer(client)),
        window.registerWebviewPanelSerializer(previewType, preview),
    );
    client.start().catch((error: unknown) => client.error('The language server of CRM Map did not start.', error, 'force'));
    return { onDidPaint: preview.onDidPaint };
}
