import type { Piece } from './body.ts';
import { lineBreakOf, lineIndent, lineStart, startsLine, type TextChange } from './text-change.ts';
import { endOfLastPiece, endOfLine } from './text-scan.ts';

/** Writes a declaration behind another one; behind the last one, where none is given. */
export function declareAfter(text: string, after: Piece | undefined, lines: string): TextChange {
    const eol = lineBreakOf(text);
    const indent = after ? lineIndent(text, after.from) : '';
    const declaration = lines.split('\n').join(`${eol}${indent}`);
    if (!after) {
        const end = text.trimEnd().length;
        return { from: end, to: text.length, text: `${end === 0 ? '' : eol}${declaration}${eol}` };
    }
    const end = endOfLine(text, after.to);
    if (endOfLastPiece(text, after.to, end) > after.to) return { from: after.to, to: after.to, text: `${eol}${declaration}${eol}` };
    return { from: end, to: end, text: `${eol}${indent}${declaration}` };
}

/** Takes a piece away: with its line where nothing else stands there, else with the blanks before it. */
export function removePiece(text: string, { from, to }: Piece): TextChange {
    const rest = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(to))?.[0];
    if (startsLine(text, from) && rest !== undefined) {
        const start = text.startsWith('\uFEFF') ? Math.max(1, lineStart(text, from)) : lineStart(text, from);
        return { from: start, to: to + rest.length, text: '' };
    }
    if (startsLine(text, from)) return { from, to: to + (/^[ \t]*/.exec(text.slice(to))?.[0].length ?? 0), text: '' };
    const blanks = /[ \t]*$/.exec(text.slice(lineStart(text, from), from))?.[0].length ?? 0;
    return { from: from - blanks, to, text: /^[ \t]*[^\s]/.test(text.slice(to)) && !/^\s/.test(text.slice(to)) ? ' ' : '' };
}

/** Writes a line of its own before a declaration, and before the comments that stand directly above it. */
export function lineBefore(text: string, offset: number, line: string): TextChange {
    const eol = lineBreakOf(text);
    if (!startsLine(text, offset)) {
        const blanks = /[ \t]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
        const indent = lineIndent(text, offset);
        return { from: offset - blanks, to: offset, text: `${eol}${indent}${line}${eol}${indent}` };
    }
    const top = aboveComments(text, lineStart(text, offset));
    const at = text.startsWith('\uFEFF') ? Math.max(1, top) : top;
    return { from: at, to: at, text: `${lineIndent(text, offset)}${line}${eol}` };
}

/** The start of the first line of the comments that stand directly above a line. */
function aboveComments(text: string, start: number): number {
    const above = text.slice(0, start);
    const comments = /(?:^[ \t]*(?:\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)[ \t]*(?:\r\n|\n|\r))+$/m.exec(above.slice(-20_000))?.[0];
    return start - (comments?.length ?? 0);
}
