import { bareSpan } from '../../../diagram/landscape/label-span.ts';
import type { ColumnCard, ColumnGraph } from './column-graph.ts';

/** Between two lines that pass a gap of a column, in px. */
export const lineGap = 12;

/** An end of a line at a card, or its way through a gap of a column. */
export interface Station {
    readonly hop: number;
    /** Its place among the stations of its line. */
    readonly at: number;
    level: number;
    readonly span: { readonly before: number; readonly after: number };
}

/** Between two cards of a column, above the first, or below the last. */
export interface Gap {
    readonly column: number;
    readonly above?: ColumnCard;
    readonly below?: ColumnCard;
    /** Both cards are in one frame. */
    readonly inner: boolean;
    readonly lines: Station[];
}

/** The lines that end at one side of a card. */
export interface Side {
    readonly card: ColumnCard;
    readonly side: 'left' | 'right';
    readonly ends: Station[];
}

/** The stations of each line: at its first card, in each column that it passes, at its last card. */
export function stationsOf(graph: ColumnGraph): Station[][] {
    return graph.hops.map(({ from, to, runs, labelAt, span }, hop) => {
        const count = runs === 'across' ? to.column - from.column + 1 : 2;
        return Array.from({ length: count }, (_, at): Station => {
            const labelled = (at === 0 && labelAt === 'from') || (at === count - 1 && labelAt === 'to');
            return { hop, at, level: 0, span: labelled ? span : at > 0 && at < count - 1 ? { before: lineGap / 2, after: lineGap / 2 } : bareSpan };
        });
    });
}

/** The gaps of each column, the first above all of its cards. */
export function gapsOf(cards: readonly (readonly ColumnCard[])[]): Gap[][] {
    return cards.map((list, column) =>
        Array.from({ length: list.length + 1 }, (_, index): Gap => {
            const [above, below] = [list[index - 1], list[index]];
            const inner = above !== undefined && below !== undefined && above.block === below.block;
            return { column, ...(above === undefined ? {} : { above }), ...(below === undefined ? {} : { below }), inner, lines: [] };
        }),
    );
}
