import { commands } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** Shows places that the server found, below the line that they belong to. */
export async function showPlaces(client: BaseLanguageClient, uri: string, position: Position, places: readonly Location[]): Promise<void> {
    const { protocol2CodeConverter: convert } = client;
    const locations = places.map((place) => convert.asLocation(place));
    await commands.executeCommand('editor.action.showReferences', convert.asUri(uri), convert.asPosition(position), locations);
}
