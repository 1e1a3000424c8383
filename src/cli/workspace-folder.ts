import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from './path-names.ts';

/**
 * The folder that a map's imports may not leave: the nearest one above the map with `.git` or `crmmap.json` in it; else the working
 * folder, when the map stands in it; else the map's own folder. Paths are absolute, symbolic links resolved.
 */
export function workspaceFolder(map: string, cwd: string): string {
    const own = dirname(map);
    for (let folder = own; ; folder = dirname(folder)) {
        if (existsSync(join(folder, '.git')) || existsSync(join(folder, 'crmmap.json'))) return folder;
        if (folder === dirname(folder)) return isInside(cwd, own) ? cwd : own;
    }
}
