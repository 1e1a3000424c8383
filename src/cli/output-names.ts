import { join } from 'node:path';

/** Names that Windows gives to devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;
/** What some file system does not take in a name, or what hides: separators, wildcards, control characters, marks of direction, lone surrogates. */
const unsafe = /[\\/:*?"<>|`]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Bytes of UTF-8 that one part of a name may have; most file systems end at 255 for all. */
const longest = 100;

/** Gives each file its name below the output folder, and no two the same, also where upper and lower case are one. */
export class OutputNames {
    private readonly taken = new Set<string>();

    /**
     * The path, relative to the output folder, with the system's separators.
     *
     * @param map the map file as results name it: relative to the working folder, with `/`
     * @param view the view's name; without one, the file is about the whole map
     */
    nameFor(map: string, view: string | undefined, extension: string): string {
        const folders = map.split('/');
        const stem = safePart((folders.pop() ?? '').replace(/\.crmmap$/, ''));
        const base = view === undefined ? stem : `${stem}.${safePart(view)}`;
        for (let count = 1; ; count++) {
            const name = safeStart(`${base}${count === 1 ? '' : `-${count}`}.${extension}`);
            const path = join(...folders.filter((folder) => folder !== '' && folder !== '.').map(safeFolder), name);
            const key = path.normalize('NFC').toLowerCase();
            if (this.taken.has(key)) continue;
            this.taken.add(key);
            return path;
        }
    }
}

/** `..` would lead out of the output folder. */
function safeFolder(folder: string): string {
    return folder === '..' ? '_up' : safeStart(safePart(folder));
}

function safePart(name: string): string {
    const safe = name
        .normalize('NFC')
        .replace(unsafe, '-')
        .replace(/^\.+|[. ]+$/g, (dots) => '-'.repeat(dots.length));
    if (Buffer.byteLength(safe) <= longest) return safe;
    const start = Buffer.from(safe)
        .subarray(0, longest - 9)
        .toString('utf8')
        .replace(/\uFFFD+$/, '');
    return `${start}-${hashOf(name)}`;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hashOf(text: string): string {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
}

function safeStart(name: string): string {
    return reserved.test(name) ? `_${name}` : name;
}

/** Groups maps of which one's files may want the name of another one's; by their places, each group in order. Hardly any share a group. */
export function sharingNames(maps: readonly string[]): number[][] {
    const groups = new Map<string, number[]>();
    for (const [index, map] of maps.entries()) {
        const folders = map.split('/');
        const stem = safeStart(safePart((folders.pop() ?? '').replace(/\.crmmap$/, '')));
        const key = [...folders.filter((folder) => folder !== '' && folder !== '.').map(safeFolder), stem].join('/').normalize('NFC').toLowerCase();
        const group = groups.get(key);
        if (group) group.push(index);
        else groups.set(key, [index]);
    }
    // `shop` has a file `shop.x.svg`, and so may `shop.x`; where two want one name, there is a `shop-2.svg`.
    const ways = [/\./g, /-\d+(?=\.|$)/g];
    for (let before = -1; before !== groups.size; ) {
        before = groups.size;
        for (const [key, group] of groups) {
            const file = key.lastIndexOf('/') + 1;
            const starts = ways.flatMap((way, index) =>
                [...key.slice(file).matchAll(way)].map((found) => ({ start: key.slice(0, file + found.index), numbered: index === 1 })),
            );
            const other = starts.find(({ start, numbered }) => groups.has(start) && (!numbered || (groups.get(start)?.length ?? 0) > 1));
            if (!other) continue;
            groups.get(other.start)?.push(...group);
            groups.delete(key);
        }
    }
    return [...groups.values()].map((group) => group.sort((a, b) => a - b));
}
