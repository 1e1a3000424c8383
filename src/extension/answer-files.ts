import { FileType, Uri, workspace } from 'vscode';
import { type ClientFile, type ClientFolder, type FileQuestion, largestClientFile, listFolder, readFile, statFile } from '../protocol.ts';
import type { ServerClient } from './server-client.ts';

/** Reads files for the server where it cannot: in a browser, and in a repository that is only looked at. What cannot be read is null. */
export function answerFiles(client: ServerClient): void {
    const orNull = async <T>(answer: Promise<T>): Promise<T | null> => answer.catch(() => null);
    client.onRequest(statFile, ({ uri }: FileQuestion) => orNull<ClientFile>(stat(Uri.parse(uri))));
    client.onRequest(listFolder, ({ uri }: FileQuestion) => orNull<ClientFolder>(list(Uri.parse(uri))));
    client.onRequest(readFile, ({ uri }: FileQuestion) => orNull<string>(read(Uri.parse(uri))));
}

async function stat(uri: Uri): Promise<ClientFile> {
    return kindOf((await workspace.fs.stat(uri)).type);
}

async function list(uri: Uri): Promise<ClientFolder> {
    return (await workspace.fs.readDirectory(uri)).map(([name, type]) => ({ name, ...kindOf(type) }));
}

async function read(uri: Uri): Promise<string> {
    const { size } = await workspace.fs.stat(uri);
    if (size > largestClientFile) throw new Error('The file is too large.');
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** What is a link is neither, as its end may be anywhere. */
function kindOf(type: FileType): ClientFile {
    return { isFile: type === FileType.File, isDirectory: type === FileType.Directory };
}
