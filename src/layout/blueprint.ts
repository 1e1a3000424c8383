import { placeBlock } from '../diagram/block.ts';
import { spineMarks } from '../diagram/blueprint/blueprint-legend.ts';
import type { BlueprintDiagram, BlueprintRow } from '../diagram/blueprint/blueprint-parts.ts';
import { betweenRows, cardInset, contentLeft, labelLeft, labelRight, labelText, labelTextWidth } from '../diagram/journey/journey-grid.ts';
import type { DrawnLane } from '../diagram/journey/journey-parts.ts';
import type { Mark } from '../diagram/marks.ts';
import { line } from '../diagram/paths.ts';
import type { Style, StyleName } from '../diagram/style-names.ts';
import { textLines } from '../diagram/text-lines.ts';
import { fontOf, textWidth, wrapText } from '../diagram/text-metrics.ts';
import type { BlueprintScene } from './blueprint/arrange-blueprint.ts';
import { arrangeBlueprint, notePitch } from './blueprint/arrange-blueprint.ts';
import { crossesEarlier } from './crossings.ts';
import { laneArrow, plateMarks, wayMarks } from './journey-marks.ts';
import type { PlacedLanes } from './lane-sheet.ts';
import { lanesTopOf, laneSheet } from './lane-sheet.ts';
import type { PlacedDiagram } from './placed-diagram.ts';

/** Stacks the lanes of a service blueprint below its stages; it needs no engine, because every column holds one touchpoint. */
export function placeBlueprint(diagram: BlueprintDiagram): Promise<PlacedDiagram> {
    const rows: PlacedLanes[] = [];
    let top = diagram.head.height;
    for (const row of diagram.rows) {
        const placed = placeRow(row, top);
        rows.push(placed);
        top = placed.bottom + betweenRows;
    }
    return Promise.resolve(laneSheet(diagram, rows));
}

function placeRow(row: BlueprintRow, top: number): PlacedLanes {
    const scene = arrangeBlueprint(row);
    const marks: Mark[] = [];
    let y = lanesTopOf(row.stages, top);
    const addLane = (lane: DrawnLane): void => {
        const height = Math.max(lane.body.height, lane.label.height);
        marks.push({ type: 'group', y, marks: [...lane.label.marks, ...lane.body.marks] });
        marks.push({ type: 'path', d: line(labelLeft, y + height, row.right, y + height), style: 'hairline' });
        marks.push(...lane.arrows.flatMap((arrow) => laneArrow(arrow, y, y + height)));
        y += height;
    };
    if (row.evidence !== undefined) {
        addLane(row.evidence);
    }
    marks.push({ type: 'group', y, marks: serviceMarks(row, scene) });
    y += scene.height;
    marks.push({ type: 'path', d: line(labelLeft, y, row.right, y), style: 'hairline' });
    row.below.forEach(addLane);
    return { stages: row.stages, bounds: row.bounds, top, bottom: y, marks };
}

/** The three lines, then what ties touchpoints to systems, the ways and their words, then all boxes from top to bottom. */
function serviceMarks(diagram: BlueprintRow, scene: BlueprintScene): Mark[] {
    const { graph } = diagram;
    const { rows, spines } = scene;
    const lines = [...spines, ...rows.ways];
    const node = (isCompany: boolean): Mark[] =>
        graph.nodes.flatMap((item, index) => {
            const at = rows.cards[index];
            return at === undefined || diagram.company.includes(item.id) !== isCompany ? [] : [placeBlock(item.card, at.x, at.y)];
        });
    const bars = (lane: BlueprintRow['frontstage'], top: number): Mark[] => lane.bars.map((bar): Mark => ({ type: 'group', y: top, marks: bar.marks }));
    return [
        ...namedLine(diagram, 'Line of interaction', scene.interaction, ['stroke-ink2', 'w15']),
        ...namedLine(diagram, 'Line of visibility', scene.visibility, ['stroke-ink2', 'w15', 'dash']),
        ...namedLine(diagram, 'Line of internal interaction', scene.internal, ['stroke-ink2', 'w15']),
        ...laneNames(diagram, scene),
        ...spines.flatMap(([from, to]) => spineMarks(from.x, from.y, to.x, to.y)),
        ...graph.ways.map((way, index) => wayMarks(way, rows.ways[index] ?? [], crossesEarlier(lines, spines.length + index))),
        ...graph.ways.flatMap((way, index) => plateMarks(rows.labels[index], way)),
        ...noteMarks(diagram, scene),
        ...node(false),
        ...node(true),
        ...bars(diagram.frontstage, scene.tops.frontstage),
        ...bars(diagram.backstage, scene.tops.backstage),
        ...diagram.activities.cards.map(({ x, y, block }) => placeBlock(block, x, scene.tops.activities + y)),
        ...bars(diagram.support, scene.tops.support),
    ];
}

/** A line over all columns, its name in the label column at its height. */
function namedLine(diagram: BlueprintRow, name: string, y: number, style: Style): Mark[] {
    const text = ['small', 'weight-600', 'fill-ink2'] as const;
    const lines = wrapText(name, labelTextWidth, fontOf(text));
    return [{ type: 'path', d: line(labelRight, y, diagram.right, y), style }, ...textLines(lines, labelText, y + 4 - ((lines.length - 1) * 13) / 2, 13, text)];
}

function laneNames(diagram: BlueprintRow, scene: BlueprintScene): Mark[] {
    const { tops } = scene;
    const hasCompany = diagram.graph.nodes.some((node) => diagram.company.includes(node.id));
    const hasFront = diagram.frontstage.height > 0;
    const hasBack = diagram.backstage.height > 0;
    const hasActivities = diagram.activities.height > 0;
    const hasSupport = diagram.support.height > 0;
    return [
        ...laneName('Customer actions', '', 28),
        ...laneName(
            'Frontstage',
            hasCompany ? 'Company' : hasFront ? 'Systems' : '',
            hasCompany ? scene.interaction + 36 : Math.max(tops.frontstage + 16, scene.interaction + 30),
        ),
        ...(hasCompany && hasFront ? small('Systems', tops.frontstage + 18) : []),
        ...laneName('Backstage', hasBack ? 'Systems' : hasActivities ? 'Activities' : '', scene.visibility + 34),
        ...(hasBack && hasActivities ? small('Activities', Math.max(tops.activities + 18, scene.visibility + 68)) : []),
        ...laneName('Support', hasSupport ? 'Systems' : '', scene.internal + 34),
        ...(diagram.empty === undefined ? [] : said(diagram.empty, 44)),
        ...(hasFront || hasCompany ? [] : said('No system and nobody of the company in front of the line of visibility is stated.', tops.frontstage + 14)),
        ...(hasBack || hasActivities ? [] : said('No system and no activity behind the line of visibility is stated.', tops.backstage + 18)),
        ...(hasSupport ? [] : said('No support system is stated.', tops.support + 18)),
    ];
}

function laneName(name: string, second: string, y: number): Mark[] {
    const lines = wrapText(name, labelTextWidth, fontOf('name'));
    return [...textLines(lines, labelText, y, 15, 'name'), ...(second === '' ? [] : small(second, y + lines.length * 15 + 1))];
}

function small(text: string, y: number): Mark[] {
    return [{ type: 'text', x: labelText, y, text, style: ['small', 'fill-ink2'] }];
}

/** Words on a plate, which keeps them clear of the bounds of the stages. */
function said(text: string, y: number, style: readonly StyleName[] = ['body', 'fill-ink3']): Mark[] {
    const x = contentLeft + cardInset;
    const width = textWidth(text, fontOf(style)) + 8;
    return [
        { type: 'rect', x: x - 4, y: y - 12, width, height: 16, style: 'label-plate' },
        { type: 'text', x, y, text, style },
    ];
}

function noteMarks(diagram: BlueprintRow, scene: BlueprintScene): Mark[] {
    const titles = new Map(diagram.graph.nodes.map((node) => [node.id, node.title]));
    const notes = diagram.graph.ways.flatMap((way, index) =>
        way.label === undefined || scene.rows.labels[index] !== undefined
            ? []
            : [`${titles.get(way.from) ?? ''} \u2192 ${titles.get(way.to) ?? ''}: ${way.label.lines.join(' ')}`],
    );
    return notes.flatMap((text, index) => said(text, 24 + index * notePitch, ['small', 'fill-ink2']));
}
