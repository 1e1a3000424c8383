import { readCharacters } from '../fonts/characters.ts';
import { type Glyph, partsOf, readGlyphs, renumbered, withGlyphs } from '../fonts/glyphs.ts';
import { fontFile, readFont, type Tables, tableOf, viewOf } from '../fonts/sfnt.ts';
import { hex16, type PdfObjects } from './objects.ts';

/** What drawing needs of a font within a PDF. */
const kept = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];

/** A font of which a document takes the glyphs that it uses; they are numbered in the order of their first use. */
export class PdfFont {
    private readonly tables: Tables;
    private readonly glyphs: readonly Glyph[];
    private readonly characters: ReadonlyMap<number, number>;
    private readonly unitsPerEm: number;
    private readonly used: number[] = [0];
    private readonly places = new Map<number, number>([[0, 0]]);
    private readonly texts = new Map<number, string>();

    /** @throws an Error where the file is no TrueType font */
    constructor(file: Uint8Array) {
        this.tables = readFont(file);
        this.glyphs = readGlyphs(this.tables);
        this.characters = readCharacters(this.tables);
        this.unitsPerEm = viewOf(tableOf(this.tables, 'head')).getUint16(18);
    }

    get isUsed(): boolean {
        return this.texts.size > 0;
    }

    has(character: string): boolean {
        return this.characters.has(character.codePointAt(0) ?? 0);
    }

    /** The number of a character's glyph in the document; one that the font lacks is the box that stands for such. */
    use(character: string): number {
        const place = this.take(this.characters.get(character.codePointAt(0) ?? 0) ?? 0);
        if (!this.texts.has(place)) this.texts.set(place, character);
        return place;
    }

    /** The advance of a glyph of the document, as a share of the font's size. */
    advance(place: number): number {
        return (this.glyphs[this.used[place] ?? 0]?.advance ?? 0) / this.unitsPerEm;
    }

    /** Writes the font with what was used of it, and gives the number of its object. */
    write(objects: PdfObjects, name: string): number {
        const glyphs = this.used.map((id) => {
            const glyph = this.glyphs[id] ?? { outline: new Uint8Array(), advance: 0, bearing: 0 };
            return { ...glyph, outline: renumbered(glyph.outline, (part) => this.places.get(part) ?? 0) };
        });
        const file = fontFile(new Map([...withGlyphs(this.tables, glyphs)].filter(([tag]) => kept.includes(tag))));
        const base = `/BaseFont/${name}`;
        const data = objects.addStream(file, `/Length1 ${file.length}`);
        const em = (value: number): number => Math.round((value / this.unitsPerEm) * 1000);
        const [head, hhea] = [viewOf(tableOf(this.tables, 'head')), viewOf(tableOf(this.tables, 'hhea'))];
        const box = [36, 38, 40, 42].map((at) => em(head.getInt16(at))).join(' ');
        const [ascent, descent] = [em(hhea.getInt16(4)), em(hhea.getInt16(6))];
        const descriptor = objects.add(
            `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box}]/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight ${ascent}/StemV 80/FontFile2 ${data} 0 R>>`,
        );
        const widths = glyphs.map(({ advance }) => em(advance)).join(' ');
        const descendant = objects.add(
            `<</Type/Font/Subtype/CIDFontType2${base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/W[0[${widths}]]>>`,
        );
        const texts = objects.addStream(this.textTable());
        return objects.add(`<</Type/Font/Subtype/Type0${base}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${texts} 0 R>>`);
    }

    private take(id: number): number {
        const known = this.places.get(id);
        if (known !== undefined) return known;
        const place = this.used.push(id) - 1;
        this.places.set(id, place);
        for (const part of partsOf(this.glyphs[id]?.outline ?? new Uint8Array())) this.take(part.id);
        return place;
    }

    /** Which text each glyph stands for, so that words can be found and copied. */
    private textTable(): string {
        const rows = [...this.texts].map(
            ([place, text]) => `<${hex16([place])}> <${hex16(Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)))}>`,
        );
        const blocks: string[] = [];
        // A block may have a hundred rows.
        for (let start = 0; start < rows.length; start += 100) {
            const some = rows.slice(start, start + 100);
            blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
        }
        return [
            '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
            '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def /CMapName/Adobe-Identity-UCS def /CMapType 2 def',
            '1 begincodespacerange <0000> <ffff> endcodespacerange',
            ...blocks,
            'endcmap CMapName currentdict /CMap defineresource pop end end',
        ].join('\n');
    }
}
