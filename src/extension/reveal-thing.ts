import { type TextEditor, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';
import { type LocateParams, locateThing, type ThingReference } from '../protocol.ts';

/** Selects a thing of a map in the text, in the editor that shows the file already where there is one. */
export async function revealThing(client: BaseLanguageClient, map: string, thing: ThingReference): Promise<void> {
    const params: LocateParams = { uri: map, ...thing };
    const location = await client.sendRequest<Location | null>(locateThing, params);
    if (!location) return;
    const uri = client.protocol2CodeConverter.asUri(location.uri);
    const selection = client.protocol2CodeConverter.asRange(location.range);
    const document = await workspace.openTextDocument(uri);
    const shown = window.visibleTextEditors.find((editor) => editor.document === document);
    await window.showTextDocument(document, { selection, viewColumn: columnOf(shown ?? window.visibleTextEditors[0]) });
}

function columnOf(editor: TextEditor | undefined): ViewColumn {
    return editor?.viewColumn ?? ViewColumn.One;
}
