import type { Structure } from './bodies.ts';
import { type Gap, isTrailing, longestLine } from './layout.ts';
import type { Piece } from './pieces.ts';

/** A part that is this much wider than the middle one of its column does not push the others aside, in columns of the screen. */
const outlier = 24;

/** Parts of a declaration beyond these stand in no column. */
const mostColumns = 40;

/** Ways of a journey are chains, and no table. */
const withoutColumns: ReadonlySet<string> = new Set(['Way']);

/** A line of the formatted text. */
export interface Line {
    readonly first: number;
    /** The last piece, comments included. */
    readonly last: number;
    readonly indent: number;
    /** The declaration that stands on this line and nowhere else. */
    readonly rule?: string;
}

interface Cell {
    /** The piece that it begins at. */
    readonly start: number;
    readonly sort: string;
    width: number;
}

interface Row {
    readonly cells: readonly Cell[];
    /** Of the whole line, with its indentation and the spaces given so far, but without a comment at its end. */
    width: number;
}

/** The lines of the text as it will be. */
export function linesOf(pieces: readonly Piece[], structure: Structure, gaps: readonly Gap[]): Line[] {
    const starts = gaps.flatMap((gap, index) => (index === 0 || gap.breaks > 0 ? [index] : []));
    return starts.map((first, at) => {
        const last = (starts[at + 1] ?? pieces.length) - 1;
        const item = structure.items[first];
        let end = last;
        while (end > first && pieces[end]?.kind !== 'token') end--;
        const whole = item?.rule !== undefined && item.end === pieces[end]?.end && !someKept(gaps, first, last);
        return { first, last, indent: gaps[first]?.indent ?? 0, ...(whole && { rule: item.rule }) };
    });
}

function someKept(gaps: readonly Gap[], first: number, last: number): boolean {
    for (let index = first; index <= last; index++) if (gaps[index]?.kept) return true;
    return false;
}

/** Lines that are set as one table: declarations of one kind on adjacent lines. Lines without one stand alone. */
export function tablesOf(lines: readonly Line[], gaps: readonly Gap[]): Line[][] {
    const adjacent = (line: Line, before: Line): boolean => line.rule !== undefined && line.rule === before.rule && line.indent === before.indent;
    return grouped(lines, (line, before) => adjacent(line, before) && gaps[line.first]?.breaks === 1);
}

/** Adds spaces, so that declarations on adjacent lines stand in columns, and so do the comments at their ends. */
export function setColumns(pieces: readonly Piece[], structure: Structure, gaps: readonly Gap[], lines: readonly Line[], step: number): void {
    for (const table of tablesOf(lines, gaps)) {
        const [first] = table;
        if (table.length < 2 || !first?.rule || withoutColumns.has(first.rule)) continue;
        align(
            table.map((line) => rowOf(pieces, structure, gaps, line, step)),
            0,
            gaps,
        );
    }
    setComments(pieces, gaps, lines, step);
}

function rowOf(pieces: readonly Piece[], structure: Structure, gaps: readonly Gap[], { first, last, indent, rule }: Line, step: number): Row {
    const cells: Cell[] = [];
    let depth = 0;
    let width = indent * step;
    let repeated: Piece['cell'];
    for (let index = first; index <= last && !isTrailing(pieces, gaps, index); index++) {
        const piece = pieces[index];
        if (!piece) break;
        const { cell, item, word } = piece;
        const own = cell?.rule === rule && depth === 0 ? cell : undefined;
        const begins = index === first || (own && (own.each || own !== repeated)) || (depth === 0 && item) || (depth === 1 && structure.items[index]);
        const spaces = index === first ? 0 : (gaps[index]?.spaces ?? 0);
        const current = cells.at(-1);
        if (own) repeated = own;
        width += spaces + piece.width;
        if (begins && (index === first || pieces[index - 1]?.word !== '{')) {
            const sort = word === '{' ? `{${pieces[index + 1]?.sort ?? ''}` : (own?.sort ?? piece.sort);
            cells.push({ start: index, sort: index === first && word === '' ? '' : sort, width: piece.width });
        } else if (current) current.width += spaces + piece.width;
        if (word === '{') depth++;
        if (word === '}') depth--;
    }
    return { cells, width };
}

/** Sets the cell behind this one in a column, where the cells so far are of the same sort; then those behind it. */
function align(rows: readonly Row[], at: number, gaps: readonly Gap[]): void {
    if (at >= mostColumns) return;
    const followed = rows.filter(({ cells }) => cells.length > at + 1);
    for (const group of grouped(followed, (row, before) => row.cells[at]?.sort === before.cells[at]?.sort)) {
        if (group.length < 2) continue;
        const widthOf = (row: Row): number => row.cells[at]?.width ?? 0;
        const most = usualWidth(group.map(widthOf));
        const usual = group.filter((row) => widthOf(row) <= most);
        const wanted = widest(usual.map(widthOf));
        const fitting = usual.filter((row) => row.width + wanted - widthOf(row) <= longestLine);
        const column = widest(fitting.map(widthOf));
        for (const row of fitting) {
            const [cell, next] = [row.cells[at], row.cells[at + 1]];
            const gap = next && gaps[next.start];
            if (!cell || !gap) continue;
            gap.spaces += column - cell.width;
            row.width += column - cell.width;
        }
        align(fitting, at + 1, gaps);
    }
}

/** Comments at the ends of adjacent lines stand in a column. */
function setComments(pieces: readonly Piece[], gaps: readonly Gap[], lines: readonly Line[], step: number): void {
    const ends = lines.map((line) => {
        let width = line.indent * step;
        for (let index = line.first; index <= line.last; index++) {
            if (isTrailing(pieces, gaps, index) && !someKept(gaps, line.first, index)) return { line, comment: index, width };
            width += (index === line.first ? 0 : (gaps[index]?.spaces ?? 0)) + (pieces[index]?.width ?? 0);
        }
        return { line, comment: undefined, width };
    });
    const tables = grouped(ends, (end, before) => {
        const both = end.comment !== undefined && before.comment !== undefined;
        return both && gaps[end.line.first]?.breaks === 1 && end.line.indent === before.line.indent;
    });
    for (const table of tables) {
        const most = usualWidth(table.map(({ width }) => width));
        const usual = table.filter(({ width }) => width <= most);
        const column = widest(usual.map(({ width }) => width));
        for (const { comment, width } of usual) {
            const gap = comment === undefined ? undefined : gaps[comment];
            if (gap) gap.spaces += column - width;
        }
    }
}

/** The most that a part may be wide to take part in a column. */
function usualWidth(widths: readonly number[]): number {
    return (widths.toSorted((a, b) => a - b)[(widths.length - 1) >> 1] ?? 0) + outlier;
}

/** Of any number of widths; \`Math.max\` takes about a hundred thousand. */
function widest(widths: readonly number[]): number {
    return widths.reduce((most, width) => Math.max(most, width), 0);
}

/** Parts a list where an element does not go on from the one before it. */
function grouped<T>(list: readonly T[], goesOn: (item: T, before: T) => boolean): T[][] {
    const groups: T[][] = [];
    let before: T | undefined;
    for (const item of list) {
        const group = groups.at(-1);
        if (group && before !== undefined && goesOn(item, before)) group.push(item);
        else groups.push([item]);
        before = item;
    }
    return groups;
}
