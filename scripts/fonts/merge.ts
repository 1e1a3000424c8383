import { characterTable, readCharacters } from '../../src/export/fonts/characters.ts';
import { type Glyph, partsOf, readGlyphs, renumbered, withGlyphs } from '../../src/export/fonts/glyphs.ts';
import { fontFile, type Tables, tableOf, viewOf } from '../../src/export/fonts/sfnt.ts';

/** What a font needs to be drawn with; the rest is for editors and browsers. */
const kept = ['GDEF', 'GPOS', 'GSUB', 'OS/2', 'cmap', 'gasp', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];

/**
 * One font of several that hold other characters of the same design. The glyphs of the first keep their numbers, and with them its
 * kerning; those of the others follow, one for each character that is not there yet.
 */
export function mergedFont([first, ...others]: readonly [Tables, ...Tables[]]): Uint8Array {
    const glyphs: Glyph[] = readGlyphs(first);
    const characters = readCharacters(first);
    for (const font of others) {
        const own = readGlyphs(font);
        const places = new Map<number, number>();
        const add = (id: number): number => {
            const known = places.get(id);
            if (known !== undefined) return known;
            const glyph = own[id];
            if (!glyph) throw new Error(`A font names the glyph ${id} that it does not have.`);
            const place = glyphs.push(glyph) - 1;
            places.set(id, place);
            for (const part of partsOf(glyph.outline)) add(part.id);
            glyphs[place] = { ...glyph, outline: renumbered(glyph.outline, (part) => places.get(part) ?? 0) };
            return place;
        };
        for (const [code, id] of readCharacters(font)) if (!characters.has(code)) characters.set(code, add(id));
    }
    const base = new Map([...withGlyphs(first, glyphs)].filter(([tag]) => kept.includes(tag)));
    base.set('cmap', characterTable(characters));
    base.set('maxp', limitsOf([first, ...others], tableOf(base, 'maxp')));
    base.set('post', namelessPost(tableOf(first, 'post')));
    return fontFile(base);
}

/** The greatest of all limits, such as points of an outline. */
function limitsOf(fonts: readonly Tables[], maxp: Uint8Array): Uint8Array {
    const limits = new Uint8Array(maxp);
    for (let at = 6; at < limits.length; at += 2) {
        viewOf(limits).setUint16(at, Math.max(...fonts.map((font) => viewOf(tableOf(font, 'maxp')).getUint16(at))));
    }
    return limits;
}

/** The table of PostScript facts in the version that has no names of glyphs. */
function namelessPost(post: Uint8Array): Uint8Array {
    const short = new Uint8Array(post.subarray(0, 32));
    viewOf(short).setUint32(0, 0x00030000);
    return short;
}
