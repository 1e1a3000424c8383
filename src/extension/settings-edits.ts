import { Disposable, type TextDocument, workspace } from 'vscode';
import { type SettingsEdit, settingsEdited } from '../protocol.ts';
import type { ServerClient } from './server-client.ts';
import { addressOf } from './addresses.ts';

/** Tells the server what stands in a `crmmap.json` that is being edited, so that findings follow before it is saved. */
export function followSettingsEdits(client: ServerClient): Disposable {
    const tell = (document: TextDocument, text: string | undefined): void => {
        if (!/(^|\/)crmmap\.json$/.test(document.uri.path) || !client.isRunning()) return;
        const edit: SettingsEdit = { uri: addressOf(document.uri), text };
        void client.sendNotification(settingsEdited, edit);
    };
    return Disposable.from(
        workspace.onDidChangeTextDocument(({ document }) => tell(document, document.getText())),
        workspace.onDidSaveTextDocument((document) => tell(document, undefined)),
        workspace.onDidCloseTextDocument((document) => tell(document, undefined)),
    );
}
