import type { BlueprintRow } from '../../diagram/blueprint/blueprint-parts.ts';
import { spineInset } from '../../diagram/blueprint/blueprint-parts.ts';
import type { Point } from '../../diagram/geometry.ts';
import type { Rect } from '../rects.ts';
import type { PlacedRows } from './place-rows.ts';
import { placeRows } from './place-rows.ts';

/** Touchpoints, lines, systems and activities with their places; x on the sheet, y from the top of the customer's lane. */
export interface BlueprintScene {
    readonly rows: PlacedRows;
    /** Where the three lines stand. */
    readonly interaction: number;
    readonly visibility: number;
    readonly internal: number;
    /** Tops of the rows of systems, and of the activities. */
    readonly tops: { readonly company: number; readonly frontstage: number; readonly backstage: number; readonly activities: number; readonly support: number };
    /** Bars of all lanes in the order of the lanes, at their places. */
    readonly bars: readonly Rect[];
    readonly activities: readonly Rect[];
    /** Upright stretches from each touchpoint to the first of its systems, and from each system to the next. */
    readonly spines: readonly (readonly [Point, Point])[];
    readonly height: number;
}

const padding = 16;
/** Above and below a line, and what a lane takes where it is empty. */
const besideLine = 26;
const emptyLane = 28;
/** Above the line of interaction, so that the lane's name and the line's stand apart. */
const leastUpper = 76;

/** Gives the lanes between the stages and the data their places, and ties each touchpoint to its systems. */
export function arrangeBlueprint(diagram: BlueprintRow): BlueprintScene {
    const placed = placeRows(diagram.graph, diagram.company, diagram);
    const noted = notesHeight(diagram, placed);
    const top = Math.max(padding + noted, leastUpper - placed.interaction);
    const down = (point: Point): Point => ({ x: point.x, y: point.y + top });
    const rows: PlacedRows = {
        cards: placed.cards.map(down),
        ways: placed.ways.map((way) => way.map(down)),
        labels: placed.labels.map((label) => label && { ...label, y: label.y + top }),
        interaction: placed.interaction + top,
        height: placed.height + top,
    };
    const hasCompany = diagram.graph.nodes.some((node) => diagram.company.includes(node.id));
    const frontstage = rows.height + besideLine;
    const frontEnd = frontstage + (diagram.frontstage.height > 0 ? diagram.frontstage.height : hasCompany ? -besideLine : emptyLane);
    const visibility = frontEnd + besideLine;
    const backstage = visibility + besideLine;
    const isBare = diagram.backstage.height === 0 && diagram.activities.height === 0;
    const activities = backstage + (diagram.backstage.height > 0 ? diagram.backstage.height + 12 : 0);
    const backEnd = isBare
        ? backstage + emptyLane
        : diagram.activities.height > 0
          ? activities + diagram.activities.height
          : backstage + diagram.backstage.height;
    const internal = backEnd + besideLine;
    const support = internal + besideLine;
    const height = support + (diagram.support.height > 0 ? diagram.support.height : emptyLane) + besideLine;
    const bars = [
        ...diagram.frontstage.bars.map((bar) => placedBar(bar, frontstage)),
        ...diagram.backstage.bars.map((bar) => placedBar(bar, backstage)),
        ...diagram.support.bars.map((bar) => placedBar(bar, support)),
    ];
    return {
        rows,
        interaction: rows.interaction,
        visibility,
        internal,
        tops: { company: rows.interaction + 20, frontstage, backstage, activities, support },
        bars,
        activities: diagram.activities.cards.map(({ x, y, block }) => ({ x, y: activities + y, width: block.width, height: block.height })),
        spines: diagram.graph.nodes.flatMap((node, index) => spinesOf(node.card.height, rows.cards[index] as Point, bars)),
        height: Math.ceil(height / 4) * 4,
    };
}

/** Words of ways that found no room on them stand above everything else, a line each. */
function notesHeight(diagram: BlueprintRow, placed: PlacedRows): number {
    const count = diagram.graph.ways.filter((way, index) => way.label !== undefined && placed.labels[index] === undefined).length;
    return count === 0 ? 0 : count * notePitch + 8;
}

/** Distance of the lines of such words in px. */
export const notePitch = 16;

function placedBar({ x, y, width, height }: Rect, top: number): Rect {
    return { x, y: top + y, width, height };
}

function spinesOf(cardHeight: number, card: Point, bars: readonly Rect[]): (readonly [Point, Point])[] {
    const x = card.x + spineInset;
    const own = bars.filter((bar) => bar.x < x && x < bar.x + bar.width && bar.y > card.y).sort((a, b) => a.y - b.y);
    return own.map((bar, index): readonly [Point, Point] => {
        const before = own[index - 1];
        return [
            { x, y: before === undefined ? card.y + cardHeight : before.y + before.height },
            { x, y: bar.y },
        ];
    });
}
