import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isInside } from './path-names.ts';

interface Rules {
    readonly folder: string;
    readonly ignores: Ignore;
}

/**
 * What the `.gitignore` files leave out below a folder, as git reads them: those in it, and those above it up to the folder that
 * holds `.git`. Settings of one machine (`info/exclude`, the user's own list) do not count, so that the result is the same everywhere.
 */
export class GitIgnore {
    private readonly top: string;
    private readonly outermost: string;
    private readonly rules = new Map<string, readonly Rules[]>();

    /** @param top absolute */
    constructor(top: string) {
        this.top = top;
        this.outermost = repositoryOf(top) ?? top;
    }

    /** @param path absolute, below the top */
    ignores(path: string, isFolder: boolean): boolean {
        let ignored = false;
        for (const { folder, ignores } of this.rulesOf(dirname(path))) {
            const name = path.slice(folder.endsWith(sep) ? folder.length : folder.length + 1).replaceAll(sep, '/');
            const result = ignores.test(isFolder ? `${name}/` : name);
            if (result.ignored) ignored = true;
            if (result.unignored) ignored = false;
        }
        return ignored;
    }

    /** Whether a file, or a folder that it stands in below the top, is left out. */
    ignoresPath(file: string): boolean {
        if (this.ignores(file, false)) return true;
        for (let folder = dirname(file); folder !== this.top && isInside(this.top, folder); folder = dirname(folder)) {
            if (this.ignores(folder, true)) return true;
        }
        return false;
    }

    /** The outermost folder first. */
    private rulesOf(folder: string): readonly Rules[] {
        const known = this.rules.get(folder);
        if (known) return known;
        const parent = dirname(folder);
        const above = parent === folder || folder === this.outermost || existsSync(join(folder, '.git')) ? [] : this.rulesOf(parent);
        const text = readIfThere(join(folder, '.gitignore'));
        const all = text === undefined ? above : [...above, { folder, ignores: ignore().add(text) }];
        this.rules.set(folder, all);
        return all;
    }
}

function repositoryOf(folder: string): string | undefined {
    if (existsSync(join(folder, '.git'))) return folder;
    return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}

function readIfThere(file: string): string | undefined {
    try {
        return readFileSync(file, 'utf8');
    } catch {
        return undefined;
    }
}
