import type { Channel, Journey, Touchpoint, Way } from '../../model/crm-model.ts';
import { channelIcon } from '../icon-names.ts';
import type { Block, Mark } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';
import { durationWords, percentWords } from '../words/value-words.ts';
import type { DrawnLane, TouchpointGraph, TouchpointLane, TouchpointNode, WayEdge, WayLabel } from './journey-parts.ts';
import type { JourneyGrid } from './journey-grid.ts';
import { cardInset, cardWidth } from './journey-grid.ts';
import { laneLabel } from './lane-label.ts';

const inner = 10;
const mostLabel = 84;
const narrowLabel = 48;

/** The cards of the touchpoints, each as high as its words and ways need, and the ways between them. */
export function touchpointLane(
    journey: Journey,
    grid: JourneyGrid,
    channels: ReadonlyMap<string, Channel>,
    options: { readonly labels: boolean },
): TouchpointLane | undefined {
    const held = grid.columns.flatMap((column) => (column.touchpoint ? [{ column, touchpoint: column.touchpoint }] : []));
    if (held.length === 0) {
        return undefined;
    }
    const drawn = held.map(({ touchpoint }) => cardContent(touchpoint, channels, options.labels ? repeatsOf(journey, touchpoint) : []));
    const leastHeight = (id: string): number =>
        12 + 20 * Math.max(journey.ways.filter((way) => way.from === id).length, journey.ways.filter((way) => way.to === id).length);
    const nodes = held.map(
        ({ column, touchpoint }, index): TouchpointNode => ({
            id: touchpoint.id,
            title: touchpoint.title,
            stage: column.stage,
            x: column.x + cardInset,
            card: card(touchpoint, drawn[index]?.marks ?? [], Math.max(leastHeight(touchpoint.id), drawn[index]?.height ?? 0), channels),
        }),
    );
    const ways = waysBetween(journey, new Set(nodes.map((node) => node.id)), options.labels);
    const graph: TouchpointGraph = { nodes, ways };
    return { type: 'touchpoints', name: 'touchpoints', label: laneLabel('Touchpoints', [], 32), graph };
}

/** The ways of a journey between touchpoints that are drawn, those between the same two as one. */
export function waysBetween(journey: Journey, known: ReadonlySet<string>, labels: boolean): WayEdge[] {
    return mergedWays(journey.ways.filter((way) => known.has(way.from) && known.has(way.to))).map(
        (way): WayEdge => ({ from: way.from, to: way.to, ...(labels ? wayLabel(way) : {}) }),
    );
}

/** Says what to write where a journey has no touchpoints. */
export function emptyLane(grid: JourneyGrid): DrawnLane {
    const text = 'No touchpoints yet. Write one in a stage: touchpoint visit "Visits the website"';
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

/** The words of ways from a touchpoint to itself: their loops are too small to carry them, so they stand on the card. */
function repeatsOf(journey: Journey, touchpoint: Touchpoint): string[] {
    return journey.ways.filter((way) => way.from === touchpoint.id && way.to === touchpoint.id).flatMap((way) => (way.when ? [`again: ${way.when}`] : []));
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

function cardContent(touchpoint: Touchpoint, channels: ReadonlyMap<string, Channel>, repeats: readonly string[]): Block {
    const marks: Mark[] = [];
    let signs = 0;
    if (touchpoint.momentOfTruth) {
        signs += 1;
        marks.push({ type: 'icon', icon: 'star', x: cardWidth - 23, y: 9, scale: 1.15, style: 'fill-amber' });
    }
    if (isProven(touchpoint)) {
        marks.push({ type: 'icon', icon: 'evidence', x: cardWidth - 25 - signs * 20, y: 9, style: ['icon', 'stroke-ink2'] });
        signs += 1;
    }
    let y = 21;
    touchpoint.channels.forEach((id, index) => {
        const channel = channels.get(id);
        if (channel === undefined) {
            return;
        }
        const whole = cardWidth - 31 - inner;
        const besides = whole - (index === 0 && signs > 0 ? signs * 20 - 2 : 0);
        const isNarrow = channel.title.split(/\s+/u).some((word) => textWidth(word, fontOf('small')) > besides);
        if (isNarrow && besides < whole) {
            y += 18;
        }
        const room = isNarrow ? whole : besides;
        const lines = wrapText(channel.title, room, fontOf('small'));
        marks.push({ type: 'icon', icon: channelIcon(channel.name, channel.title), x: inner, y: y - 12, style: ['icon', 'stroke-ink2'] });
        marks.push(...textLines(lines, 31, y, 13, 'small'));
        y += 18 + (lines.length - 1) * 13;
    });
    if (y === 21) {
        y = signs > 0 ? 39 : 24;
    }
    const name = wrapText(touchpoint.title, cardWidth - 2 * inner, fontOf('name'));
    const first = Math.max(y + 5, touchpoint.channels.length === 0 && signs === 0 ? 24 : 44);
    marks.push(...textLines(name, inner, first, 15, 'name'));
    let bottom = first + (name.length - 1) * 15;
    for (const fact of [...factsOf(touchpoint), ...repeats]) {
        const lines = wrapText(fact, cardWidth - 2 * inner, fontOf('small'));
        marks.push(...textLines(lines, inner, bottom + 16, 13, 'small'));
        bottom += 16 + (lines.length - 1) * 13;
    }
    return { width: cardWidth, height: Math.max(72, Math.ceil((bottom + 13) / 4) * 4), marks };
}

function factsOf(touchpoint: Touchpoint): string[] {
    return [
        ...(touchpoint.by === 'company' ? ['by the company'] : []),
        ...(touchpoint.takes ? [`takes ${durationWords(touchpoint.takes)}`] : []),
        ...(touchpoint.abandons === undefined ? [] : [`${percentWords(touchpoint.abandons)} leave here`]),
    ];
}

/** Something observed or measured stands behind the touchpoint or one of its pains. */
function isProven(touchpoint: Touchpoint): boolean {
    return touchpoint.evidence.length > 0;
}

function card(touchpoint: Touchpoint, content: readonly Mark[], height: number, channels: ReadonlyMap<string, Channel>): Block {
    const titles = touchpoint.channels.flatMap((id) => channels.get(id)?.title ?? []);
    const label = [touchpoint.title, ...titles, ...(touchpoint.momentOfTruth ? ['moment of truth'] : [])].join(', ');
    const marks: Mark[] = [
        {
            type: 'group',
            thing: { kind: 'touchpoint', id: touchpoint.id, label },
            marks: [
                { type: 'rect', x: 0, y: 0, width: cardWidth, height, radius: 8, style: touchpoint.momentOfTruth ? ['card', 'moment-of-truth'] : 'card' },
                ...content,
            ],
        },
    ];
    return { width: cardWidth, height, marks };
}
