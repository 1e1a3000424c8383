import { breaksOf, type Structure } from './bodies.ts';
import { displayWidth } from './display-width.ts';
import type { Piece } from './pieces.ts';

/** A body that was written on one line is broken when its line would be longer than this, in columns, without the spaces of columns. */
export const longestLine = 160;

/** Two spaces part the properties of a body on one line, and a comment from what stands in front of it. */
const wide = 2;

/** Steps by which a property or a head that goes on in the next line is indented there. */
const continuation = 2;

/** What stands in front of a piece. */
export interface Gap {
    breaks: number;
    /** Steps of indentation behind a line break. */
    readonly indent: number;
    /** Without a line break. */
    spaces: number;
    /** Left as the text has it. */
    readonly kept: boolean;
}

export interface LayoutInput {
    readonly text: string;
    readonly pieces: readonly Piece[];
    readonly structure: Structure;
    /** Pieces whose white space stays as it is, in front of them. */
    readonly kept: readonly boolean[];
    /** Columns of a step of indentation. */
    readonly step: number;
}

interface Body {
    readonly broken: boolean;
    readonly indent: number;
}

/** Decides on line breaks, indentation and spaces; columns come later. */
export function layOut(input: LayoutInput): Gap[] {
    const { pieces, structure } = input;
    const flat = flatEnds(input);
    const breaksUpTo = sums(
        pieces,
        ({ kind, start, end }, index) => (structure.breaks[index] ?? 0) + (kind === 'block' ? breaksOf(input.text.slice(start, end)) : 0),
    );
    const declared = new Set(structure.declarations);
    const root: Body = { broken: true, indent: 0 };
    const bodies: Body[] = [root];
    const gaps: Gap[] = [];
    let column = 0;
    for (const [index, piece] of pieces.entries()) {
        if (declared.has(index)) bodies.splice(1);
        const body = bodies.at(-1) ?? root;
        const gap = gapAt(input, index, body);
        gaps.push(gap);
        column = gap.kept ? keptColumn(input, index, column) : gap.breaks > 0 ? gap.indent * input.step : column + gap.spaces;
        if (piece.word === '{') {
            const close = structure.closing.get(index);
            const isLong = (): boolean => close === undefined || column + (flat[close] ?? 0) - (flat[index] ?? 0) + piece.width > longestLine;
            const isWide = close === undefined || (breaksUpTo[close] ?? 0) > (breaksUpTo[index] ?? 0);
            bodies.push({ broken: isWide || (body.broken && isLong()), indent: body.indent + 1 });
        }
        if (piece.word === '}' && bodies.length > 1) bodies.pop();
        column += piece.width;
    }
    for (const [index, gap] of gaps.entries()) if (isTrailing(pieces, gaps, index) && !gap.kept) gap.spaces = wide;
    return gaps;
}

/** Whether a piece is a comment at the end of a line, or the first of several there. */
export function isTrailing(pieces: readonly Piece[], gaps: readonly Gap[], index: number): boolean {
    const isComment = (at: number): boolean => pieces[at] !== undefined && pieces[at].kind !== 'token';
    if (!isComment(index) || index === 0 || isComment(index - 1) || (gaps[index]?.breaks ?? 0) > 0) return false;
    let next = index + 1;
    while (isComment(next) && gaps[next]?.breaks === 0) next++;
    return next === pieces.length || (gaps[next]?.breaks ?? 0) > 0;
}

function gapAt(input: LayoutInput, index: number, body: Body): Gap {
    const { pieces, structure, kept } = input;
    const [before, piece] = [pieces[index - 1], pieces[index]];
    const breaks = structure.breaks[index] ?? 0;
    if (kept[index] || structure.foreign[index]) return { breaks, indent: 0, spaces: 0, kept: true };
    if (!piece || !before) return { breaks: 0, indent: 0, spaces: 0, kept: false };
    const next = structure.nextToken[index] ?? pieces.length;
    const closes = pieces[next]?.word === '}';
    const between = next === pieces.length || (body.broken && (closes || structure.items[next] !== undefined));
    const indent = piece.word === '}' ? body.indent - 1 : between || piece.word === '{' ? body.indent : body.indent + continuation;
    return { breaks: breaksAt(input, index, body, between), indent: Math.max(0, indent), spaces: spacesAt(input, index), kept: false };
}

function breaksAt(input: LayoutInput, index: number, body: Body, between: boolean): number {
    const { pieces, structure } = input;
    const [before, piece] = [pieces[index - 1], pieces[index]];
    const breaks = structure.breaks[index] ?? 0;
    if (!before || !piece) return 0;
    if (piece.kind === 'token') {
        if (piece.word === '}' && between) return 1;
        if (between) return before.kind === 'block' && breaks === 0 ? 0 : within(breaks, before.word === '{' ? 1 : 2);
        if (before.kind === 'line') return 1;
        const joins = piece.word === '{' || piece.glued || isOpening(before) || (before.word === '{' && !body.broken);
        return breaks > 0 && !joins ? 1 : 0;
    }
    if (breaks > 0) return within(breaks, between && before.word !== '{' ? 2 : 1);
    return between && leadsOn(input, index) ? 1 : 0;
}

/** Whether a comment stands on the same line as the property or declaration behind it. */
function leadsOn({ pieces, structure }: LayoutInput, index: number): boolean {
    const next = structure.nextToken[index] ?? pieces.length;
    if (next === pieces.length || structure.items[next] === undefined || pieces[index - 1]?.kind !== 'token') return false;
    for (let at = index + 1; at <= next; at++) if ((structure.breaks[at] ?? 0) > 0) return false;
    return true;
}

function spacesAt({ pieces, structure }: LayoutInput, index: number): number {
    const [before, piece] = [pieces[index - 1], pieces[index]];
    if (!before || !piece || isOpening(before)) return 0;
    if (piece.kind !== 'token') return 1;
    if (before.word === '{' && piece.word === '}') return 0;
    if (structure.items[index]) return before.kind !== 'token' || before.word === ',' || before.word === '{' ? 1 : wide;
    return piece.glued ? 0 : 1;
}

/** Signs that have no space behind them. */
function isOpening({ word }: Piece): boolean {
    return word === '(' || word === '.';
}

/** Where each piece would end if all stood on one line. */
function flatEnds(input: LayoutInput): readonly number[] {
    return sums(input.pieces, ({ width }, index) => spacesAt(input, index) + width);
}

function keptColumn({ text, pieces }: LayoutInput, index: number, column: number): number {
    const gap = text.slice(pieces[index - 1]?.end ?? 0, pieces[index]?.start);
    const line = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
    return line < 0 ? column + displayWidth(gap) : displayWidth(gap.slice(line + 1));
}

function within(breaks: number, most: number): number {
    return Math.min(Math.max(breaks, 1), most);
}

function sums<T>(values: readonly T[], of: (value: T, index: number) => number): number[] {
    let sum = 0;
    return values.map((value, index) => (sum += of(value, index)));
}
