import type { Font } from '../../diagram/text-metrics.ts';
import { interFaces } from '../fonts/inter-faces.ts';
import { PdfFont } from './font.ts';
import type { PdfObjects } from './objects.ts';

/** A piece of text in one font. */
export interface Run {
    /** What the page calls the font. */
    readonly name: string;
    readonly glyphs: readonly number[];
    /** In px. */
    readonly width: number;
}

function isTrueType(file: Uint8Array): boolean {
    return file[0] === 0 && file[1] === 1 && file[2] === 0 && file[3] === 0;
}

/** What no font draws. */
const blank = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;
const unseen = /\p{Cf}/gu;

/** The fonts of a document: the faces of Inter, and others for what they lack. */
export class PdfFonts {
    private readonly fonts: readonly PdfFont[];

    /** @param files the faces of Inter in the order of `interFaces`, then others in the order in which they are asked; those with other outlines than TrueType's are left out */
    constructor(files: readonly Uint8Array[]) {
        this.fonts = files.filter(isTrueType).map((file) => new PdfFont(file));
    }

    /** A text, parted where another font is needed. */
    runs(text: string, { size, weight, italic = false, letterSpacing = 0 }: Font): Run[] {
        const style = italic ? 'italic' : 'normal';
        const exact = interFaces.findIndex((face) => face.weight === weight && face.style === style);
        const face = exact === -1 ? interFaces.findIndex((other) => other.weight === weight) : exact;
        const runs: { index: number; glyphs: number[]; width: number }[] = [];
        for (const character of text.replace(blank, ' ').replace(unseen, '')) {
            const other = this.fonts[face]?.has(character) ? -1 : this.fonts.findIndex((font, index) => index >= interFaces.length && font.has(character));
            const index = other === -1 ? face : other;
            const font = this.fonts[index];
            if (!font) continue;
            const glyph = font.use(character);
            const last = runs.at(-1);
            const run = last?.index === index ? last : { index, glyphs: [], width: 0 };
            if (run !== last) runs.push(run);
            run.glyphs.push(glyph);
            run.width += font.advance(glyph) * size + letterSpacing;
        }
        return runs.map(({ index, glyphs, width }) => ({ name: `F${index}`, glyphs, width }));
    }

    /** Writes the fonts that were used; what pages say to have them. */
    write(objects: PdfObjects): string {
        const entries = this.fonts.flatMap((font, index) => {
            if (!font.isUsed) return [];
            const { file } = interFaces[index] ?? { file: `Other-${index}` };
            // Six letters before the name mean that the font is not whole.
            return [`/F${index} ${font.write(objects, `CRMMAP+${file.replace('.ttf', '').replace('inter', 'Inter')}`)} 0 R`];
        });
        return `<</Font<<${entries.join('')}>>>>`;
    }
}
