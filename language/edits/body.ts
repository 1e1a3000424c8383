import { endOfLastPiece, endOfLine, scan } from './text-scan.ts';
import { indentOf, lineBreakOf, lineIndent, startsLine, type TextChange } from './text-change.ts';

/** A declaration of a text, by the offsets of its start and its end. */
export interface Piece {
    readonly from: number;
    readonly to: number;
}

/** The braces of a declaration's own body, as offsets; undefined where it has none. */
export function bodyOf(text: string, { from, to }: Piece): { readonly open: number; readonly close: number } | undefined {
    let depth = 0;
    let open: number | undefined;
    for (const { text: sign, offset } of scan(text, from, to)) {
        if (sign === '{') {
            if (depth === 0) open ??= offset;
            depth++;
        } else if (sign === '}') {
            depth--;
            if (depth === 0 && open !== undefined) return { open, close: offset };
        }
    }
    return undefined;
}

/**
 * Adds properties or declarations to a declaration: behind those that it has, in lines of their own or in its one line, as its body
 * is written. Without a body, it gets one.
 *
 * @param before offset of the first thing inside that they shall stand before
 */
export function addToBody(text: string, piece: Piece, lines: readonly string[], before?: number): TextChange {
    const body = bodyOf(text, piece);
    if (!body) return { from: piece.to, to: piece.to, text: ` { ${lines.join('  ')} }` };
    const next = before !== undefined && before > body.open && before <= body.close ? before : body.close;
    const last = endOfLastPiece(text, body.open, next);
    if (/[\r\n]/.test(text.slice(last, next))) {
        const at = endOfLine(text, last);
        const indent = innerIndent(text, piece, next, body);
        return { from: at, to: at, text: lines.map((line) => `${lineBreakOf(text)}${indent}${line}`).join('') };
    }
    const isFirst = last === body.open + 1;
    const isTight = text[last] === '}' || (isFirst && !/\s/.test(text[last] ?? ''));
    return { from: last, to: last, text: `${isFirst ? ' ' : '  '}${lines.join('  ')}${isTight || (isFirst && next !== body.close) ? ' ' : ''}` };
}

function innerIndent(text: string, piece: Piece, next: number, body: { readonly open: number; readonly close: number }): string {
    if (next !== body.close && startsLine(text, next)) return lineIndent(text, next);
    const inside = /[\r\n]([ \t]*)[^\s}]/.exec(text.slice(body.open, body.close));
    return inside?.[1] ?? `${lineIndent(text, piece.from)}${indentOf(text)}`;
}
