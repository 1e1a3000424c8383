import { commands, type Event, type ExtensionContext, window } from 'vscode';
import type { PreviewContent } from '../protocol.ts';
import { createClient } from './client-node.ts';
import { openPreviewToSide, previewType } from './names.ts';
import { Preview } from './preview.ts';

/** What the extension offers to others: to tests and measurements. */
export interface ExtensionApi {
    /** Fires for each content of a preview that has come to the screen. */
    readonly onDidPaint: Event<PreviewContent>;
}

/** Called by VS Code when the first map is opened, a command of the extension runs or a preview comes back after a restart. */
export function activate(context: ExtensionContext): ExtensionApi {
    const client = createClient(context);
    const preview = new Preview(client, context.extensionUri);
    context.subscriptions.push(
        { dispose: () => void client.dispose() },
        preview,
        commands.registerCommand(openPreviewToSide, () => preview.openToSide()),
        window.registerWebviewPanelSerializer(previewType, preview),
    );
    client.start().catch((error: unknown) => client.error('The language server of CRM Map did not start.', error, 'force'));
    return { onDidPaint: preview.onDidPaint };
}
