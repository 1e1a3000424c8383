import type { Change } from './refactoring.ts';
import type { Piece, SourceText } from './source-text.ts';

/**
 * Puts pieces that stand side by side into another order, with the comments that go with them. Two that were neighbours before keep the
 * white space between them; between others stands what the caller says.
 */
export function reordered<T extends Piece>(source: SourceText, pieces: readonly T[], order: readonly T[], between: (before: T, after: T) => string): Change[] {
    const first = pieces.findIndex((piece, index) => piece !== order[index]);
    const last = pieces.findLastIndex((piece, index) => piece !== order[index]);
    const [from, to] = [pieces[first], pieces[last]];
    if (!from || !to) return [];
    const places = new Map(pieces.map((piece, index) => [piece, index]));
    let text = '';
    for (let index = first; index <= last; index++) {
        const piece = order[index];
        if (!piece) continue;
        const before = order[index - 1];
        if (index === first && standsApart(source, piece) && !source.startsLine(from.lead)) text += source.eol + source.indentationAt(piece.start);
        if (before && index > first) text += separated(source, before, piece, gapBetween(source, pieces, places, before, piece) ?? between(before, piece));
        text += source.text.slice(piece.lead, piece.tail);
    }
    const end = order[last];
    if (end && endsWithLineComment(source, end) && !/^[ \t]*(?:[\r\n]|$)/.test(source.text.slice(to.tail, to.tail + 1000)))
        text += source.eol + source.indentationAt(to.tail);
    return [{ from: from.lead, to: to.tail, text }];
}

/** What stands between two pieces that were neighbours before. */
function gapBetween(source: SourceText, pieces: readonly Piece[], places: ReadonlyMap<Piece, number>, before: Piece, after: Piece): string | undefined {
    return pieces[(places.get(before) ?? pieces.length) + 1] === after ? source.text.slice(before.tail, after.lead) : undefined;
}

/** White space between two pieces: with a line break where comments of theirs need one. */
function separated(source: SourceText, before: Piece, after: Piece, gap: string): string {
    const apart = endsWithLineComment(source, before) || standsApart(source, after);
    return apart && !/[\r\n]/.test(gap) ? source.eol + source.indentationAt(after.start) : gap;
}

/** Whether a piece begins with comments on lines of their own. */
function standsApart(source: SourceText, { lead, start }: Piece): boolean {
    return /[\r\n]/.test(source.text.slice(lead, start));
}

function endsWithLineComment(source: SourceText, { end, tail }: Piece): boolean {
    return source.commentsIn({ start: end, end: tail }).at(-1)?.text.startsWith('//') === true;
}
