import { commands, type ExtensionContext, window } from 'vscode';
import { createClient } from './client-node.ts';
import { openPreviewToSide, previewType } from './names.ts';
import { Preview } from './preview.ts';

/** Called by VS Code when the first map is opened, a command of the extension runs or a preview comes back after a restart. */
export function activate(context: ExtensionContext): void {
    const client = createClient(context);
    const preview = new Preview(client, context.extensionUri);
    context.subscriptions.push(
        { dispose: () => void client.dispose() },
        preview,
        commands.registerCommand(openPreviewToSide, () => preview.openToSide()),
        window.registerWebviewPanelSerializer(previewType, preview),
    );
    client.start().catch((error: unknown) => client.error('The language server of CRM Map did not start.', error, 'force'));
}
