import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Paths of files below a folder, with `/`, by name. */
export function filesBelow(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
        .sort();
}

/**
 * The files of `dist` that a program needs: those it begins with, and each whose name stands as a text of its own in one of them. So a
 * bundle or an asset that a program loads goes along without being listed.
 *
 * @param entries such as `dist/cli.js`
 * @returns paths below the root, with `/`, by name
 * @throws an Error when an entry is not there
 */
export function builtFiles(root: string, entries: readonly string[]): string[] {
    const missing = entries.find((entry) => !existsSync(path.join(root, entry)));
    if (missing !== undefined) throw new Error(`${missing} is missing. Build first: npm run build`);
    const notPacked = /^(?:meta|test)\//;
    const candidates = filesBelow(path.join(root, 'dist')).filter((file) => !notPacked.test(file));
    const found = new Set<string>();
    const open = [...entries];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
        if (found.has(file)) continue;
        found.add(file);
        if (!/\.[cm]?js$/.test(file)) continue;
        const text = readFileSync(path.join(root, file), 'latin1');
        for (const candidate of candidates) if (names(text, path.posix.basename(candidate))) open.push(`dist/${candidate}`);
    }
    return [...found].sort();
}

function names(text: string, file: string): boolean {
    for (let at = text.indexOf(file); at >= 0; at = text.indexOf(file, at + 1)) {
        if (/["'`/]/.test(text.charAt(at - 1)) && /["'`?]/.test(text.charAt(at + file.length))) return true;
    }
    return false;
}

/**
 * The files and folders that an extension's manifest names, such as those of `contributes`, as paths with `/`.
 *
 * @throws an Error for a path that begins with `./` and leads nowhere
 */
export function namedInManifest(root: string, manifest: Readonly<Record<string, unknown>>): string[] {
    const texts = textsIn(['main', 'browser', 'icon', 'l10n', 'contributes'].map((key) => manifest[key]));
    const paths = texts.filter((text) => text.startsWith('./') || (/^[\w.-]+\/[\w./-]+$/.test(text) && existsSync(path.join(root, text))));
    const missing = paths.find((named) => !existsSync(path.join(root, named)));
    if (missing !== undefined) throw new Error(`package.json names ${missing}, which is missing. Write a path that is there; dist is built by: npm run build`);
    return [...new Set(paths.map((named) => path.posix.normalize(named)))].sort();
}

function textsIn(value: unknown): string[] {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Files for themselves, folders as the files below them; as paths with `/`. */
export function expanded(root: string, paths: readonly string[]): string[] {
    return paths.flatMap((named) => {
        const folder = named.replace(/\/$/, '');
        return statSync(path.join(root, folder)).isDirectory() ? filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`) : [named];
    });
}
