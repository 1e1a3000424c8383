import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import type { Sources } from './sources.ts';
import { markedFolder } from './workspace-folder.ts';

/** The folders in which a change can change what comes of some maps: where they were looked for, where their texts, imports and settings stand. */
export function watchedFolders(searched: Iterable<string>, { files }: Pick<Sources, 'files'>, cwd: string): Set<string> {
    const folders = new Set([...searched].map(existing));
    for (const { path, imports } of files.values()) {
        folders.add(dirname(path));
        for (const address of imports) if (address !== undefined) folders.add(existing(dirname(URI.parse(address).fsPath)));
    }
    // Settings may come anywhere between a map and the folder that holds those that count.
    for (const folder of folders) for (const above of waysUp(folder, cwd)) folders.add(above);
    return folders;
}

function existing(folder: string): string {
    return existsSync(folder) || folder === dirname(folder) ? folder : existing(dirname(folder));
}

function waysUp(folder: string, cwd: string): string[] {
    const top = markedFolder(`${folder}/map`) ?? cwd;
    const ways: string[] = [];
    for (let above = folder; above.startsWith(top) && above !== top; above = dirname(above)) ways.push(dirname(above));
    return ways;
}
