import { placeBlock } from '../diagram/block.ts';
import type { Point } from '../diagram/geometry.ts';
import { betweenRows, cardInset, contentLeft, labelLeft } from '../diagram/journey/journey-grid.ts';
import type { JourneyDiagram, JourneyLane, JourneyRow, TouchpointLane } from '../diagram/journey/journey-parts.ts';
import type { Mark, ThingRef } from '../diagram/marks.ts';
import { flowLine } from '../diagram/parts/flow-line.ts';
import { line } from '../diagram/paths.ts';
import { fontOf, wrapText } from '../diagram/text-metrics.ts';
import { textLines } from '../diagram/text-lines.ts';
import type { LayoutEngine } from './engine.ts';
import { crossesEarlier } from './crossings.ts';
import { laneArrow, plateMarks, wayMarks } from './journey-marks.ts';
import type { PlacedTouchpoints } from './journey-touchpoints.ts';
import { placeTouchpoints } from './journey-touchpoints.ts';
import type { PlacedLanes } from './lane-sheet.ts';
import { lanesTopOf, laneSheet } from './lane-sheet.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

const graphPadding = 16;
const notePitch = 16;
/** Every sheet is wide enough for this. */
const noteWidth = 720;

/** Gives the touchpoints of a journey their places, and stacks its lanes below the stages, row by row. */
export async function placeJourney(diagram: JourneyDiagram, engine: LayoutEngine): Promise<PlacedDiagram> {
    const rows: PlacedLanes[] = [];
    let top = diagram.head.height;
    for (const row of diagram.rows) {
        const placed = await placeRow(diagram, row, top, engine);
        rows.push(placed);
        top = placed.bottom + betweenRows;
    }
    return laneSheet(diagram, rows);
}

async function placeRow(diagram: JourneyDiagram, row: JourneyRow, top: number, engine: LayoutEngine): Promise<PlacedLanes> {
    const touchpoints = row.lanes.find((lane) => lane.type === 'touchpoints');
    const graph = touchpoints === undefined ? undefined : await placeTouchpoints(touchpoints.graph, diagram, engine);

    const marks: Mark[] = [];
    const arrows: Mark[] = [];
    let y = lanesTopOf(row.stages, top);
    for (const lane of row.lanes) {
        const height = laneHeight(lane, graph);
        marks.push({ type: 'group', y, marks: laneMarks(lane, graph) });
        marks.push({ type: 'path', d: line(labelLeft, y + height, diagram.right, y + height), style: 'hairline' });
        arrows.push(...(lane.type === 'drawn' ? lane.arrows.flatMap((arrow) => laneArrow(arrow, y, y + height)) : []));
        y += height;
    }
    return { stages: row.stages, bounds: row.bounds, top, bottom: y, marks: [...marks, ...arrows] };
}

function laneHeight(lane: JourneyLane, graph: PlacedTouchpoints | undefined): number {
    if (lane.type === 'drawn') {
        return Math.max(lane.body.height, lane.label.height);
    }
    const notes = graph === undefined ? 0 : noteLines(lane, graph).length * notePitch;
    return Math.ceil(Math.max(lane.label.height, (graph?.height ?? 0) + notes + 2 * graphPadding) / 4) * 4;
}

function laneMarks(lane: JourneyLane, graph: PlacedTouchpoints | undefined): Mark[] {
    if (lane.type === 'drawn') {
        return [...lane.label.marks, ...lane.body.marks];
    }
    return [...lane.label.marks, ...(graph === undefined ? [] : [{ type: 'group', y: graphPadding, marks: graphMarks(lane, graph) } as const])];
}

/** Ways first, then their words, then the cards: so each ends at a border, and words keep clear of lines. */
function graphMarks(lane: TouchpointLane, placed: PlacedTouchpoints): Mark[] {
    const { graph } = lane;
    return [
        ...graph.ways.map((way, index) => wayMarks(way, placed.ways[index] ?? [], crossesEarlier(placed.ways, index))),
        ...stubMarks(lane, placed),
        ...graph.ways.flatMap((way, index) => plateMarks(placed.labels[index], way)),
        ...graph.nodes.map((node, index): Mark => {
            const place: Point = placed.cards[index] ?? { x: node.x, y: 0 };
            return placeBlock(node.card, place.x, place.y);
        }),
        ...noteMarks(lane, placed, contentLeft + cardInset),
    ];
}

/** Lines from and to other rows. */
function stubMarks({ graph }: TouchpointLane, placed: PlacedTouchpoints): Mark[] {
    return placed.ways.slice(graph.ways.length).flatMap((points, index, stubs) => {
        const marks = flowLine({ points });
        const isLeaving = index === stubs.length - 1 && graph.leaves !== undefined;
        return isLeaving ? [{ type: 'group', thing: graph.leaves as ThingRef, marks }] : marks;
    });
}

/** Words that found no room on their way, a line each below the graph. */
function noteLines(lane: TouchpointLane, placed: PlacedTouchpoints): string[] {
    const titles = new Map(lane.graph.nodes.map((node) => [node.id, node.title]));
    return lane.graph.ways.flatMap((way, index) =>
        way.label === undefined || placed.labels[index] !== undefined
            ? []
            : wrapText(`${titles.get(way.from) ?? ''} \u2192 ${titles.get(way.to) ?? ''}: ${way.label.lines.join(' ')}`, noteWidth, fontOf('small')),
    );
}

function noteMarks(lane: TouchpointLane, placed: PlacedTouchpoints, left: number): Mark[] {
    return textLines(noteLines(lane, placed), left, placed.height + notePitch, notePitch, ['small', 'fill-ink2']);
}
