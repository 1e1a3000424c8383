import type { Font } from './text-roles.ts';
import { tabularWidths, textWidths } from './text-widths.ts';

/** Letters of scripts that the table does not hold: wide enough for most of Arabic, Hebrew, Devanagari and Thai. */
const otherWidth = 700;

const invisible = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\p{Regional_Indicator}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Characters that stand alone: no cluster needs to be looked for where a text holds only these. */
const simple = /^[\t\n\r\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

/**
 * The width in px to keep free for a text on one line, in the wider of Inter and Arial. Line ends and tabs count as a space.
 * Ideographs and emoji take one em; kerning is left out, so the real text is rarely wider.
 */
export function textWidth(text: string, font: Font): number {
    let thousandths = 0;
    let characters = 0;
    for (const cluster of graphemes(text)) {
        thousandths += clusterWidth(cluster, font);
        characters += 1;
    }
    return (thousandths * font.size) / 1000 + characters * (font.letterSpacing ?? 0);
}

/** What a reader takes for one character each: a letter with its accents, an emoji with its modifiers. */
export function graphemes(text: string): readonly string[] {
    if (simple.test(text)) {
        return [...text];
    }
    return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), (part) => part.segment);
}

/** Characters between which a line may end although no space stands there. */
export function isIdeograph(cluster: string): boolean {
    return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u.test(cluster);
}

function clusterWidth(cluster: string, font: Font): number {
    let width = 0;
    for (const character of cluster) {
        const known = knownWidth(character.codePointAt(0) ?? 0, font);
        if (known > 0) {
            width += known;
        } else if (wide.test(character)) {
            return 1000;
        } else if (!invisible.test(character)) {
            width += /^\p{Cc}$|^\p{Cs}$/u.test(character) ? 1000 : otherWidth;
        }
    }
    return width;
}

function knownWidth(codePoint: number, font: Font): number {
    const tabular = font.tabular ? tabularWidths[font.weight][codePoint] : undefined;
    if (tabular !== undefined) {
        return tabular;
    }
    const wanted = codePoint === 9 || codePoint === 10 || codePoint === 13 ? 0x20 : codePoint;
    for (const block of textWidths[font.weight]) {
        const width = block.widths[wanted - block.from];
        if (width !== undefined) {
            return width;
        }
    }
    return 0;
}
