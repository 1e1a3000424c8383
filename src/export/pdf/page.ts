import { isFilledIcon } from '../../diagram/icon-names.ts';
import type { GroupMark, IconMark, Mark, RectMark, TextMark } from '../../diagram/marks.ts';
import { type Style, styleNames } from '../../diagram/style-names.ts';
import { fontOf } from '../../diagram/text-metrics.ts';
import type { PlacedDiagram } from '../../layout/placed-diagram.ts';
import { icons } from '../../render/icons.ts';
import { darkPalette, lightPalette, type Palette } from '../../render/palette.ts';
import { type Look, lookOf } from '../drawio/look.ts';
import { pathSteps } from '../drawio/path-data.ts';
import type { PdfFonts } from './fonts.ts';
import { hex16, number } from './objects.ts';
import { circleOperators, pathOperators, rectOperators } from './paths.ts';

/**
 * The marks of a picture as the content of a page, in px from the left upper corner. A picture in the colours of the screen has the
 * light ones, as on paper.
 */
export function pageContent({ marks, sheet, width, height }: PlacedDiagram, fonts: PdfFonts): string {
    const page = new PageWriter(fonts, sheet.theme === 'dark' ? darkPalette : lightPalette);
    page.ground(width, height);
    for (const mark of marks) page.draw(mark);
    return page.content();
}

class PageWriter {
    private readonly fonts: PdfFonts;
    private readonly palette: Palette;
    private readonly out: string[] = [];

    constructor(fonts: PdfFonts, palette: Palette) {
        this.fonts = fonts;
        this.palette = palette;
    }

    content(): string {
        return this.out.join('\n');
    }

    ground(width: number, height: number): void {
        this.paint(rectOperators(0, 0, width, height, 0), this.look('fill-canvas'));
    }

    draw(mark: Mark): void {
        switch (mark.type) {
            case 'rect':
                return this.rect(mark);
            case 'circle':
                return this.paint(circleOperators(mark.x, mark.y, mark.radius), this.look(mark.style));
            case 'path':
                // What catches the pointer is not seen.
                if (!styleNames(mark.style).includes('hit')) this.paint(pathOperators(pathSteps(mark.d)), this.look(mark.style));
                return;
            case 'text':
                return this.text(mark);
            case 'icon':
                return this.icon(mark);
            case 'group':
                return this.group(mark);
        }
    }

    private look(style: Style | undefined): Look {
        return lookOf(style, this.palette);
    }

    private rect(mark: RectMark): void {
        const shape = rectOperators(mark.x, mark.y, Math.max(0, mark.width), Math.max(0, mark.height), mark.radius ?? 0);
        const look = this.look(mark.style);
        if (!styleNames(mark.style).includes('retiring')) return this.paint(shape, look);
        this.paint(shape, { ...look, fill: this.palette.frame, stroke: undefined });
        this.out.push('q', shape, 'W n', `${colour(this.palette.hair)} RG 0.5 w`);
        // The pattern of the SVG: 8 px wide, turned by half a right angle, its line half cut off by its edge.
        const step = 8 * Math.SQRT2;
        for (let from = Math.floor((mark.x - mark.y - mark.height) / step) * step; from < mark.x + mark.width + mark.height; from += step) {
            this.out.push(`${number(from + mark.y + mark.height)} ${number(mark.y)} m ${number(from)} ${number(mark.y + mark.height)} l`);
        }
        this.out.push('S Q');
        this.paint(shape, { ...look, fill: undefined });
    }

    private group({ x = 0, y = 0, clip, marks }: GroupMark): void {
        this.out.push('q');
        if (x !== 0 || y !== 0) this.out.push(`1 0 0 1 ${number(x)} ${number(y)} cm`);
        if (clip) this.out.push(`${rectOperators(clip.x, clip.y, clip.width, clip.height, 0)} W n`);
        for (const mark of marks) this.draw(mark);
        this.out.push('Q');
    }

    private icon(mark: IconMark): void {
        const look = this.look(mark.style);
        const isFilled = isFilledIcon(mark.icon);
        const drawn: Look = isFilled
            ? { ...look, width: look.width ?? 1 }
            : { ...look, fill: undefined, stroke: look.stroke ?? look.fill, width: look.width ?? 1.4, isRound: true };
        const scale = number(mark.scale ?? 1);
        this.out.push('q', `${scale} 0 0 ${scale} ${number(mark.x)} ${number(mark.y)} cm`);
        for (const part of icons[mark.icon]) {
            if (typeof part === 'string') this.paint(pathOperators(pathSteps(part)), drawn);
            else if ('circle' in part) this.paint(circleOperators(...part.circle), drawn);
            else this.paint(rectOperators(...part.box), drawn);
        }
        this.out.push('Q');
    }

    /** Fills and strokes a shape. */
    private paint(shape: string, { fill, stroke, width = 1, dash, isRound }: Look): void {
        if (shape === '' || (fill === undefined && stroke === undefined)) return;
        this.out.push('q');
        if (fill !== undefined) this.out.push(`${colour(fill)} rg`);
        if (stroke !== undefined) {
            this.out.push(`${colour(stroke)} RG ${number(width)} w`);
            if (dash !== undefined) this.out.push(`[${dash.split(' ').map(Number).map(number).join(' ')}] 0 d`);
            if (isRound) this.out.push('1 J 1 j');
        }
        this.out.push(shape, fill === undefined ? 'S' : stroke === undefined ? 'f' : 'B', 'Q');
    }

    private text(mark: TextMark): void {
        const spans = typeof mark.text === 'string' ? [{ text: mark.text }] : mark.text;
        const base = fontOf(mark.style);
        const look = this.look(mark.style);
        const pieces = spans.flatMap((span) => {
            const own = 'style' in span ? span.style : undefined;
            const font = fontOf(own, base);
            const fill = (own && this.look(own).fill) ?? look.fill ?? this.palette.ink;
            return this.fonts.runs(span.text, font).map((run) => ({ ...run, font, fill }));
        });
        const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
        let x = mark.x - (mark.anchor === 'end' ? width : mark.anchor === 'middle' ? width / 2 : 0);
        this.out.push('BT');
        for (const piece of pieces) {
            const { size, letterSpacing = 0 } = piece.font;
            this.out.push(`${colour(piece.fill)} rg /${piece.name} ${number(size)} Tf ${number(letterSpacing)} Tc`);
            // The page grows downwards, letters stand upright.
            this.out.push(`1 0 0 -1 ${number(x)} ${number(mark.y)} Tm <${hex16(piece.glyphs)}> Tj`);
            x += piece.width;
        }
        this.out.push('ET');
    }
}

/** `#rrggbb` as three shares. */
function colour(value: string): string {
    return [1, 3, 5].map((at) => number(Number.parseInt(value.slice(at, at + 2), 16) / 255)).join(' ');
}
