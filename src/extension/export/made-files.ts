import { type CancellationToken, Uri, workspace } from 'vscode';
import { type ExportAnswer, exportMap, type ExportParams } from '../../protocol.ts';
import type { ServerClient } from '../server-client.ts';

/** A file that was made of a map. */
export interface MadeFile {
    /** Relative to the folder that is chosen for all, with `/`. */
    readonly name: string;
    readonly bytes: Uint8Array;
}

export interface Made {
    readonly files: readonly MadeFile[];
    /** What could not be made, as sentences. */
    readonly problems: readonly string[];
}

/** Has the server make the files of one format. */
export async function makeFiles(client: ServerClient, params: ExportParams, token?: CancellationToken): Promise<Made> {
    const { files, problems } = await client.sendRequest<ExportAnswer>(exportMap, params, token);
    return {
        problems,
        files: files.map(({ name, text, base64 }) => ({ name, bytes: base64 === undefined ? new TextEncoder().encode(text ?? '') : decoded(base64) })),
    };
}

/** Writes files below a folder. A name leads nowhere else: the server has made it of safe parts, and this makes sure of it. */
export async function writeFiles(folder: Uri, files: readonly MadeFile[]): Promise<void> {
    for (const { name, bytes } of files) {
        const parts = name.split('/');
        if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\'))) throw new Error(`Not a name for a file: ${name}`);
        await workspace.fs.writeFile(Uri.joinPath(folder, ...parts), bytes);
    }
}

function decoded(base64: string): Uint8Array {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
