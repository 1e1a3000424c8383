import type { AstNode, ParseResult, RootCstNode } from 'langium';
import { type Structure, structureOf } from './bodies.ts';
import { linesOf, setColumns, tablesOf } from './columns.ts';
import { commentChanges } from './comments.ts';
import { type TextChange, whiteSpaceChange } from './edits.ts';
import type { GrammarShape } from './grammar-shape.ts';
import { type Gap, layOut } from './layout.ts';
import { type Piece, piecesOf } from './pieces.ts';

export interface FormatOptions {
    /** Columns of a step of indentation. */
    readonly tabSize: number;
    readonly insertSpaces: boolean;
}

/** The house style: two spaces. */
export const houseOptions: FormatOptions = { tabSize: 2, insertSpaces: true };

export interface Formatted {
    /** In the order of the text; they touch white space alone. */
    readonly changes: readonly TextChange[];
    /** From the first declaration of a table of one-line declarations to its last, as offsets: what changes its columns together. */
    readonly tables: readonly { readonly start: number; readonly end: number }[];
    /** From the first token of a declaration or property with braces to the closing brace. */
    readonly bodies: readonly { readonly start: number; readonly end: number }[];
}

/**
 * How a text is to be formatted. Only white space changes: tokens and comments stay, in their order. Declarations of the file in which
 * there is a mistake of the syntax stay as they are, and so does what stands between the comments `crmmap-format off` and `on`.
 */
export function format(text: string, parsed: ParseResult<AstNode>, shape: GrammarShape, { tabSize, insertSpaces }: FormatOptions): Formatted {
    const root = parsed.value.$cstNode?.root;
    if (!root) return { changes: [], tables: [], bodies: [] };
    const pieces = piecesOf(root as RootCstNode, text, shape);
    const structure = structureOf(pieces, text, root);
    const kept = keptPieces(text, pieces, structure, mistakesOf(parsed));
    const gaps = layOut({ text, pieces, structure, kept, step: tabSize });
    const lines = linesOf(pieces, structure, gaps);
    setColumns(pieces, structure, gaps, lines, tabSize);
    const indentOf = (steps: number): string => (insertSpaces ? ' '.repeat(tabSize) : '\t').repeat(steps);
    const spanOf = (first: number, last: number): { start: number; end: number } => ({ start: pieces[first]?.start ?? 0, end: pieces[last]?.end ?? 0 });
    return {
        changes: changesOf(text, pieces, gaps, kept[pieces.length] === true || structure.foreign[pieces.length] === true, indentOf),
        tables: tablesOf(lines, gaps).flatMap((table) => (table.length > 1 ? [spanOf(table[0]?.first ?? 0, table.at(-1)?.last ?? 0)] : [])),
        bodies: [...structure.closing].map(([open, close]) => spanOf(open, close)),
    };
}

function changesOf(text: string, pieces: readonly Piece[], gaps: readonly Gap[], endKept: boolean, indentOf: (steps: number) => string): TextChange[] {
    const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    const changes: TextChange[] = [];
    const mark = text.startsWith('\uFEFF') ? 1 : 0;
    for (const [index, piece] of pieces.entries()) {
        const gap = gaps[index];
        if (!gap || gap.kept) continue;
        const from = pieces[index - 1]?.end ?? mark;
        const first = index === 0 || gap.breaks > 0;
        const indent = indentOf(gap.indent);
        const wanted = index === 0 ? '' : gap.breaks > 0 ? lineBreak.repeat(gap.breaks) + indent : ' '.repeat(gap.spaces);
        changes.push(...whiteSpaceChange(text.slice(from, piece.start), from, wanted));
        if (piece.kind === 'block') changes.push(...commentChanges(text, piece.start, piece.end, first ? indent : undefined, lineBreak));
    }
    const end = pieces.at(-1)?.end ?? mark;
    if (!endKept) changes.push(...whiteSpaceChange(text.slice(end), end, pieces.length === 0 ? '' : lineBreak));
    return changes;
}

function mistakesOf({ lexerErrors, parserErrors }: ParseResult): number[] {
    return [...lexerErrors.map(({ offset }) => offset), ...parserErrors.map(({ token }) => token.startOffset)].sort((a, b) => a - b);
}

/** For each piece, and for the end of the text, whether the white space in front stays as it is. */
function keptPieces(text: string, pieces: readonly Piece[], { declarations, foreign }: Structure, mistakes: readonly number[]): boolean[] {
    const kept = [...pieces, undefined].map(() => false);
    const starts = [0, ...declarations, pieces.length];
    let mistake = 0;
    for (const [at, first] of starts.slice(0, -1).entries()) {
        const last = (starts[at + 1] ?? first) - 1;
        const end = last + 1 >= pieces.length ? Number.POSITIVE_INFINITY : (pieces[last + 1]?.start ?? 0);
        let next = mistake;
        while ((mistakes[next] ?? Number.POSITIVE_INFINITY) < end) next++;
        if (next > mistake || foreign.slice(first + 1, last + 2).some(Boolean)) kept.fill(true, first, last + 2);
        mistake = next;
    }
    let off = false;
    for (const [index, { kind, start, end }] of pieces.entries()) {
        if (off) kept[index] = true;
        if (kind === 'line') off = switchOf(text.slice(start, end)) ?? off;
    }
    if (off) kept[pieces.length] = true;
    return kept;
}

/** Whether a comment switches formatting off; undefined of any other comment. */
function switchOf(comment: string): boolean | undefined {
    const word = /^\/\/\s*crmmap-format\s+(off|on)\s*$/.exec(comment)?.[1];
    return word === undefined ? undefined : word === 'off';
}
