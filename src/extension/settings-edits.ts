import { Disposable, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type SettingsEdit, settingsEdited } from '../protocol.ts';

/** Tells the server what stands in a `crmmap.json` that is being edited, so that findings follow before it is saved. */
export function followSettingsEdits(client: BaseLanguageClient): Disposable {
    const tell = (document: TextDocument, text: string | undefined): void => {
        if (!/(^|\/)crmmap\.json$/.test(document.uri.path) || !client.isRunning()) return;
        const edit: SettingsEdit = { uri: client.code2ProtocolConverter.asUri(document.uri), text };
        void client.sendNotification(settingsEdited, edit);
    };
    return Disposable.from(
        workspace.onDidChangeTextDocument(({ document }) => tell(document, document.getText())),
        workspace.onDidSaveTextDocument((document) => tell(document, undefined)),
        workspace.onDidCloseTextDocument((document) => tell(document, undefined)),
    );
}
