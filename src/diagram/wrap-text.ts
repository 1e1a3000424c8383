import type { Font } from './text-roles.ts';
import { graphemes, isIdeograph, textWidth } from './text-width.ts';

/** A part of a text that stays on one line. */
interface Piece {
    readonly clusters: readonly Cluster[];
    readonly width: number;
    /** Width of the space before it, which is left out where a line starts; undefined where none stands. */
    readonly space?: number;
}

interface Cluster {
    readonly text: string;
    readonly width: number;
}

/** The width in px of one character, which stands so far into the text (in UTF-16 units). */
export type ClusterMeasure = (cluster: string, offset: number) => number;

export interface WrapOptions {
    /** The lines may grow wider rather than more than this in number; measure them then. */
    readonly maxLines?: number;
}

// A no-break space is no place to break, although JavaScript counts it as white space.
const space = /^[^\S\u00a0\u202f\u2060\ufeff]+$/u;
/** Signs that stay with the word before them. */
const hanging = /^[·–—:;!?+×÷=&]$/u;
/** Signs behind which a word that is too wide is broken first. */
const breaksAfter = /^[-\u2010\u2013/_@]$/u;
const neverFirst = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々〜…‥）]/u;
const neverLast = /^[\p{Ps}\p{Pi}（]$/u;

/**
 * Breaks a text into lines no wider than `maxWidth` px, as few as can be and of about the same length. A word that is wider
 * alone is broken behind its hyphens, slashes and underscores, and between characters where it has none. Nothing is cut away: the lines joined are the text, but for white space.
 */
export function wrapText(text: string, maxWidth: number, font: Font, options: WrapOptions = {}): string[] {
    return wrapMeasured(text, maxWidth, (cluster) => textWidth(cluster, font), options);
}

/**
 * As `wrapText`, for a text whose characters are measured one by one. The lines are those of least squared slack
 * (Knuth and Plass, 1981, without hyphenation).
 */
export function wrapMeasured(text: string, maxWidth: number, measure: ClusterMeasure, options: WrapOptions = {}): string[] {
    const words = piecesOf(text, measure);
    if (words.length === 0) {
        return [];
    }
    const pieces = words.flatMap((piece) => (piece.width > maxWidth ? brokenWord(piece, maxWidth) : [piece]));
    const count = lineCount(pieces, maxWidth);
    const most = options.maxLines === undefined ? count : Math.max(1, options.maxLines);
    return count > most ? balanced(words, narrowest(words, most)) : balanced(pieces, Math.min(maxWidth, narrowest(pieces, count)));
}

/** The width in px of the widest of some lines; 0 without any. */
export function linesWidth(lines: readonly string[], font: Font): number {
    return lines.reduce((width, line) => Math.max(width, textWidth(line, font)), 0);
}

/**
 * The width in px at which no word of a text is broken but behind a hyphen or its like: `least` where all are shorter, and never more than
 * `most`. Names in German and its kin are one long word; a box of such a text is better wider than its words torn.
 */
export function roomForWords(text: string, font: Font, least: number, most: number): number {
    const words = piecesOf(text, (cluster) => textWidth(cluster, font));
    const widest = words.reduce((width, word) => {
        const parts = word.width > least ? partsOf(word) : [word];
        return Math.max(width, ...parts.map((part) => part.width));
    }, least);
    return Math.min(most, Math.ceil(widest));
}

function piecesOf(text: string, measure: ClusterMeasure): Piece[] {
    const pieces: Piece[] = [];
    let clusters: Cluster[] = [];
    let spaceBefore: number | undefined;
    const finish = (): void => {
        const only = clusters.length === 1 ? clusters[0] : undefined;
        const last = pieces[pieces.length - 1];
        if (only && last && spaceBefore !== undefined && hanging.test(only.text)) {
            pieces[pieces.length - 1] = piece([...last.clusters, { text: ' ', width: spaceBefore }, only], last.space);
        } else if (clusters.length > 0) {
            pieces.push(piece(clusters, spaceBefore));
        }
        clusters = [];
    };
    let offset = 0;
    for (const cluster of graphemes(text)) {
        const last = clusters[clusters.length - 1]?.text ?? '';
        if (space.test(cluster)) {
            finish();
            spaceBefore = pieces.length > 0 ? measure(' ', offset) : undefined;
        } else {
            if (last !== '' && (isIdeograph(cluster) || isIdeograph(last)) && !neverFirst.test(cluster) && !neverLast.test(last)) {
                finish();
                spaceBefore = undefined;
            }
            clusters.push({ text: cluster, width: measure(cluster, offset) });
        }
        offset += cluster.length;
    }
    finish();
    return pieces;
}

function piece(clusters: readonly Cluster[], spaceBefore: number | undefined): Piece {
    return { clusters, width: clusters.reduce((width, cluster) => width + cluster.width, 0), space: spaceBefore };
}

/** A word that is too wide, in parts that end with a hyphen or its like; what is still too wide, character by character. */
function brokenWord(word: Piece, maxWidth: number): Piece[] {
    return partsOf(word).flatMap((part) =>
        part.width <= maxWidth ? [part] : part.clusters.map((cluster, at) => piece([cluster], at === 0 ? part.space : undefined)),
    );
}

function partsOf(word: Piece): Piece[] {
    const parts: Cluster[][] = [[]];
    word.clusters.forEach((cluster, index) => {
        parts.at(-1)?.push(cluster);
        if (index > 0 && index < word.clusters.length - 1 && breaksAfter.test(cluster.text)) {
            parts.push([]);
        }
    });
    return parts.map((clusters, index) => piece(clusters, index === 0 ? word.space : undefined));
}

function lineCount(pieces: readonly Piece[], width: number): number {
    let count = 1;
    let used = 0;
    pieces.forEach((each, index) => {
        const gap = index > 0 ? (each.space ?? 0) : 0;
        if (index > 0 && used + gap + each.width > width + 1e-6) {
            count += 1;
            used = each.width;
        } else {
            used += gap + each.width;
        }
    });
    return count;
}

/** The least width that needs no more than so many lines, to a tenth of a px. */
function narrowest(pieces: readonly Piece[], count: number): number {
    let low = pieces.reduce((width, each) => Math.max(width, each.width), 0);
    let high = pieces.reduce((width, each) => width + each.width + (each.space ?? 0), 0);
    if (lineCount(pieces, low) <= count) {
        return low;
    }
    while (high - low > 0.1) {
        const middle = (low + high) / 2;
        if (lineCount(pieces, middle) <= count) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return high;
}

function balanced(pieces: readonly Piece[], width: number): string[] {
    // Dearer than any slack, so that no line more is made than needed.
    const perLine = 1e9;
    const cost: number[] = [0];
    const start: number[] = [0];
    for (let end = 1; end <= pieces.length; end += 1) {
        let best = Number.POSITIVE_INFINITY;
        let bestFrom = end - 1;
        let used = 0;
        for (let from = end - 1; from >= 0; from -= 1) {
            used += (pieces[from]?.width ?? 0) + (from < end - 1 ? (pieces[from + 1]?.space ?? 0) : 0);
            if (used > width + 1e-6 && from < end - 1) {
                break;
            }
            const total = (cost[from] ?? 0) + perLine + (width - used) * (width - used);
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
        lines.push(
            pieces
                .slice(start[end] ?? 0, end)
                .map(pieceText)
                .join(''),
        );
    }
    return lines.toReversed();
}

function pieceText(each: Piece, index: number): string {
    return (index > 0 && each.space !== undefined ? ' ' : '') + each.clusters.map((cluster) => cluster.text).join('');
}
