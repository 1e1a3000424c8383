import { Uri } from 'vscode';

/** The name of the file at an address. */
export function fileName(uri: string): string {
    const { path } = Uri.parse(uri);
    return path.slice(path.lastIndexOf('/') + 1);
}
