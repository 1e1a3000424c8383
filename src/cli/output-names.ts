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
