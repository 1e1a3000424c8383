import { type Range, type TextDocument, type Uri, ViewColumn, window, workspace } from 'vscode';
import type { Location } from 'vscode-languageclient';
import { type LocateParams, locateThing, type ThingReference } from '../protocol.ts';
import type { ServerClient } from './server-client.ts';
import { rangeOf, uriOf } from './addresses.ts';

/**
 * Selects a thing of a map in the text, in the editor that shows the file already where there is one.
 *
 * @param beside a column that the text must not cover, as it shows the picture
 */
export async function revealThing(client: ServerClient, map: string, thing: ThingReference, beside?: ViewColumn): Promise<void> {
    const params: LocateParams = { uri: map, ...thing };
    const location = await client.sendRequest<Location | null>(locateThing, params);
    if (!location) return;
    const uri = uriOf(location.uri);
    const selection = rangeOf(location.range);
    await showText(uri, beside, selection);
}

/** Shows a text in the editor that has it already, else beside the given column, else where texts are. */
export async function showText(uri: Uri, beside?: ViewColumn, selection?: Range): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { selection, viewColumn: columnFor(document, beside) });
}

function columnFor(document: TextDocument, beside: ViewColumn | undefined): ViewColumn {
    const editors = window.visibleTextEditors;
    const shown = editors.find((editor) => editor.document === document);
    if (shown?.viewColumn) return shown.viewColumn;
    // Never over the preview, which would be hidden by the text.
    if (beside !== undefined) return editors.find(({ viewColumn }) => viewColumn !== undefined && viewColumn !== beside)?.viewColumn ?? ViewColumn.Beside;
    return editors[0]?.viewColumn ?? ViewColumn.One;
}
