/** Decides in which column each group of a large landscape stands, and in which order. All lengths are px. */

import { improvePlan } from './improve-plan.ts';
import { outwards } from './outwards.ts';
import type { PlanCosts } from './plan-lines.ts';

/** Cards that stand on one another in one frame. */
export interface PlanBlock {
    readonly id: string;
    readonly cards: readonly PlanCard[];
    /** What the frame adds to the heights of its cards. */
    readonly frame: number;
}

export interface PlanCard {
    readonly id: string;
    /** Its length along the column. */
    readonly length: number;
}

export interface PlanLink {
    readonly from: string;
    readonly to: string;
    /** Data goes from the one to the other only; a picture reads better when that is from left to right. */
    readonly oneWay: boolean;
}

/** The ids of the blocks' cards, column by column from the left, block by block from above. */
export type ColumnPlan = readonly (readonly { readonly id: string; readonly cards: readonly string[] }[])[];

/** Between two blocks of a column, and between two cards of a block. */
const blockGap = 24;
const cardGap = 16;

/** What a line costs that leads so many columns on: one that comes back into its own column bends twice, and long ones are in the way. */
const reachCost = [1.4, 1, 2.2, 3.5, 4.8];
const backwards = 0.3;
/** A move has to save this much, so that a small change of the map does not set off others. */
const leastGain = 0.4;
const rounds = 8;
/** Maps with more lines than this have their places improved once only, others more often. */
const manyLinks = 1000;
/** With fewer lines than this, where each system stands by itself, three starts are tried. */
const fewLinks = 150;

/** What the columns' shapes cost for each line of the map. */
const perBalance = 0.3;
/** From so many lines on the shapes cost more than in proportion: crossings do so too. */
const crowd = 30;

const costs: Omit<PlanCosts, 'balance'> = { perLength: 1 / 1600, reach: (by) => 2 * reachOf(by), backwards: 0.1, leastGain: 0.5 };

/** The length of a block along its column. */
export function blockLength(block: PlanBlock): number {
    return block.cards.reduce((sum, card) => sum + card.length + cardGap, block.frame - cardGap);
}

/** Cuts blocks that are much longer than a column into several. Their ids are that of the whole, with a number behind it from the second on. */
export function cutBlocks(blocks: readonly PlanBlock[], most: number): PlanBlock[] {
    return blocks.flatMap((block) => {
        const parts = Math.min(block.cards.length, Math.round(blockLength(block) / most));
        if (parts < 2) {
            return [block];
        }
        const each = blockLength(block) / parts;
        const cut: PlanCard[][] = [[]];
        let length = 0;
        for (const card of block.cards) {
            const last = cut[cut.length - 1] as PlanCard[];
            if (last.length > 0 && cut.length < parts && length + card.length / 2 > each * cut.length) {
                cut.push([card]);
            } else {
                last.push(card);
            }
            length += card.length + cardGap;
        }
        return cut.map((cards, index) => ({ ...block, id: index === 0 ? block.id : `${block.id} ${index + 1}`, cards }));
    });
}

/**
 * Puts blocks into columns, linked ones near each other and most lines from left to right, then brings blocks and their cards into
 * an order in which lines are short. It starts with the order of the text and changes what clearly gains, after Kernighan and Lin
 * (1970) for the columns and Sugiyama's barycentres (1981) for the order. Where few systems stand by themselves, the best of three starts
 * is taken.
 */
export function planColumns(blocks: readonly PlanBlock[], links: readonly PlanLink[], count: number): ColumnPlan {
    const lists = (column: readonly number[]): PlanBlock[][] =>
        Array.from({ length: count }, (_, index) => blocks.filter((__, at) => column[at] === index)).filter((list) => list.length > 0);
    const first = orderColumns(lists(assignColumns(blocks, links, count)), links);
    if (links.length > fewLinks || blocks.some((block) => block.cards.length > 1)) return first.plan;
    const others = (['breadth', 'depth'] as const).map((first) =>
        orderColumns(lists(outwards(blocks, links, count, first, (block) => blockLength(block) + blockGap)), links),
    );
    return others.reduce((best, other) => (other.cost < best.cost ? other : best), first).plan;
}

/** How two blocks are linked: lines from the one to the other, and both ways or back. */
interface BlockLink {
    readonly other: number;
    /** What the lines between them cost more when the other stands to the left, and when it stands to the right. */
    readonly left: number;
    readonly right: number;
    readonly count: number;
}

function assignColumns(blocks: readonly PlanBlock[], links: readonly PlanLink[], count: number): number[] {
    const blockOf = new Map(blocks.flatMap((block, index) => block.cards.map((card) => [card.id, index] as const)));
    const table = blocks.map(() => new Map<number, { left: number; right: number; count: number }>());
    const note = (one: number, other: number, left: number, right: number): void => {
        const entry = table[one]?.get(other) ?? { left: 0, right: 0, count: 0 };
        table[one]?.set(other, { left: entry.left + left, right: entry.right + right, count: entry.count + 1 });
    };
    for (const { from, to, oneWay } of links) {
        const [a, b] = [blockOf.get(from) ?? -1, blockOf.get(to) ?? -1];
        if (a !== b && a >= 0 && b >= 0) {
            note(a, b, oneWay ? backwards : 0, 0);
            note(b, a, 0, oneWay ? backwards : 0);
        }
    }
    const linked: BlockLink[][] = table.map((entries) => [...entries].map(([other, entry]) => ({ other, ...entry })));
    const lengths = blocks.map((block) => blockLength(block) + blockGap);
    const wanted = lengths.reduce((sum, length) => sum + length, 0) / count;
    const balance = 2 + 0.25 * links.length;
    const column = startColumns(blocks, linked, lengths, count);
    const filled = Array.from({ length: count }, (_, index) => lengths.reduce((sum, length, at) => sum + (column[at] === index ? length : 0), 0));
    const over = (length: number): number => {
        const by = (length - wanted) / wanted;
        return balance * by * by;
    };
    const reach = (block: number, at: number, without = -1): number =>
        (linked[block] ?? []).reduce((sum, { other, left, right, count: lines }) => {
            if (other === without) return sum;
            const by = (column[other] ?? 0) - at;
            return sum + lines * reachOf(Math.abs(by)) + (by < 0 ? left : by > 0 ? right : 0);
        }, 0);
    const move = (block: number, to: number): void => {
        const from = column[block] ?? 0;
        filled[from] = (filled[from] ?? 0) - (lengths[block] ?? 0);
        filled[to] = (filled[to] ?? 0) + (lengths[block] ?? 0);
        column[block] = to;
    };
    const moveGain = (block: number, to: number): number => {
        const from = column[block] ?? 0;
        const [length, old, next] = [lengths[block] ?? 0, filled[from] ?? 0, filled[to] ?? 0];
        return reach(block, from) - reach(block, to) + over(old) + over(next) - over(old - length) - over(next + length);
    };
    for (let changed = true, round = 0; changed && round < rounds; round += 1) {
        changed = false;
        for (let block = 0; block < blocks.length; block += 1) {
            let [best, gain] = [-1, leastGain];
            for (let to = 0; to < count; to += 1) {
                const found = to === column[block] ? 0 : moveGain(block, to);
                if (found > gain) [best, gain] = [to, found];
            }
            if (best >= 0) {
                move(block, best);
                changed = true;
            }
        }
        for (let one = 0; one < blocks.length; one += 1) {
            for (let other = one + 1; other < blocks.length; other += 1) {
                const [a, b] = [column[one] ?? 0, column[other] ?? 0];
                if (a === b) continue;
                const by = (lengths[one] ?? 0) - (lengths[other] ?? 0);
                const heights = over(filled[a] ?? 0) + over(filled[b] ?? 0) - over((filled[a] ?? 0) - by) - over((filled[b] ?? 0) + by);
                const direct = directGain(linked[one] ?? [], other, a, b);
                const ways = reach(one, a, other) - reach(one, b, other) + reach(other, b, one) - reach(other, a, one);
                if (heights + ways + direct > leastGain) {
                    move(one, b);
                    move(other, a);
                    changed = true;
                }
            }
        }
    }
    return column;
}

function reachOf(by: number): number {
    return reachCost[by] ?? 1.2 * by;
}

/** What is saved of the lines between two blocks when they change places: those that went back go forth. */
function directGain(links: readonly BlockLink[], other: number, a: number, b: number): number {
    const link = links.find((entry) => entry.other === other);
    return link === undefined ? 0 : a < b ? link.right - link.left : link.left - link.right;
}

/** Those that give stand left of those that take; else the order of the text holds. */
function startColumns(blocks: readonly PlanBlock[], linked: readonly (readonly BlockLink[])[], lengths: readonly number[], count: number): number[] {
    const lean = linked.map((list) => {
        const [out, into] = list.reduce(([o, i], link) => [o + link.left, i + link.right], [0, 0]);
        return out + into === 0 ? 0 : Math.round((3 * (into - out)) / (out + into));
    });
    const order = blocks.map((_, index) => index).sort((a, b) => (lean[a] ?? 0) - (lean[b] ?? 0) || a - b);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const column: number[] = blocks.map(() => 0);
    let before = 0;
    for (const block of order) {
        const middle = before + (lengths[block] ?? 0) / 2;
        column[block] = Math.min(count - 1, Math.floor((count * middle) / total));
        before += lengths[block] ?? 0;
    }
    return column;
}

/** Orders the blocks of the columns and the cards of the blocks. */
function orderColumns(columns: readonly (readonly PlanBlock[])[], links: readonly PlanLink[]): { readonly plan: ColumnPlan; readonly cost: number } {
    let plan = columns.map((list) => list.map((block) => ({ ...block })));
    const mates = new Map<string, string[]>();
    for (const { from, to } of links) {
        mates.set(from, [...(mates.get(from) ?? []), to]);
        mates.set(to, [...(mates.get(to) ?? []), from]);
    }
    const cost = (places: ReadonlyMap<string, number>): number =>
        links.reduce((sum, { from, to }) => sum + Math.abs((places.get(from) ?? 0) - (places.get(to) ?? 0)), 0);
    let places = placesOf(plan);
    let best = cost(places);
    for (let round = 0; round < 2 * rounds; round += 1) {
        const next = plan.map((list) => [...list]);
        // One column after the other, there and back, each with what the last one has become.
        const turns = round % 2 === 0 ? next.map((_, index) => index) : next.map((_, index) => next.length - 1 - index);
        let at = new Map(places);
        for (const index of turns) {
            const wish = (card: PlanCard): number => wishOf(mates.get(card.id) ?? [], at, at.get(card.id) ?? 0);
            next[index] = sortedBy(
                (next[index] ?? []).map((block) => ({ ...block, cards: sortedBy(block.cards, wish, (card) => at.get(card.id) ?? 0) })),
                (block) => mean(block.cards.map(wish)),
                (block) => mean(block.cards.map((card) => at.get(card.id) ?? 0)),
            );
            at = new Map([...at, ...placesOf([next[index] ?? []])]);
        }
        const found = cost(at);
        if (found > best * 0.985) break;
        [plan, places, best] = [next, at, found];
    }
    const improved = improvePlan(
        plan,
        links,
        { block: blockGap, card: cardGap },
        { ...costs, balance: 4 + perBalance * links.length * Math.max(1, links.length / crowd) },
        Math.max(1, Math.min(rounds, Math.round(manyLinks / links.length))),
    );
    return { plan: improved.columns.map((list) => list.map((block) => ({ id: block.id, cards: block.cards.map((card) => card.id) }))), cost: improved.cost };
}

/** The middle of each card along its column. */
function placesOf(columns: readonly (readonly PlanBlock[])[]): Map<string, number> {
    const places = new Map<string, number>();
    for (const column of columns) {
        let y = 0;
        for (const block of column) {
            y += block.frame;
            for (const card of block.cards) {
                places.set(card.id, y + card.length / 2);
                y += card.length + cardGap;
            }
            y += blockGap - cardGap;
        }
    }
    return places;
}

function wishOf(mates: readonly string[], at: ReadonlyMap<string, number>, own: number): number {
    return mates.length === 0 ? own : mean(mates.map((mate) => at.get(mate) ?? 0));
}

function mean(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** By the wish, but nearly equal wishes leave the order as it is. */
function sortedBy<T>(list: readonly T[], wish: (entry: T) => number, now: (entry: T) => number): T[] {
    const keys = new Map(list.map((entry) => [entry, wish(entry) * 0.8 + now(entry) * 0.2] as const));
    return [...list].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
}
