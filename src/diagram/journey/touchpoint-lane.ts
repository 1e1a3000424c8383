import type { CrmModel, Journey, Way } from '../../model/crm-model.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import type { JourneyGrid } from './journey-grid.ts';
import { cardInset } from './journey-grid.ts';
import type { DrawnLane, TouchpointGraph, TouchpointLane, TouchpointNode, WayEdge, WayLabel } from './journey-parts.ts';
import { laneLabel } from './lane-label.ts';
import type { CardOptions } from './touchpoint-card.ts';
import { touchpointCards } from './touchpoint-card.ts';
import { wayId } from './way-id.ts';

const mostLabel = 84;
const narrowLabel = 48;
const noTouchpoints = 'No touchpoints yet. Write one in a stage: touchpoint visit "Visits the website"';

/** The cards of the touchpoints, and the ways between them. */
export function touchpointLane(journey: Journey, grid: JourneyGrid, model: CrmModel, options: CardOptions): TouchpointLane | undefined {
    const held = grid.columns.flatMap((column) => (column.touchpoint ? [{ column, touchpoint: column.touchpoint }] : []));
    if (held.length === 0) {
        return undefined;
    }
    const leastHeight = (id: string): number =>
        12 + 20 * Math.max(journey.ways.filter((way) => way.from === id).length, journey.ways.filter((way) => way.to === id).length);
    const cards = touchpointCards(
        held.map(({ touchpoint }) => ({ touchpoint, leastHeight: leastHeight(touchpoint.id) })),
        model,
        journey,
        grid.card,
        options,
    );
    const nodes = held.map(
        ({ column, touchpoint }, index): TouchpointNode => ({
            id: touchpoint.id,
            title: touchpoint.title,
            stage: column.stage,
            x: column.x + cardInset,
            card: cards[index] ?? { width: grid.card, height: 0, marks: [] },
        }),
    );
    const graph: TouchpointGraph = { nodes, ways: waysBetween(journey, nodes, options.labels) };
    return { type: 'touchpoints', name: 'touchpoints', label: laneLabel('Touchpoints', [], 32), graph };
}

/** The ways of a journey between touchpoints that are drawn, those between the same two as one. */
export function waysBetween(journey: Journey, nodes: readonly { readonly id: string; readonly title: string }[], labels: boolean): WayEdge[] {
    const titles = new Map(nodes.map(({ id, title }) => [id, title]));
    return mergedWays(journey.ways.filter((way) => titles.has(way.from) && titles.has(way.to))).map((way): WayEdge => {
        const when = way.when === undefined ? '' : `: ${way.when}`;
        const thing = { kind: 'way', id: wayId(way), label: `${titles.get(way.from)} to ${titles.get(way.to)}${when}` };
        return { from: way.from, to: way.to, thing, ...(labels ? wayLabel(way) : {}) };
    });
}

/** Says what to write where a journey has no touchpoints, or why none is shown. */
export function emptyLane(grid: JourneyGrid, text = noTouchpoints): DrawnLane {
    return {
        type: 'drawn',
        name: 'touchpoints',
        arrows: [],
        label: laneLabel('Touchpoints', [], 32),
        body: { width: grid.width, height: 56, marks: [{ type: 'text', x: grid.left + cardInset, y: 32, text, style: 'body' }] },
    };
}

/** Several ways between the same two touchpoints are drawn as one, with the words of all. */
function mergedWays(ways: readonly Way[]): readonly Way[] {
    const merged = new Map<string, Way>();
    for (const way of ways) {
        const key = JSON.stringify([way.from, way.to]);
        const first = merged.get(key);
        const when = [...new Set([first?.when, way.when].flatMap((words) => words ?? []))].join(', or ');
        merged.set(key, { ...(first ?? way), ...(when === '' ? {} : { when }) });
    }
    return [...merged.values()];
}

function wayLabel(way: Way): { readonly label?: WayLabel } {
    if (way.from === way.to || way.when === undefined || way.when.trim() === '') {
        return {};
    }
    const wide = labelOf(way.when, mostLabel);
    const narrow = labelOf(way.when, narrowLabel);
    return { label: narrow.width < wide.width ? { ...wide, narrower: narrow } : wide };
}

function labelOf(words: string, mostWidth: number): WayLabel {
    const font = fontOf('branch');
    const lines = wrapText(words, mostWidth, font);
    return { lines, width: Math.ceil(linesWidth(lines, font)) + 8, height: 18 + (lines.length - 1) * 13 };
}
