/** The tables of a font file (TrueType, in the container that OpenType describes), by their tags. */
export type Tables = ReadonlyMap<string, Uint8Array>;

/** A view of bytes by numbers; all of a font's are big-endian. */
export function viewOf(bytes: Uint8Array): DataView {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A table of a font. @throws an Error when it is missing */
export function tableOf(tables: Tables, tag: string): Uint8Array {
    const table = tables.get(tag);
    if (!table) throw new Error(`The font has no table ${tag}.`);
    return table;
}

/** Reads a font file of a single font. @throws an Error where it is none */
export function readFont(file: Uint8Array): Tables {
    const view = viewOf(file);
    if (file.length < 12 || view.getUint32(0) !== 0x00010000) throw new Error('This is no TrueType font.');
    const tables = new Map<string, Uint8Array>();
    for (let index = 0; index < view.getUint16(4); index++) {
        const entry = 12 + 16 * index;
        const tag = String.fromCharCode(...file.subarray(entry, entry + 4));
        tables.set(tag, file.subarray(view.getUint32(entry + 8), view.getUint32(entry + 8) + view.getUint32(entry + 12)));
    }
    return tables;
}

/** A font file with these tables, by the order of their tags, with its sums. */
export function fontFile(tables: Tables): Uint8Array {
    const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
    const start = 12 + 16 * entries.length;
    const file = new Uint8Array(entries.reduce((size, [, table]) => size + padded(table.length), start));
    const view = viewOf(file);
    const power = 31 - Math.clz32(entries.length);
    view.setUint32(0, 0x00010000);
    [entries.length, 16 << power, power, 16 * entries.length - (16 << power)].forEach((value, index) => view.setUint16(4 + 2 * index, value));
    let at = start;
    let head = 0;
    entries.forEach(([tag, table], index) => {
        file.set(table, at);
        if (tag === 'head') {
            head = at;
            view.setUint32(at + 8, 0);
        }
        const entry = 12 + 16 * index;
        [...tag].forEach((letter, place) => view.setUint8(entry + place, letter.charCodeAt(0)));
        view.setUint32(entry + 4, sumOf(view, at, padded(table.length)));
        view.setUint32(entry + 8, at);
        view.setUint32(entry + 12, table.length);
        at += padded(table.length);
    });
    // The sum over the whole file is to come to this number, as the format asks.
    if (head > 0) view.setUint32(head + 8, 0xb1b0afba - sumOf(view, 0, file.length));
    return file;
}

function padded(length: number): number {
    return (length + 3) & ~3;
}

function sumOf(view: DataView, from: number, length: number): number {
    let sum = 0;
    for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    return sum;
}
