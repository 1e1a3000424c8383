import type { Memory } from '../memory.ts';
import { noMemory } from '../memory.ts';
import type { HopLabel, LandscapeCard, LandscapeDiagram, LandscapeGroup } from './landscape-parts.ts';
import type { Hop } from './hops.ts';
import type { PortSpan } from './label-span.ts';
import { bareSpan, labelSpan, portsLength } from './label-span.ts';
import type { ColumnPlan, PlanBlock, PlanLink } from './plan-columns.ts';
import { cutBlocks, planColumns } from './plan-columns.ts';
import { planTree } from './plan-tree.ts';
import { roughMeasures } from './rough-measures.ts';
import { lateStep, settledHops } from './settled-hops.ts';

/** A group before its cards have their final sizes. */
export interface RoughGroup {
    readonly id: string;
    readonly caption?: string;
    readonly code?: string;
    readonly minWidth: number;
    readonly cards: readonly RoughCard[];
}

export interface RoughCard {
    readonly id: string;
    /** What its words need, in px. */
    readonly width: number;
    readonly height: number;
    /** What flows to itself take beside it, along its column. */
    readonly loops: number;
    readonly draw: (width: number, minHeight: number) => LandscapeCard;
}

export interface ColumnGroups {
    readonly groups: readonly LandscapeGroup[];
    readonly hops: LandscapeDiagram['hops'];
    readonly columns: readonly (readonly string[])[];
}

/**
 * How many columns there are to be: they are added while the drawing stays narrower than this, wide to high, as reckoned before lines
 * have their room. The drawings come out at 1 to 2.2; wider ones have fewer crossings, found with `npm run quality`.
 */
const ratio = 2.6;
/** Where the picture runs downwards, rows are added while it stays wider than this. */
const ratioDown = 0.4;
/** Names broken in two where they are longer than this, in px, so that columns stand near each other. */
const mostLabel = 150;
/** What a line adds to the distance of two columns, and to the length of one that it passes, in px. */
const perLine = 12;
/** Cards of one column share a width up to this one, in px, and those of one frame up to the other. */
const mostShared = 260;
const mostInFrame = 360;
/**
 * From so many hops on a picture stays as it is when lines come to it. Of fewer, each is drawn as well as can be; of more than the other,
 * which are folded in a picture, all at once, which is quicker.
 */
const fewLate = 36;
const mostLate = 240;
/** A frame longer than this part of a column is cut. */
const mostBlock = 1.1;

/**
 * Gives the groups of a large landscape their columns, turns the hops from left to right, and gives each card the size that the
 * ends of its lines need. Groups longer than a column are cut into frames that say so.
 */
export function columnGroups(
    groups: readonly RoughGroup[],
    hops: readonly Hop[],
    labelsOf: (hop: Hop) => readonly HopLabel[],
    direction: 'right' | 'down',
    memory: Memory = noMemory,
): ColumnGroups {
    const down = direction === 'down';
    const linked = hops.filter((hop) => hop.from !== hop.to);
    const labels = new Map(hops.map((hop) => [hop, shortLabels(labelsOf(hop))] as const));
    const touched = new Set(linked.flatMap((hop) => [hop.from, hop.to]));
    const [inPlan, apart] = [
        groups.filter((group) => group.cards.some((card) => touched.has(card.id))),
        groups.filter((group) => !group.cards.some((card) => touched.has(card.id))),
    ];
    const settled = settledHops(linked);
    const degree = new Map<string, number>();
    for (const { from, to } of settled) {
        degree.set(from, (degree.get(from) ?? 0) + 1);
        degree.set(to, (degree.get(to) ?? 0) + 1);
    }
    const spans = settled.map((hop) => labelSpan(labels.get(hop)?.[0], direction));
    const meanSpan = spans.reduce((sum, span) => sum + span.before + span.after, 0) / Math.max(1, spans.length);
    const rough = inPlan.map(
        (group): PlanBlock => ({
            id: group.id,
            frame: group.caption === undefined ? 0 : down ? 16 : 32,
            cards: group.cards.map((card) => {
                // About half of its lines leave at each side, and half of these have their label there.
                const forPorts = 40 + (((degree.get(card.id) ?? 0) / 2) * (meanSpan + 20)) / 2;
                return { id: card.id, length: Math.max(down ? card.width : card.height, forPorts) + card.loops };
            }),
        }),
    );
    const reached = new Set(settled.flatMap((hop) => [hop.from, hop.to]));
    const isSettled = (block: { readonly cards: readonly { readonly id: string }[] }): boolean => block.cards.some((card) => reached.has(card.id));
    const tree = planTree(rough, settled, linked, roughMeasures(rough, linked, labels, inPlan, down));
    const plan =
        tree ??
        withLate(
            planFor(rough.filter(isSettled), settled, labels, inPlan.filter(isSettled), down, memory),
            rough.filter((block) => !isSettled(block)),
        );
    const column = new Map(plan.flatMap((list, index) => list.flatMap((block) => block.cards.map((card) => [card, index] as const))));
    const turned = hops.map((hop) => leftToRight(hop, column));
    const inTime = new Set(linked.length < fewLate || linked.length > mostLate ? linked : settled);
    const sized = sizedGroups(plan, inPlan, turned, labels, direction, inTime);
    return {
        groups: [
            ...sized.groups,
            ...apart.map((group) => ({ ...groupParts(group, group.caption), cards: group.cards.map((card) => card.draw(card.width, card.height)) })),
        ],
        hops: turned.map(({ hop, from, to, heads }) => ({
            id: hop.id,
            flow: hop.flow.id,
            from,
            to,
            heads,
            labels: labels.get(hop) ?? [],
            labelAt: sized.labelAt.get(hop.id) ?? 'from',
            ...(hop.from === hop.to || inTime.has(hop) ? {} : { late: true }),
        })),
        columns: plan.map((list) => list.map((block) => block.id)),
    };
}

/** Blocks that only the last flows of the text reach stand at the ends of the shortest columns. */
function withLate(plan: ColumnPlan, late: readonly PlanBlock[]): ColumnPlan {
    return late.reduce<ColumnPlan>((columns, block) => {
        const cards = columns.map((list) => list.reduce((sum, entry) => sum + entry.cards.length, 0));
        const shortest = cards.indexOf(Math.min(...cards));
        const entry = { id: block.id, cards: block.cards.map((card) => card.id) };
        return columns.length === 0 ? [[entry]] : columns.map((list, index) => (index === shortest ? [...list, entry] : list));
    }, plan);
}

/** Without the wordings that are wider than need be. A name that cannot be short, such as one long word, stays as it is. */
function shortLabels(labels: readonly HopLabel[]): readonly HopLabel[] {
    const named = labels.filter((label) => label.named);
    const wordings = named.length > 0 ? named : labels.slice(0, -1);
    const first = wordings.findIndex((label) => label.block.width <= mostLabel);
    const narrowest = wordings.reduce((best, label, index) => (label.block.width < (wordings[best]?.block.width ?? 0) ? index : best), 0);
    return labels.slice(first >= 0 ? first : narrowest);
}

function planFor(
    blocks: readonly PlanBlock[],
    hops: readonly Hop[],
    labels: ReadonlyMap<Hop, readonly HopLabel[]>,
    groups: readonly RoughGroup[],
    down: boolean,
    memory: Memory,
): ColumnPlan {
    const cards = groups.flatMap((group) => group.cards);
    const { length, width: bare } = roughMeasures(blocks, hops, labels, groups, down);
    const cut = (count: number): PlanBlock[] => cutBlocks(blocks, (mostBlock * length) / count);
    // Lines need room as well, the more the fewer columns there are.
    const lines = (count: number): number => (perLine * 0.4 * hops.length) / count;
    let count = 1;
    for (let more = 2; more <= cards.length; more += 1) {
        const [long, wide] = [length / more + lines(more), more * (bare + lines(more))];
        const found = down ? long / wide : wide / long;
        if (down ? found < ratioDown : found > ratio) break;
        count = more;
    }
    count = Math.max(count, Math.min(2, cards.length));
    const parts = cut(count);
    const links = hops.map((hop): PlanLink => ({ from: hop.from, to: hop.to, oneWay: hop.heads !== 'both' }));
    const most = Math.min(count, parts.length);
    return memory.of('plan', [parts, links, most], () => planColumns(parts, links, most));
}

interface TurnedHop {
    readonly hop: Hop;
    readonly from: string;
    readonly to: string;
    readonly heads: Hop['heads'];
}

function leftToRight(hop: Hop, column: ReadonlyMap<string, number>): TurnedHop {
    const keeps = (column.get(hop.from) ?? 0) <= (column.get(hop.to) ?? 0);
    const turned = hop.heads === 'both' ? 'both' : hop.heads === 'end' ? 'start' : 'end';
    return keeps ? { hop, from: hop.from, to: hop.to, heads: hop.heads } : { hop, from: hop.to, to: hop.from, heads: turned };
}

function groupParts(group: RoughGroup, caption: string | undefined): Omit<LandscapeGroup, 'cards'> {
    return {
        id: group.id,
        ...(caption === undefined ? {} : { caption }),
        ...(group.code === undefined ? {} : { code: group.code }),
        minWidth: group.minWidth,
    };
}

interface Sized {
    readonly groups: readonly LandscapeGroup[];
    readonly labelAt: ReadonlyMap<string, 'from' | 'to'>;
}

/** A label stands at the start where the card there has room for it, else where there is more; so cards with many lines need not be long. */
function sizedGroups(
    plan: ColumnPlan,
    groups: readonly RoughGroup[],
    hops: readonly TurnedHop[],
    labels: ReadonlyMap<Hop, readonly HopLabel[]>,
    direction: 'right' | 'down',
    inTime: ReadonlySet<Hop>,
): Sized {
    const down = direction === 'down';
    const column = new Map(plan.flatMap((list, index) => list.flatMap((block) => block.cards.map((card) => [card, index] as const))));
    const last = plan.length - 1;
    const ends = hops
        .filter((entry) => entry.from !== entry.to)
        .map(({ hop, from, to }) => {
            const [a, b] = [column.get(from) ?? 0, column.get(to) ?? 0];
            const back = a === b && a === last && last > 0;
            return { hop, start: `${back ? 'left' : 'right'} ${from}`, end: `${a === b && !back ? 'right' : 'left'} ${to}`, within: a === b };
        });
    const lengths = new Map(groups.flatMap((group) => group.cards.map((card) => [card.id, down ? card.width : card.height] as const)));
    const spans = new Map<string, PortSpan[]>();
    const settledSpans = new Map<string, PortSpan[]>();
    const spare = new Map<string, number>();
    const note = (key: string, span: PortSpan, late: boolean): void => {
        spans.set(key, [...(spans.get(key) ?? []), span]);
        if (!late) settledSpans.set(key, [...(settledSpans.get(key) ?? []), span]);
        spare.set(key, spareOf(key) - span.before - span.after);
    };
    const spareOf = (key: string): number => spare.get(key) ?? (lengths.get(key.slice(key.indexOf(' ') + 1)) ?? 0) - portsLength([bareSpan]);
    const labelAt = new Map<string, 'from' | 'to'>();
    for (const { hop, start, end, within } of ends) {
        const span = labelSpan(labels.get(hop)?.[0], direction);
        const need = span.before + span.after;
        const atStart = within || spareOf(start) >= Math.min(need, spareOf(end));
        const late = !inTime.has(hop);
        labelAt.set(hop.id, atStart ? 'from' : 'to');
        note(start, atStart ? span : bareSpan, late);
        note(end, atStart ? bareSpan : span, late);
    }
    const forPorts = (card: string, ends = spans): number =>
        Math.max(portsLength(ends.get(`left ${card}`) ?? []), portsLength(ends.get(`right ${card}`) ?? []));
    const cards = new Map(groups.flatMap((group) => group.cards.map((card) => [card.id, card] as const)));
    const parts = new Map(groups.map((group) => [group.id, group] as const));
    const cutOf = (id: string): readonly [RoughGroup | undefined, number] => {
        const whole = parts.get(id);
        const [, stem, number] = /^(.*) (\d+)$/.exec(id) ?? [];
        return whole === undefined ? [parts.get(stem ?? ''), Number(number)] : [whole, 1];
    };
    const shares = new Map<RoughGroup, number>();
    for (const { id } of plan.flat()) {
        const [group] = cutOf(id);
        if (group !== undefined) shares.set(group, (shares.get(group) ?? 0) + 1);
    }
    const sized = plan.flatMap((list) => {
        const own = list.flatMap((block) => block.cards.map((card) => cards.get(card)?.width ?? 0));
        const frames = list.map((block) => (cutOf(block.id)[0]?.caption === undefined ? 0 : (cutOf(block.id)[0]?.minWidth ?? 0) - 16));
        const shared = down ? 0 : Math.min(mostShared, Math.max(0, ...own, ...frames));
        return list.flatMap((block): LandscapeGroup[] => {
            const [group, number] = cutOf(block.id);
            if (group === undefined) return [];
            const of = shares.get(group) ?? 1;
            const caption = group.caption === undefined || of === 1 ? group.caption : `${group.caption} · ${number} of ${of}`;
            // Lines that come in from above keep clear of the caption.
            const clear = down && group.caption !== undefined ? group.minWidth + 16 : 0;
            const minWidth = caption === group.caption ? group.minWidth : group.minWidth + 56;
            const inFrame = down ? 0 : Math.min(mostInFrame, Math.max(0, ...block.cards.map((id) => cards.get(id)?.width ?? 0)));
            const drawn = block.cards.flatMap((id, index) => {
                const card = cards.get(id);
                const room = forPorts(id);
                const first = index === 0 && (spans.get(`left ${id}`) ?? []).length > 0 ? clear : 0;
                if (card === undefined) return [];
                const least = Math.max(card.width, shared, inFrame, index === 0 ? clear : 0);
                const kept = inTime.size < hops.length ? lateRoom(settledSpans.get(`left ${id}`), settledSpans.get(`right ${id}`), inTime.size) : 0;
                const draw = (ports: number): LandscapeCard =>
                    card.draw(Math.max(least, down ? Math.ceil((ports + first) / 4) * 4 : 0), Math.max(card.height, down ? 0 : ports));
                const drawn = draw(Math.max(room, kept));
                const settledRoom = forPorts(id, settledSpans);
                if (settledRoom === room) return [drawn];
                const before = draw(Math.max(settledRoom, kept));
                const [length, settled] = down ? [drawn.block.width, before.block.width] : [drawn.block.height, before.block.height];
                return [length === settled ? drawn : { ...drawn, settled }];
            });
            return [{ ...groupParts(group, caption), id: block.id, minWidth, cards: drawn }];
        });
    });
    return { groups: sized, labelAt };
}

/** How long a card is that has room for its share of the lines to come, in px; nothing where that is less than one. */
function lateRoom(left: readonly PortSpan[] = [], right: readonly PortSpan[] = [], lines: number): number {
    const longer = portsLength(left) >= portsLength(right) ? left : right;
    const share = Math.floor((lateStep(lines) * longer.length) / lines);
    return share === 0 ? 0 : portsLength([...longer, ...new Array<PortSpan>(share).fill(bareSpan)]);
}
