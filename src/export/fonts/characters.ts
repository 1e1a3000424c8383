import { type Tables, tableOf, viewOf } from './sfnt.ts';

/** The glyph of each character (by code point) that a font has; formats 4 and 12. */
export function readCharacters(tables: Tables): Map<number, number> {
    const cmap = viewOf(tableOf(tables, 'cmap'));
    const found = new Map<number, number>();
    for (let index = 0; index < cmap.getUint16(2); index++) {
        const at = cmap.getUint32(4 + 8 * index + 4);
        const format = cmap.getUint16(at);
        if (format === 4) readSegments(cmap, at, found);
        else if (format === 12) readRanges(cmap, at, found);
    }
    return found;
}

function readSegments(cmap: DataView, at: number, found: Map<number, number>): void {
    const twice = cmap.getUint16(at + 6);
    for (let place = 0; place < twice; place += 2) {
        const [end, start] = [cmap.getUint16(at + 14 + place), cmap.getUint16(at + 16 + twice + place)];
        const delta = cmap.getUint16(at + 16 + 2 * twice + place);
        const offsetAt = at + 16 + 3 * twice + place;
        const offset = cmap.getUint16(offsetAt);
        for (let code = start; code <= end && code < 0xffff; code++) {
            const id = offset === 0 ? code : cmap.getUint16(offsetAt + offset + 2 * (code - start));
            const glyph = id === 0 && offset !== 0 ? 0 : (id + delta) & 0xffff;
            if (glyph !== 0) found.set(code, glyph);
        }
    }
}

function readRanges(cmap: DataView, at: number, found: Map<number, number>): void {
    for (let index = 0; index < cmap.getUint32(at + 12); index++) {
        const entry = at + 16 + 12 * index;
        const start = cmap.getUint32(entry);
        for (let code = start; code <= cmap.getUint32(entry + 4); code++) found.set(code, cmap.getUint32(entry + 8) + code - start);
    }
}

/** The table for these characters, in format 12. */
export function characterTable(characters: ReadonlyMap<number, number>): Uint8Array {
    const ranges: { start: number; end: number; glyph: number }[] = [];
    for (const [code, glyph] of [...characters].sort(([a], [b]) => a - b)) {
        const last = ranges.at(-1);
        if (last && code === last.end + 1 && glyph === last.glyph + code - last.start) last.end = code;
        else ranges.push({ start: code, end: code, glyph });
    }
    const size = 16 + 12 * ranges.length;
    const bytes = new Uint8Array(12 + size);
    const view = viewOf(bytes);
    [0, 1, 3, 10].forEach((value, index) => view.setUint16(2 * index, value));
    view.setUint32(8, 12);
    view.setUint16(12, 12);
    [size, 0, ranges.length].forEach((value, index) => view.setUint32(16 + 4 * index, value));
    ranges.forEach(({ start, end, glyph }, index) => [start, end, glyph].forEach((value, place) => view.setUint32(28 + 12 * index + 4 * place, value)));
    return bytes;
}
