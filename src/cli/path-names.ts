import { relative, sep } from 'node:path';

/** A file as results name it: relative to the working folder, with `/` on every system; absolute where it is on another drive. */
export function shownPath(cwd: string, path: string): string {
    const name = relative(cwd, path);
    return (sep === '/' ? name : name.replaceAll(sep, '/')) || '.';
}

/** Whether a path stands in a folder, or is the folder. Both are absolute. */
export function isInside(folder: string, path: string): boolean {
    const way = relative(folder, path);
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way) && !way.startsWith(sep));
}

/** The order of names that is the same everywhere: by their bytes in UTF-8. */
export function byBytes(a: string, b: string): number {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
