import { type Tables, tableOf, viewOf } from './sfnt.ts';

/** The outline of a character, with its advance and left side bearing in units of the font. */
export interface Glyph {
    readonly outline: Uint8Array;
    readonly advance: number;
    readonly bearing: number;
}

/** Every glyph of a font, by number. */
export function readGlyphs(tables: Tables): Glyph[] {
    const [loca, hmtx] = [viewOf(tableOf(tables, 'loca')), viewOf(tableOf(tables, 'hmtx'))];
    const glyf = tableOf(tables, 'glyf');
    const isLong = viewOf(tableOf(tables, 'head')).getInt16(50) === 1;
    const full = viewOf(tableOf(tables, 'hhea')).getUint16(34);
    const at = (id: number): number => (isLong ? loca.getUint32(4 * id) : 2 * loca.getUint16(2 * id));
    return Array.from({ length: viewOf(tableOf(tables, 'maxp')).getUint16(4) }, (_, id) => ({
        outline: glyf.subarray(at(id), at(id + 1)),
        advance: hmtx.getUint16(4 * Math.min(id, full - 1)),
        bearing: id < full ? hmtx.getInt16(4 * id + 2) : hmtx.getInt16(4 * full + 2 * (id - full)),
    }));
}

/** The tables of a font that change with its glyphs; `base` has the rest. */
export function withGlyphs(base: Tables, glyphs: readonly Glyph[]): Tables {
    const glyf = new Uint8Array(glyphs.reduce((size, { outline }) => size + even(outline.length), 0));
    const loca = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
    const hmtx = new DataView(new ArrayBuffer(4 * glyphs.length));
    let at = 0;
    glyphs.forEach(({ outline, advance, bearing }, id) => {
        glyf.set(outline, at);
        at += even(outline.length);
        loca.setUint32(4 * (id + 1), at);
        hmtx.setUint16(4 * id, advance);
        hmtx.setInt16(4 * id + 2, bearing);
    });
    const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => copied(tableOf(base, tag))) as [Uint8Array, Uint8Array, Uint8Array];
    viewOf(head).setInt16(50, 1);
    viewOf(hhea).setUint16(34, glyphs.length);
    viewOf(maxp).setUint16(4, glyphs.length);
    const bytes = ({ buffer }: DataView): Uint8Array => new Uint8Array(buffer as ArrayBuffer);
    return new Map([...base, ['head', head], ['hhea', hhea], ['maxp', maxp], ['glyf', glyf], ['loca', bytes(loca)], ['hmtx', bytes(hmtx)]]);
}

function even(length: number): number {
    return (length + 1) & ~1;
}

/** Where the outline of a glyph names other glyphs that it is made of, and which. */
export function partsOf(outline: Uint8Array): { readonly at: number; readonly id: number }[] {
    const view = viewOf(outline);
    const parts: { at: number; id: number }[] = [];
    if (outline.length < 10 || view.getInt16(0) >= 0) return parts;
    for (let at = 10; ; ) {
        const flags = view.getUint16(at);
        parts.push({ at: at + 2, id: view.getUint16(at + 2) });
        // Two words or bytes of place, then a scale of one, two or four numbers.
        at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0);
        if (!(flags & 32)) return parts;
    }
}

/** The outline with other numbers for the glyphs that it is made of. */
export function renumbered(outline: Uint8Array, idOf: (id: number) => number): Uint8Array {
    const parts = partsOf(outline);
    if (parts.length === 0) return outline;
    const copy = copied(outline);
    for (const { at, id } of parts) viewOf(copy).setUint16(at, idOf(id));
    return copy;
}

/** Node's own kind of bytes shares its memory with what `slice` gives. */
function copied(bytes: Uint8Array): Uint8Array {
    return new Uint8Array(bytes);
}
