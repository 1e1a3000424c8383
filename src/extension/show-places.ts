import { commands, Location, Position } from 'vscode';
import type { Location as ServerLocation, Position as ServerPosition } from 'vscode-languageclient';
import { rangeOf, uriOf } from './addresses.ts';

/** Shows places that the server found, below the line that they belong to. */
export async function showPlaces(uri: string, { line, character }: ServerPosition, places: readonly ServerLocation[]): Promise<void> {
    const locations = places.map((place) => new Location(uriOf(place.uri), rangeOf(place.range)));
    await commands.executeCommand('editor.action.showReferences', uriOf(uri), new Position(line, character), locations);
}
