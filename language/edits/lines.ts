import type { Piece } from './body.ts';
import { lineBreakOf, lineIndent, lineStart, startsLine, type TextChange } from './text-change.ts';
import { endOfLastPiece, endOfLine, scan } from './text-scan.ts';

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

/** Writes a line behind the imports of a file; at its top, where it has none. */
export function atTop(text: string, line: string): TextChange {
    const eol = lineBreakOf(text);
    const imports = [...scan(text)].filter(
        ({ text: word, offset }) => word === 'import' && startsLine(text, offset) && /^import\s*"/.test(text.slice(offset, offset + 20)),
    );
    const last = imports.at(-1);
    if (last) {
        const end = endOfLine(text, last.offset);
        return { from: end, to: end, text: `${eol}${line}` };
    }
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return { from: start, to: start, text: `${line}${eol}` };
}

/** Takes a piece away: with its line where nothing else stands there, else with the blanks before it. */
export function removePiece(text: string, { from, to }: Piece): TextChange {
    const rest = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(to))?.[0];
    if (startsLine(text, from) && rest !== undefined) {
        const start = text.startsWith('\uFEFF') ? Math.max(1, lineStart(text, from)) : lineStart(text, from);
        return { from: start, to: to + rest.length, text: '' };
    }
    const before = /[ \t]*$/.exec(text.slice(lineStart(text, from), from))?.[0].length ?? 0;
    const after = /^[ \t]*/.exec(text.slice(to))?.[0].length ?? 0;
    if (rest !== undefined || (before > 0 && after > 0 && after <= before && !startsLine(text, from))) return { from: from - before, to, text: '' };
    if (before > 0 || startsLine(text, from)) return { from, to: to + after, text: '' };
    return { from, to, text: after === 0 ? ' ' : '' };
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
