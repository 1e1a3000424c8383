import { lateStep } from '../../../diagram/landscape/settled-hops.ts';
import type { ColumnGraph } from './column-graph.ts';
import type { Levels } from './find-levels.ts';
import type { RoutedStrip, StripLabel, StripNet } from './route-strip.ts';
import { routeStrip } from './route-strip.ts';

/** Bare line and head beside a badge, and what a label's words keep from the cards and lines at their ends, in px. */
const badgeBare = 30;
const wordsBare = 10;
/** Kept free between columns for lines that come later, in px, and for each that may come there; less in maps of few lines, with what is said of them here. */
const spareRoom = 24;
const perLate = 12;
const fewLines = 36;
const mostComing = 8;
/** The free strip at the right of a column. */
export interface Strip {
    /** The lines in it, by their place in the graph's list. */
    readonly hops: readonly number[];
    readonly routed?: RoutedStrip;
    /** Lines that came last have no room for a label in it. */
    readonly isBare?: boolean;
}

/**
 * The strips as wide as their lines need, with some room to spare. Lines that came last use that up first; where it is too little, their
 * words go and then their badges, but for those of some; then the columns right of it are moved, as few as can be.
 */
export function allStrips(graph: ColumnGraph, settled: Levels, levels: Levels, down: boolean, badges: Badges, full: ReadonlySet<string>): Strip[] {
    const lines = graph.hops.filter((entry) => !entry.late).length;
    const most = Math.max(0, 2 * (lines - fewLines));
    let over = 0;
    return graph.columns.map((_, column) => {
        let strip = stripAfter(graph, levels, column, down, badges, 'words');
        const before = levels === settled ? strip : stripAfter(graph, settled, column, down, badges);
        const share = before.hops.length / Math.max(1, lines);
        const spare = Math.min(most, spareRoom + perLate * Math.round(Math.min(mostComing, lateStep(lines)) * share));
        const room = (before.routed?.width ?? 0) + spare - over;
        const isFull = badges === 'all' || strip.hops.some((hop) => full.has(graph.hops[hop]?.hop.id ?? ''));
        for (const less of rooms.slice(1)) {
            if (!isFull && (strip.routed?.width ?? 0) > room) strip = stripAfter(graph, levels, column, down, badges, less);
        }
        if (strip.routed === undefined) return strip;
        const width = Math.max(strip.routed.width, room);
        over = width - room;
        return { ...strip, routed: { ...strip.routed, width } };
    });
}

/** The hops whose badges have room in any case; with `all` of them, their words have room too. */
export type Badges = ReadonlySet<string> | 'all';

/**
 * Room for the labels of lines that came last: their words, their badges, none, none even where room is kept for those of others, and
 * of the words at the right side the badges alone.
 */
const rooms = ['words', 'badges', 'bare', 'through', 'narrow'] as const;
type Room = (typeof rooms)[number];

/** The strip at the right of a column; at the last one only where lines come back into it there. Without a room, lines that came last are left out. */
function stripAfter(graph: ColumnGraph, levels: Levels, column: number, down: boolean, badges: Badges, lateRoom?: Room): Strip {
    const hops: number[] = [];
    const nets: StripNet[] = [];
    graph.hops.forEach((entry, index) => {
        const { from, to, runs, labelAt, late } = entry;
        if (late && lateRoom === undefined) return;
        const badge = lateRoom === 'badges' || (badges !== 'all' && badges.has(entry.hop.id)) ? entry.hop.labels.at(-1) : undefined;
        const own = !late || lateRoom === 'words' ? entry.label : badge;
        const passes = late && (lateRoom === 'through' || lateRoom === 'narrow') ? { passesLabels: true } : {};
        const stations = levels.stations[index] ?? [];
        const labelOf = (side: 'left' | 'right'): { label?: StripLabel } => {
            const label = lateRoom === 'narrow' && side === 'right' && !late ? entry.hop.labels.at(-1) : own;
            return label === undefined
                ? {}
                : {
                      label: {
                          side,
                          width: down ? label.block.height : label.block.width,
                          above: entry.span.before,
                          below: entry.span.after,
                          bare: bareBeside(label.block.width, label.badgeWidth, label.block.height, label.badgeHeight, down),
                      },
                  };
        };
        if (runs === 'across') {
            const at = column - from.column;
            if (at < 0 || column >= to.column) return;
            const net = { from: stations[at] ?? 0, to: stations[at + 1] ?? 0, runs };
            const side = labelAt === 'from' && at === 0 ? 'left' : labelAt === 'to' && column + 1 === to.column ? 'right' : undefined;
            hops.push(index);
            nets.push({ ...net, ...passes, ...(side === undefined ? {} : labelOf(side)) });
        } else if ((runs === 'left' && column === from.column) || (runs === 'right' && column + 1 === from.column)) {
            hops.push(index);
            nets.push({ from: stations[0] ?? 0, to: stations[1] ?? 0, runs, ...passes, ...labelOf(runs) });
        }
    });
    const isLast = column === graph.columns.length - 1;
    return isLast && nets.length === 0
        ? { hops }
        : { hops, routed: routeStrip(nets), isBare: lateRoom === 'bare' || lateRoom === 'through' || lateRoom === 'narrow' };
}

export function bareBeside(width: number, badgeWidth: number, height: number, badgeHeight: number, down: boolean): number {
    const [whole, pill] = down ? [height, badgeHeight] : [width, badgeWidth];
    return Math.max(wordsBare, badgeBare - (whole - pill) / 2);
}
