import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { failureText } from './failure-text.ts';
import { GitIgnore } from './git-ignore.ts';
import type { Problem } from './host.ts';
import { byBytes, isInside, shownPath } from './path-names.ts';
import { widest } from './workspace-folder.ts';

/** A map file that was asked for. */
export interface FoundMap {
    /** Absolute, symbolic links resolved. */
    readonly path: string;
    /** As results name it. */
    readonly shown: string;
    /** It was named itself, not found in a folder or by a glob. */
    readonly named: boolean;
    /** The folder that was asked for and that it was found in, the widest of several; absolute, symbolic links resolved. */
    readonly folder?: string;
}

const extension = '.crmmap';

/**
 * The map files that paths stand for: files, folders (searched, without `node_modules` and what git ignores) and globs; without any,
 * the working folder. Each file once, in the order of their names' bytes. A path that stands for nothing is a problem. `searched` are the
 * folders in which another map would have been found.
 */
export async function findMaps(paths: readonly string[], cwd: string): Promise<{ maps: FoundMap[]; problems: Problem[]; searched: Set<string> }> {
    const searched = new Set<string>();
    const found: FoundMap[] = [];
    const problems: Problem[] = [];
    const add = (file: string, named: boolean, asked?: string): void => {
        try {
            const path = realpathSync(file);
            const folder = asked === undefined ? undefined : realpathSync(asked);
            // A link in a folder that was asked for does not make what it leads to a part of that folder.
            const inside = folder !== undefined && isInside(folder, path);
            found.push({ path, shown: shownPath(cwd, file), named, ...(inside ? { folder } : {}) });
        } catch {
            problems.push({ file: shownPath(cwd, file), message: 'cannot be read: the link leads nowhere.' });
        }
    };
    for (const path of paths.length === 0 ? ['.'] : [...new Set(paths)]) {
        const absolute = resolve(cwd, path);
        const kind = kindOf(absolute);
        searched.add(kind === 'folder' ? absolute : kind === 'file' ? dirname(absolute) : topOf(path, cwd));
        if (kind === 'file' && isMapName(absolute)) add(absolute, true);
        else if (kind === 'file') problems.push({ file: path, message: 'is no map. The name of a map ends in .crmmap.' });
        else {
            const files =
                kind === 'folder' ? searchFolder(absolute, { gitIgnore: new GitIgnore(absolute), problems, cwd, searched }) : await searchGlob(path, cwd);
            if (files.length === 0)
                problems.push({
                    file: path,
                    message: kind === 'folder' ? 'has no .crmmap file in it.' : 'matches nothing. Write a .crmmap file, a folder or a glob.',
                });
            for (const file of files) add(file, false, kind === 'folder' ? absolute : undefined);
        }
    }
    return { maps: onceEach(found), problems, searched };
}

function onceEach(found: readonly FoundMap[]): FoundMap[] {
    const byPath = new Map<string, FoundMap>();
    for (const map of [...found].sort((a, b) => byBytes(a.shown, b.shown))) {
        const known = byPath.get(map.path);
        const folder = widest([known?.folder, map.folder].filter((asked) => asked !== undefined));
        byPath.set(map.path, known ? { ...known, named: known.named || map.named, ...(folder === undefined ? {} : { folder }) } : map);
    }
    return [...byPath.values()];
}

function kindOf(path: string): 'file' | 'folder' | undefined {
    try {
        return statSync(path).isDirectory() ? 'folder' : 'file';
    } catch {
        return undefined;
    }
}

interface Search {
    readonly gitIgnore: GitIgnore;
    readonly problems: Problem[];
    readonly cwd: string;
    /** The folders that were looked through. */
    readonly searched: Set<string>;
}

/** Symbolic links to folders are not followed, as git does not. */
function searchFolder(folder: string, search: Search): string[] {
    const { gitIgnore, problems, cwd, searched } = search;
    searched.add(folder);
    let entries: Dirent[];
    try {
        entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
        problems.push({ file: shownPath(cwd, folder), message: `cannot be searched: ${failureText(error)}` });
        return [];
    }
    return entries.flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
            const skipped = entry.name === 'node_modules' || entry.name === '.git' || gitIgnore.ignores(path, true);
            return skipped ? [] : searchFolder(path, search);
        }
        return isMapName(path) && (entry.isFile() || (entry.isSymbolicLink() && kindOf(path) !== 'folder')) && !gitIgnore.ignores(path, false) ? [path] : [];
    });
}

async function searchGlob(pattern: string, cwd: string): Promise<string[]> {
    const wanted = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
    const { glob, isDynamicPattern } = await import('tinyglobby');
    if (!isDynamicPattern(wanted)) return [];
    const files = await glob([wanted], {
        cwd,
        absolute: true,
        expandDirectories: false,
        followSymbolicLinks: false,
        ignore: ['**/node_modules/**', '**/.git/**'],
    });
    const gitIgnore = new GitIgnore(topOf(wanted, cwd));
    return files.map((file) => resolve(file)).filter((file) => isMapName(file) && !gitIgnore.ignoresPath(file));
}

/** The folder that a glob starts from: the part before its first wildcard. */
function topOf(pattern: string, cwd: string): string {
    const fixed = pattern.slice(0, Math.max(0, pattern.search(/[*?[\]{}()!+@]/)));
    return resolve(cwd, fixed.endsWith('/') ? fixed : dirname(`${fixed}x`));
}

function isMapName(path: string): boolean {
    const name = path.slice(path.lastIndexOf(sep) + 1);
    return name.endsWith(extension) && name.length > extension.length;
}
