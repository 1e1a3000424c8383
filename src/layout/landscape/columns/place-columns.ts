import type { Point } from '../../../diagram/geometry.ts';
import type { LandscapeGraph } from '../../../diagram/landscape/landscape-parts.ts';
import type { Rect } from '../../rects.ts';
import { turnedPoint, turnedRect, withoutSpare } from '../../rects.ts';
import { sceneCard } from '../loops.ts';
import type { Frame, Line, Scene } from '../scene.ts';
import type { ColumnBlock, ColumnCard, ColumnGraph } from './column-graph.ts';
import { columnGraph } from './column-graph.ts';
import type { Levels } from './find-levels.ts';
import { findLevels } from './find-levels.ts';
import type { Badges, Strip } from './strips.ts';
import { allStrips, bareBeside } from './strips.ts';

/** Gaps between columns grow to this much of their width to fill the sheet. */
const mostStretch = 1.6;

export interface PlacedColumns {
    readonly scene: Scene;
    /** Lines that came last stand where no room is kept for their labels. */
    readonly isBare: boolean;
}

/**
 * Places a landscape whose groups are given their columns and order: first everything along the columns, with the lines that pass them
 * in the gaps between frames, then each strip between two columns by itself. By construction no line meets a box, and no two lines share
 * a stretch. It takes time in proportion to the square of the lines of a strip at most.
 */
export function placeColumns(
    diagram: LandscapeGraph,
    columns: readonly (readonly string[])[],
    leastWidth: number,
    badges: Badges,
    full: ReadonlySet<string> = new Set(),
): PlacedColumns {
    const graph = columnGraph(diagram, columns);
    const { settled, all: levels } = findLevels(graph);
    const down = diagram.direction === 'down';
    const columnWidths = graph.columns.map((list) => Math.max(0, ...list.map((block) => block.breadth)));
    const strips = allStrips(graph, settled, levels, down, badges, full);
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
    return { scene: { frames: framesOf(diagram, places), lines: linesOf(places) }, isBare: strips.some((strip) => strip.isBare) };
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

function framesOf(diagram: LandscapeGraph, places: Places): Frame[] {
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
