import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isInside, shownPath } from './path-names.ts';

/**
 * The folder that a map's imports may not leave: the nearest one above the map with `.git` or `crmmap.json` in it; else the widest of
 * the working folder and the folder that was asked for, where the map stands in them; else the map's own folder. Paths are absolute,
 * symbolic links resolved.
 *
 * @param asked the folder in which the map was found; undefined for a map that was named itself
 */
export function workspaceFolder(map: string, cwd: string, asked?: string): string {
    const given = [cwd, ...(asked === undefined ? [] : [asked])].filter((folder) => isInside(folder, map));
    return markedFolder(map) ?? widest(given) ?? dirname(map);
}

/** The nearest folder above a map with `.git` or `crmmap.json` in it. */
export function markedFolder(map: string): string | undefined {
    for (let folder = dirname(map); ; folder = dirname(folder)) {
        if (existsSync(join(folder, '.git')) || existsSync(join(folder, 'crmmap.json'))) return folder;
        if (folder === dirname(folder)) return undefined;
    }
}

/** Of folders that hold the same file, the one that holds the others. */
export function widest(folders: readonly string[]): string | undefined {
    return folders.toSorted((a, b) => a.length - b.length)[0];
}

/** A folder as messages name it: by its own name where the way to it is nothing but dots. */
export function shownFolder(cwd: string, folder: string): string {
    const shown = shownPath(cwd, folder);
    return /^[./]+$/.test(shown) ? basename(folder) || folder : shown;
}
