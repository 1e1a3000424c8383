import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Everything the VS Code tests download or leave behind; ignored by git. */
export const outputFolder = path.join(root, '.vscode-test');

/** The folder of this file: package files and stand-ins of the test host. */
export const hostSource = path.join(root, 'test/vscode/host');

/** Where the VS Code server is installed. */
export const hostFolder = path.join(outputFolder, 'host');

/** The maps that the tests open; always copied before use. */
export const workspaceSource = path.join(root, 'test/vscode/workspace');

/** A new empty folder, its name free of symbolic links, as VS Code reports it. */
export function temporaryFolder(name: string): string {
    return realpathSync(mkdtempSync(path.join(tmpdir(), `crmmap-${name}-`)));
}

/** The path part of a URI, with forward slashes on every system. */
export function uriPath(file: string): string {
    return pathToFileURL(file).pathname;
}

/** Whether this module was started as the program: `node this-file.ts`. */
export function isProgram(moduleUrl: string): boolean {
    return process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(moduleUrl));
}
