import { Range, Uri } from 'vscode';
import type { Range as ServerRange } from 'vscode-languageclient';

/** The address that the server knows a file by. */
export function addressOf(uri: Uri): string {
    return uri.toString();
}

/** The file that the server names. */
export function uriOf(address: string): Uri {
    return Uri.parse(address);
}

/** A stretch of text that the server names. */
export function rangeOf({ start, end }: ServerRange): Range {
    return new Range(start.line, start.character, end.line, end.character);
}
