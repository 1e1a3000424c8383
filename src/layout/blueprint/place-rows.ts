import { spineInset } from '../../diagram/blueprint/blueprint-parts.ts';
import type { Point } from '../../diagram/geometry.ts';
import type { TouchpointGraph } from '../../diagram/journey/journey-parts.ts';
import { drawArches } from '../journey-arches.ts';
import type { PlacedLabel } from '../journey-labels.ts';
import { placeLabels } from '../journey-labels.ts';
import type { WaySides } from '../journey-ways.ts';
import { positions } from '../journey-ways.ts';

/** The touchpoints in their two rows; x on the sheet, y from the top of the highest thing, in px. */
export interface PlacedRows {
    /** By position of the touchpoint. */
    readonly cards: readonly Point[];
    /** By position of the way: from card border to card border. */
    readonly ways: readonly (readonly Point[])[];
    readonly labels: readonly (PlacedLabel | undefined)[];
    /** The line of interaction. */
    readonly interaction: number;
    /** The lowest thing, or the line of interaction. */
    readonly height: number;
}

/** Height in a card at which a straight way stands. */
const straightAt = 28;
/** Bare line and arrowhead beside words on a straight way. */
const labelRoom = 20;
const leastPitch = 16;
/** From the upper row to the first track, from the last one to the line of interaction, and from there to the lower row. */
const belowUpper = 20;
const aboveLine = 16;
const belowLine = 20;
const feetPitch = 20;
/** How much further apart everything stands in each try, until all words have room. */
const tries = [0, 16, 36, 60, 90];

type Course = 'straight' | 'arch' | 'channel';

/**
 * Puts what the customer does in an upper row and what the company does in a lower one, the line of interaction between them. Each
 * touchpoint has a column to itself. Ways to the next one of a row are straight; others of the upper row arch over it; all that touch
 * the lower row run in tracks between the rows, and up and down only in the columns of their own two cards: so no way meets a card.
 */
export function placeRows(graph: TouchpointGraph, company: readonly string[], bounds: { readonly left: number; readonly right: number }): PlacedRows {
    const isCompany = graph.nodes.map((node) => company.includes(node.id));
    const courses = coursesOf(graph, isCompany);
    let best: (PlacedRows & { readonly missing: number }) | undefined;
    for (const more of tries) {
        const placed = rowsWith(graph, isCompany, courses, more);
        const spines = graph.nodes.map((node, index): Point[] => {
            const card = placed.cards[index] as Point;
            const x = card.x + spineInset;
            return [
                { x, y: card.y + node.card.height },
                { x, y: placed.height + 8 },
            ];
        });
        const interaction: Point[] = [bounds.left, bounds.right].map((x) => ({ x, y: placed.interaction }));
        const ways = [...placed.ways, ...spines, interaction];
        const { boxes, missing } = placeLabels(graph, { cards: placed.cards, ways, height: placed.height }, bounds.left, bounds.right);
        if (best === undefined || missing < best.missing) {
            best = { ...fromTop({ ...placed, labels: boxes }), missing };
        }
        if (missing === 0) {
            break;
        }
    }
    return best ?? { cards: [], ways: [], labels: [], interaction: 0, height: 0 };
}

function coursesOf(graph: TouchpointGraph, isCompany: readonly boolean[]): Course[] {
    const position = positions(graph);
    return graph.ways.map((way) => {
        const [from, to] = [position.get(way.from) ?? 0, position.get(way.to) ?? 0];
        const [a, b] = [graph.nodes[from], graph.nodes[to]];
        const isStep = isCompany[from] === isCompany[to] && from < to && !isCompany.slice(from + 1, to).includes(isCompany[from] ?? false);
        const gap = a === undefined || b === undefined ? 0 : b.x - a.x - a.card.width;
        if (isStep && (way.label === undefined || gap >= way.label.width + labelRoom)) {
            return 'straight';
        }
        return isCompany[from] || isCompany[to] ? 'channel' : 'arch';
    });
}

function rowsWith(graph: TouchpointGraph, isCompany: readonly boolean[], courses: readonly Course[], more: number): Omit<PlacedRows, 'labels'> {
    const sides = courses.map(
        (course): WaySides => (course === 'arch' ? { from: 'NORTH', to: 'NORTH', isMain: false } : { from: 'EAST', to: 'WEST', isMain: true }),
    );
    const far = 1e6;
    const flat = { cards: graph.nodes.map((node, index) => ({ x: node.x, y: isCompany[index] ? far : 0 })), ways: graph.ways.map(() => []), height: 0 };
    const arched = drawArches(graph, sides, flat, more);
    const upper = Math.max(0, ...arched.cards.filter((_card, index) => !isCompany[index]).map((card) => card.y));
    const bottom = graph.nodes.reduce((most, node, index) => (isCompany[index] ? most : Math.max(most, upper + node.card.height)), upper);
    const feet = channelFeet(graph, isCompany, courses);
    const tracks = tracksOf(graph, courses, feet, bottom + belowUpper, more);
    const interaction = Math.max(bottom, tracks.bottom) + aboveLine;
    const lower = interaction + belowLine;
    const cards = graph.nodes.map((node, index) => ({ x: node.x, y: isCompany[index] ? lower : upper }));
    const border = (index: number): number => (isCompany[index] ? lower : upper + (graph.nodes[index]?.card.height ?? 0));
    const position = positions(graph);
    const ways = graph.ways.map((way, index): readonly Point[] => {
        const [from, to] = [position.get(way.from) ?? 0, position.get(way.to) ?? 0];
        const [a, b] = [cards[from] as Point, cards[to] as Point];
        if (courses[index] === 'arch') {
            return arched.ways[index] ?? [];
        }
        if (courses[index] === 'straight') {
            return [
                { x: a.x + (graph.nodes[from]?.card.width ?? 0), y: a.y + straightAt },
                { x: b.x, y: b.y + straightAt },
            ];
        }
        const [x1, x2] = [feet.get(`${index} from`) ?? a.x, feet.get(`${index} to`) ?? b.x];
        const y = tracks.y.get(index) ?? interaction;
        return [
            { x: x1, y: border(from) },
            { x: x1, y },
            { x: x2, y },
            { x: x2, y: border(to) },
        ];
    });
    const company = graph.nodes.filter((_node, index) => isCompany[index]);
    return { cards, ways, interaction, height: Math.max(interaction, ...company.map((node) => lower + node.card.height)) };
}

/** Where ways between the rows leave and reach their cards, side by side: those to the left stand left, and all right of the spine. */
function channelFeet(graph: TouchpointGraph, isCompany: readonly boolean[], courses: readonly Course[]): ReadonlyMap<string, number> {
    const position = positions(graph);
    const feet = new Map<string, number>();
    graph.nodes.forEach((node, index) => {
        const ends = graph.ways.flatMap((way, at): { readonly key: string; readonly reach: number }[] => {
            if (courses[at] !== 'channel') {
                return [];
            }
            const [from, to] = [position.get(way.from) ?? 0, position.get(way.to) ?? 0];
            return [...(from === index ? [{ key: `${at} from`, reach: to - from }] : []), ...(to === index ? [{ key: `${at} to`, reach: from - to }] : [])];
        });
        ends.sort((a, b) => Math.sign(a.reach) - Math.sign(b.reach) || b.reach - a.reach);
        const first = isCompany[index] ? 12 : spineInset + 20;
        const room = node.card.width - 12 - first;
        const pitch = Math.min(feetPitch, room / Math.max(1, ends.length - 1));
        ends.forEach(({ key }, at) => feet.set(key, Math.round((node.x + first + room / 2 + (at - (ends.length - 1) / 2) * pitch) * 2) / 2));
    });
    return feet;
}

/** The height of each way between the rows: the shorter, the nearer to the upper row; none shares a stretch with another. */
function tracksOf(
    graph: TouchpointGraph,
    courses: readonly Course[],
    feet: ReadonlyMap<string, number>,
    top: number,
    more: number,
): { readonly y: ReadonlyMap<number, number>; readonly bottom: number } {
    const spans = graph.ways
        .flatMap((way, index) => {
            const [a, b] = [feet.get(`${index} from`), feet.get(`${index} to`)];
            return courses[index] !== 'channel' || a === undefined || b === undefined
                ? []
                : [{ index, from: Math.min(a, b), to: Math.max(a, b), label: way.label?.height ?? 0 }];
        })
        .sort((a, b) => a.to - a.from - (b.to - b.from) || a.index - b.index);
    const tracks: (typeof spans)[] = [];
    for (const span of spans) {
        const free = tracks.find((track) => track.every((other) => span.from > other.to + 12 || span.to < other.from - 12));
        if (free === undefined) {
            tracks.push([span]);
        } else {
            free.push(span);
        }
    }
    const y = new Map<number, number>();
    let bottom = top;
    tracks.forEach((track, index) => {
        const half = Math.max(leastPitch, ...track.map((span) => span.label + 8)) / 2;
        bottom += (index === 0 ? Math.max(0, half - belowUpper + 4) : half) + (index === 0 ? 0 : more / 2);
        track.forEach((span) => y.set(span.index, bottom));
        bottom += index === tracks.length - 1 ? half - aboveLine + 4 : half;
    });
    return { y, bottom: tracks.length === 0 ? top - belowUpper : bottom };
}

/** Everything moved so that the highest thing stands at 0. */
function fromTop(placed: PlacedRows): PlacedRows {
    const top = Math.min(
        ...placed.cards.map((card) => card.y),
        ...placed.ways.flatMap((way) => way.map((point) => point.y)),
        ...placed.labels.flatMap((label) => label?.y ?? []),
    );
    const by = Number.isFinite(top) ? top : 0;
    const moved = (point: Point): Point => ({ x: point.x, y: point.y - by });
    return {
        cards: placed.cards.map(moved),
        ways: placed.ways.map((way) => way.map(moved)),
        labels: placed.labels.map((label) => label && { ...label, y: label.y - by }),
        interaction: placed.interaction - by,
        height: placed.height - by,
    };
}
