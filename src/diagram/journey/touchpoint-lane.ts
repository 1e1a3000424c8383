import type { CrmModel, Journey, Way } from '../../model/crm-model.ts';
import type { ThingRef } from '../marks.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import type { JourneyGrid } from './journey-grid.ts';
import { cardInset } from './journey-grid.ts';
import type { DrawnLane, TouchpointGraph, TouchpointLane, TouchpointNode, WayEdge, WayLabel } from './journey-parts.ts';
import { laneLabel } from './lane-label.ts';
import type { CardOptions, FarWay } from './touchpoint-card.ts';
import { touchpointCards } from './touchpoint-card.ts';
import { wayId } from './way-id.ts';

const mostLabel = 84;
const narrowLabel = 48;
const noTouchpoints = 'No touchpoints yet. Write one in a stage: touchpoint visit "Visits the website"';

/** The cards of the touchpoints, and the ways between them. `place`: of a row among others. */
export function touchpointLane(journey: Journey, grid: JourneyGrid, model: CrmModel, options: CardOptions, place?: RowPlace): TouchpointLane | undefined {
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
    const graph: TouchpointGraph = { nodes, ways: waysBetween(journey, nodes, options.labels), ...(place && goesOn(place, nodes)) };
    return { type: 'touchpoints', name: 'touchpoints', label: laneLabel('Touchpoints', [], 32), graph };
}

/** The ways of a journey between touchpoints that are drawn, those between the same two as one. */
export function waysBetween(journey: Journey, nodes: readonly { readonly id: string; readonly title: string }[], labels: boolean): WayEdge[] {
    const titles = new Map(nodes.map(({ id, title }) => [id, title]));
    return mergedWays(journey.ways.filter((way) => titles.has(way.from) && titles.has(way.to))).map((way): WayEdge => {
        return { from: way.from, to: way.to, thing: wayThing(way, titles), ...(labels ? wayLabel(way) : {}) };
    });
}

/** A row of a journey: the whole of it, and the touchpoints that end the row before and start the next one. */
export interface RowPlace {
    readonly whole: Journey;
    readonly before: string | undefined;
    readonly after: string | undefined;
}

/** Whether the row before leads on to the start of this one, and the way from its end to the start of the next. */
function goesOn({ whole, before, after }: RowPlace, nodes: readonly TouchpointNode[]): Pick<TouchpointGraph, 'enters' | 'leaves'> {
    const [first, last] = [nodes[0]?.id, nodes.at(-1)?.id];
    const enters = whole.ways.some(({ from, to }) => from === before && to === first);
    const leaving = whole.ways.find(({ from, to }) => from === last && to === after);
    return { ...(enters ? { enters } : {}), ...(leaving === undefined ? {} : { leaves: wayThing(leaving, titlesOf(whole)) }) };
}

/**
 * Of each touchpoint the ways to and from other rows, in words.
 *
 * @param rows ids of the touchpoints of each row
 * @param drawn a line leads from the end of each row to the start of the next, which needs no words where it has no condition
 */
export function farWays(journey: Journey, rows: readonly (readonly string[])[], labels: boolean, drawn: boolean): ReadonlyMap<string, readonly FarWay[]> {
    const rowOf = new Map(rows.flatMap((ids, row) => ids.map((id) => [id, row] as const)));
    const titles = titlesOf(journey);
    const found = new Map<string, FarWay[]>();
    const add = (id: string, way: FarWay): void => {
        found.set(id, [...(found.get(id) ?? []), way]);
    };
    for (const way of mergedWays(journey.ways)) {
        const [from, to] = [rowOf.get(way.from), rowOf.get(way.to)];
        if (from === undefined || to === undefined || from === to) {
            continue;
        }
        const thing = wayThing(way, titles);
        const isPlain = to === from + 1 && way.from === rows[from]?.at(-1) && way.to === rows[to]?.[0];
        const when = labels && way.when !== undefined ? `: ${way.when}` : '';
        if (!isPlain || !drawn || when !== '') {
            add(way.from, { text: `${to > from ? 'on' : 'back'} to ${titles.get(way.to)}${when}`, thing });
        }
        if (!isPlain) {
            add(way.to, { text: `from ${titles.get(way.from)}`, thing, isIn: true });
        }
    }
    return found;
}

function titlesOf(journey: Journey): ReadonlyMap<string, string> {
    return new Map(journey.stages.flatMap((stage) => stage.touchpoints.map(({ id, title }) => [id, title] as const)));
}

function wayThing(way: Way, titles: ReadonlyMap<string, string>): ThingRef {
    const when = way.when === undefined ? '' : `: ${way.when}`;
    return { kind: 'way', id: wayId(way), label: `${titles.get(way.from)} to ${titles.get(way.to)}${when}` };
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
