import type { Point } from '../../../diagram/geometry.ts';
import type { LandscapeDiagram } from '../../../diagram/landscape/landscape-parts.ts';
import type { Rect } from '../../rects.ts';
import { turnedPoint, turnedRect, withoutSpare } from '../../rects.ts';
import { sceneCard } from '../loops.ts';
import type { Frame, Line, Scene } from '../scene.ts';
import type { ColumnBlock, ColumnCard, ColumnGraph } from './column-graph.ts';
import { columnGraph } from './column-graph.ts';
import type { Levels } from './find-levels.ts';
import { findLevels } from './find-levels.ts';
import type { RoutedStrip, StripLabel, StripNet } from './route-strip.ts';
import { routeStrip } from './route-strip.ts';

/** Bare line and head beside a badge, and what a label's words keep from the cards and lines at their ends, in px. */
const badgeBare = 30;
const wordsBare = 10;
/** Kept free between columns for a line that comes later, in px. */
const spare = 24;
/** Gaps between columns grow to this much of their width to fill the sheet. */
const mostStretch = 1.6;

/**
 * Places a landscape whose groups are given their columns and order: first everything along the columns, with the lines that pass them
 * in the gaps between frames, then each strip between two columns by itself. By construction no line meets a box, and no two lines share
 * a stretch. It takes time in proportion to the square of the lines of a strip at most.
 */
export function placeColumns(diagram: LandscapeDiagram, columns: readonly (readonly string[])[], leastWidth: number): Scene {
    const graph = columnGraph(diagram, columns);
    const { settled, all: levels } = findLevels(graph);
    const down = diagram.direction === 'down';
    const columnWidths = graph.columns.map((list) => Math.max(0, ...list.map((block) => block.breadth)));
    const strips = allStrips(graph, settled, levels, down);
    const total = columnWidths.reduce((sum, width) => sum + width, 0) + strips.reduce((sum, strip) => sum + (strip.routed?.width ?? 0), 0);
    const inner = strips.slice(0, -1).reduce((sum, strip) => sum + (strip.routed?.width ?? 0), 0);
    const factor = down || inner === 0 ? 1 : Math.max(1, Math.min(mostStretch, (inner + leastWidth - total) / inner));
    const lefts: number[] = [];
    let x = 0;
    columnWidths.forEach((width, column) => {
        lefts.push(x);
        x += width + (strips[column]?.routed?.width ?? 0) * (column < columnWidths.length - 1 ? factor : 1);
    });
    const places: Places = { graph, levels, strips, lefts, columnWidths, factor, down };
    return { frames: framesOf(diagram, places), lines: linesOf(places) };
}

interface Strip {
    /** The lines in it, by their place in the graph's list. */
    readonly hops: readonly number[];
    readonly routed?: RoutedStrip;
}

interface Places {
    readonly graph: ColumnGraph;
    readonly levels: Levels;
    readonly strips: readonly Strip[];
    readonly lefts: readonly number[];
    readonly columnWidths: readonly number[];
    readonly factor: number;
    readonly down: boolean;
}

/**
 * The strips as wide as their lines need, with some room to spare. Lines that came last use that up first; where it is too little, their
 * words go, then the columns right of it are moved, as few as can be.
 */
function allStrips(graph: ColumnGraph, settled: Levels, levels: Levels, down: boolean): Strip[] {
    let over = 0;
    return graph.columns.map((_, column) => {
        const before = stripAfter(graph, settled, column, down, 'none');
        const room = (before.routed?.width ?? 0) + spare - over;
        let strip = stripAfter(graph, levels, column, down, 'words');
        for (const less of ['badges', 'bare'] as const) if ((strip.routed?.width ?? 0) > room) strip = stripAfter(graph, levels, column, down, less);
        if (strip.routed === undefined) return strip;
        const width = Math.max(strip.routed.width, room);
        over = width - room;
        return { ...strip, routed: { ...strip.routed, width } };
    });
}

/** What is done about lines that came last. */
type Late = 'none' | 'bare' | 'badges' | 'words';

/** The strip at the right of a column; at the last one only where lines come back into it there. */
function stripAfter(graph: ColumnGraph, levels: Levels, column: number, down: boolean, latecomers: Late): Strip {
    const hops: number[] = [];
    const nets: StripNet[] = [];
    graph.hops.forEach((entry, index) => {
        const { from, to, runs, labelAt, late } = entry;
        if (late && latecomers === 'none') return;
        const label = !late || latecomers === 'words' ? entry.label : latecomers === 'badges' ? entry.hop.labels.at(-1) : undefined;
        const stations = levels.stations[index] ?? [];
        const labelOf = (side: 'left' | 'right'): { label?: StripLabel } =>
            label === undefined
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
        if (runs === 'across') {
            const at = column - from.column;
            if (at < 0 || column >= to.column) return;
            const net = { from: stations[at] ?? 0, to: stations[at + 1] ?? 0, runs };
            const side = labelAt === 'from' && at === 0 ? 'left' : labelAt === 'to' && column + 1 === to.column ? 'right' : undefined;
            hops.push(index);
            nets.push({ ...net, ...(side === undefined ? {} : labelOf(side)) });
        } else if ((runs === 'left' && column === from.column) || (runs === 'right' && column + 1 === from.column)) {
            hops.push(index);
            nets.push({ from: stations[0] ?? 0, to: stations[1] ?? 0, runs, ...labelOf(runs) });
        }
    });
    const isLast = column === graph.columns.length - 1;
    return isLast && nets.length === 0 ? { hops } : { hops, routed: routeStrip(nets) };
}

function bareBeside(width: number, badgeWidth: number, height: number, badgeHeight: number, down: boolean): number {
    const [whole, pill] = down ? [height, badgeHeight] : [width, badgeWidth];
    return Math.max(wordsBare, badgeBare - (whole - pill) / 2);
}

function framesOf(diagram: LandscapeDiagram, places: Places): Frame[] {
    const { graph, levels, down } = places;
    const groups = new Map(diagram.groups.map((group) => [group.id, group]));
    return graph.columns.flatMap((list, column) =>
        list.map((block, index): Frame => {
            const box = blockBox(block, index, column, places);
            const cards = block.cards.flatMap((card) => {
                const found = groups.get(block.group)?.cards.find((other) => other.id === card.id);
                const place = { x: cardLeft(block, box), y: levels.tops.get(card) ?? 0 };
                return found === undefined ? [] : [sceneCard(diagram, found, down ? turnedPoint(place) : place)];
            });
            return { group: block.group, framed: block.framed, cards, box: down ? turnedRect(box) : box };
        }),
    );
}

/** In the middle of its column; where the picture runs downwards, at the top of its row. */
function blockBox(block: ColumnBlock, index: number, column: number, { levels, lefts, columnWidths, down }: Places): Rect {
    const [left, width] = [lefts[column] ?? 0, columnWidths[column] ?? 0];
    const { start, end } = levels.frames[column]?.[index] ?? { start: 0, end: 0 };
    return { x: down ? left : left + (width - block.breadth) / 2, y: start, width: block.breadth, height: end - start };
}

function cardLeft(block: ColumnBlock, box: Rect): number {
    return box.x + block.pads.left + (block.breadth - block.pads.left - block.pads.right - Math.max(...block.cards.map((other) => other.breadth))) / 2;
}

function linesOf(places: Places): Line[] {
    const { graph, levels, strips, down } = places;
    const routes = strips.map(({ hops, routed }) => new Map(hops.map((hop, at) => [hop, routed?.routes[at] ?? []] as const)));
    return graph.hops.map((entry, index): Line => {
        const { hop, from, to, runs, labelAt } = entry;
        const stations = levels.stations[index] ?? [];
        const first = runs === 'right' ? from.column - 1 : from.column;
        const lastStrip = runs === 'across' ? to.column - 1 : first;
        const points: Point[] = [{ x: sideOf(from, runs === 'right' ? 'left' : 'right', places), y: stations[0] ?? 0 }];
        let level = stations[0] ?? 0;
        for (let strip = first; strip <= lastStrip; strip += 1) {
            for (const part of routes[strip]?.get(index) ?? []) {
                const x = stripX(strip, part.x, places);
                points.push({ x, y: level }, { x, y: part.to });
                level = part.to;
            }
        }
        points.push({ x: sideOf(to, runs === 'left' ? 'right' : 'left', places), y: stations[stations.length - 1] ?? 0 });
        const line = { hop, points: withoutSpare(points), label: labelRoom(entry, places, labelAt === 'from' ? (stations[0] ?? 0) : level) };
        return down ? { ...line, points: line.points.map(turnedPoint), label: turnedRect(line.label) } : line;
    });
}

/** Where a track of a strip stands; tracks move apart with the columns. */
function stripX(strip: number, x: number, { strips, lefts, columnWidths, factor }: Places): number {
    const width = strips[strip]?.routed?.width ?? 0;
    const spare = strip < strips.length - 1 ? width * (factor - 1) : 0;
    return (lefts[strip] ?? 0) + (columnWidths[strip] ?? 0) + x + spare / 2;
}

function sideOf(card: ColumnCard, side: 'left' | 'right', places: Places): number {
    const block = places.graph.columns[card.column]?.[card.block] as ColumnBlock;
    const left = cardLeft(block, blockBox(block, card.block, card.column, places));
    return side === 'left' ? left : left + card.breadth;
}

/** The room that was kept for the label in its strip. */
function labelRoom(entry: ColumnGraph['hops'][number], places: Places, level: number): Rect {
    const { label, labelAt, runs, from, to } = entry;
    if (label === undefined) return { x: 0, y: level, width: 0, height: 0 };
    const { down, lefts, columnWidths, strips } = places;
    const { width, height } = label.block;
    const [across, along, middle] = down ? [height, width, label.lineX] : [width, height, label.lineY];
    const bare = bareBeside(width, label.badgeWidth, height, label.badgeHeight, down);
    const atLeft = runs === 'left' || (runs === 'across' && labelAt === 'from');
    if (atLeft) return { x: (lefts[from.column] ?? 0) + (columnWidths[from.column] ?? 0) + bare, y: level - middle, width: across, height: along };
    const strip = (runs === 'right' ? from.column : to.column) - 1;
    const right = lefts[strip + 1] ?? (lefts[strip] ?? 0) + (columnWidths[strip] ?? 0) + (strips[strip]?.routed?.width ?? 0);
    return { x: right - bare - across, y: level - middle, width: across, height: along };
}
