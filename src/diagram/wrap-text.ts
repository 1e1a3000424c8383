import type { Font } from './text-roles.ts';
import { graphemes, isIdeograph, textWidth } from './text-width.ts';

/** A part of a text that stays on one line. */
interface Piece {
    readonly text: string;
    readonly width: number;
    /** A space stands before it, unless a line starts with it. */
    readonly spaced: boolean;
}

// A no-break space is no place to break, although JavaScript counts it as white space.
const spaces = /[^\S\u00a0\u202f\u2060\ufeff]+/u;
const neverFirst = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々〜…‥）]/u;
const neverLast = /^[\p{Ps}\p{Pi}（]$/u;

/**
 * Breaks a text into lines no wider than `maxWidth` px, as few as can be and of about the same length. A word that is wider
 * alone is broken between characters. Nothing is cut away: the lines joined are the text, but for white space.
 * With `maxLines` the lines may grow wider than `maxWidth` rather than more in number; measure them then.
 * The lines are those of least squared slack (Knuth and Plass, 1981, without hyphenation).
 */
export function wrapText(text: string, maxWidth: number, font: Font, options: { readonly maxLines?: number } = {}): string[] {
    const words = piecesOf(text, font);
    if (words.length === 0) {
        return [];
    }
    const space = textWidth(' ', font);
    const pieces = words.flatMap((piece) => (piece.width > maxWidth ? brokenWord(piece, font) : [piece]));
    const count = lineCount(pieces, maxWidth, space);
    const { maxLines } = options;
    if (maxLines !== undefined && count > Math.max(1, maxLines)) {
        return balanced(words, narrowest(words, Math.max(1, maxLines), space), space);
    }
    return balanced(pieces, Math.min(maxWidth, narrowest(pieces, count, space)), space);
}

/** The width in px of the widest of some lines; 0 without any. */
export function linesWidth(lines: readonly string[], font: Font): number {
    return lines.reduce((width, line) => Math.max(width, textWidth(line, font)), 0);
}

function piecesOf(text: string, font: Font): Piece[] {
    const pieces: Piece[] = [];
    for (const word of text.split(spaces)) {
        let part = '';
        let spaced = true;
        let last = '';
        for (const cluster of graphemes(word)) {
            const mayBreak = (isIdeograph(cluster) || isIdeograph(last)) && !neverFirst.test(cluster) && !neverLast.test(last);
            if (part !== '' && mayBreak) {
                pieces.push({ text: part, width: textWidth(part, font), spaced });
                part = '';
                spaced = false;
            }
            part += cluster;
            last = cluster;
        }
        if (part !== '') {
            pieces.push({ text: part, width: textWidth(part, font), spaced });
        }
    }
    return pieces;
}

function brokenWord(piece: Piece, font: Font): Piece[] {
    return graphemes(piece.text).map((cluster, index) => ({
        text: cluster,
        width: textWidth(cluster, font),
        spaced: index === 0 && piece.spaced,
    }));
}

function lineCount(pieces: readonly Piece[], width: number, space: number): number {
    let count = 1;
    let used = 0;
    pieces.forEach((piece, index) => {
        const gap = index > 0 && piece.spaced ? space : 0;
        if (index > 0 && used + gap + piece.width > width + 1e-6) {
            count += 1;
            used = piece.width;
        } else {
            used += gap + piece.width;
        }
    });
    return count;
}

/** The least width that needs no more than so many lines, to a tenth of a px. */
function narrowest(pieces: readonly Piece[], count: number, space: number): number {
    let low = pieces.reduce((width, piece) => Math.max(width, piece.width), 0);
    let high = pieces.reduce((width, piece) => width + piece.width + space, 0);
    if (lineCount(pieces, low, space) <= count) {
        return low;
    }
    while (high - low > 0.1) {
        const middle = (low + high) / 2;
        if (lineCount(pieces, middle, space) <= count) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return high;
}

function balanced(pieces: readonly Piece[], width: number, space: number): string[] {
    const perLine = 1e9;
    const cost: number[] = [0];
    const start: number[] = [0];
    for (let end = 1; end <= pieces.length; end += 1) {
        let best = Number.POSITIVE_INFINITY;
        let bestFrom = end - 1;
        let used = 0;
        for (let from = end - 1; from >= 0; from -= 1) {
            const piece = pieces[from] as Piece;
            const next = pieces[from + 1];
            used += piece.width + (from < end - 1 && next?.spaced ? space : 0);
            if (used > width + 1e-6 && from < end - 1) {
                break;
            }
            const total = (cost[from] ?? 0) + perLine + (width - used) ** 2;
            if (total < best) {
                best = total;
                bestFrom = from;
            }
        }
        cost[end] = best;
        start[end] = bestFrom;
    }
    const lines: string[] = [];
    for (let end = pieces.length; end > 0; end = start[end] ?? 0) {
        const line = pieces.slice(start[end] ?? 0, end);
        lines.unshift(line.map((piece, index) => (index > 0 && piece.spaced ? ' ' : '') + piece.text).join(''));
    }
    return lines;
}
