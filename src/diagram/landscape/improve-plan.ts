import type { PlanBlock, PlanLink } from './plan-columns.ts';

/** In so many lines every place near those of the mates is tried; in more, the nearest columns and places only. */
const fewLines = 150;
const mostColumns = 5;

/** What a plan costs, with a crossing of two lines as the unit. */
export interface PlanCosts {
    /** So many px of way along the columns. */
    readonly perLength: number;
    /** By how many columns on a line ends. */
    readonly reach: (columns: number) => number;
    /** A line that leads to the left. */
    readonly backwards: number;
    /** A column that is longer or shorter than the others by all of its length. */
    readonly balance: number;
    /** What a move has to save at least. */
    readonly leastGain: number;
}

export interface PlanGaps {
    readonly block: number;
    readonly card: number;
}

/**
 * Moves blocks, and cards within them, to where their lines cross least and are short, one after the other, as long as that gains: the
 * sifting of Rudell, as Matuszewski, Schönfeld and Molitor (1999) use it for layers, over all columns. Only places near those of the
 * linked cards are looked at, so a round takes time in proportion to the square of the lines.
 */
export function improvePlan(
    columns: readonly (readonly PlanBlock[])[],
    links: readonly PlanLink[],
    gaps: PlanGaps,
    costs: PlanCosts,
    rounds: number,
): { readonly columns: (readonly PlanBlock[])[]; readonly cost: number } {
    const plan = new Plan(columns, links, gaps, costs);
    for (let round = 0; round < rounds; round += 1) {
        if (!plan.improve()) break;
    }
    return { columns: plan.columns, cost: plan.cost() };
}

class Plan {
    readonly columns: PlanBlock[][];
    private readonly gaps: PlanGaps;
    private readonly costs: PlanCosts;
    private readonly count: number;
    private readonly from: Int32Array;
    private readonly to: Int32Array;
    private readonly oneWay: Uint8Array;
    /** Of each card: its column, its middle, and its lines. */
    private readonly column: Int32Array;
    private readonly middle: Float64Array;
    private readonly lines: number[][];
    /** Of each line its level in every column from the first to the last that it touches; both ends of one within a column. */
    private readonly levels: Float64Array;
    private readonly first: Int32Array;
    private readonly last: Int32Array;
    private readonly index = new Map<string, number>();
    /** Of each column the places between blocks, and those between all cards, through which lines may pass. */
    private readonly edges: number[][] = [];
    private readonly gapsOf: number[][] = [];
    private readonly filled: number[] = [];

    constructor(columns: readonly (readonly PlanBlock[])[], links: readonly PlanLink[], gaps: PlanGaps, costs: PlanCosts) {
        this.columns = columns.map((list) => [...list]);
        this.gaps = gaps;
        this.costs = costs;
        this.count = columns.length;
        for (const block of columns.flat()) for (const card of block.cards) this.index.set(card.id, this.index.size);
        const known = links.filter((link) => this.index.has(link.from) && this.index.has(link.to) && link.from !== link.to);
        this.from = Int32Array.from(known, (link) => this.index.get(link.from) ?? 0);
        this.to = Int32Array.from(known, (link) => this.index.get(link.to) ?? 0);
        this.oneWay = Uint8Array.from(known, (link) => (link.oneWay ? 1 : 0));
        this.column = new Int32Array(this.index.size);
        this.middle = new Float64Array(this.index.size);
        this.lines = Array.from({ length: this.index.size }, () => []);
        known.forEach((_, line) => {
            this.lines[this.from[line] as number]?.push(line);
            this.lines[this.to[line] as number]?.push(line);
        });
        this.levels = new Float64Array(known.length * Math.max(2, this.count));
        this.first = new Int32Array(known.length);
        this.last = new Int32Array(known.length);
        this.columns.forEach((_, at) => this.measure(at));
        known.forEach((_, line) => this.trace(line));
    }

    /** One move for each block, and for each card within its block; says whether anything was gained. */
    improve(): boolean {
        let changed = false;
        for (const block of this.columns.flat()) {
            changed = this.moveBlock(block) || changed;
        }
        for (let at = 0; at < this.count; at += 1) {
            for (let place = 0; place < (this.columns[at]?.length ?? 0); place += 1) {
                changed = this.moveCards(at, place) || changed;
            }
        }
        return changed;
    }

    /** What the plan costs as it is. */
    cost(): number {
        const lines = Array.from(this.from, (_, line) => line);
        const crossings = lines.reduce((sum, line) => sum + this.crossings(line, Number.POSITIVE_INFINITY), 0);
        const heights = this.filled.reduce((sum, length) => sum + this.over(length), 0);
        // Each crossing has been counted at both of its lines.
        return this.costOf(lines, Number.POSITIVE_INFINITY) - crossings / 2 + heights;
    }

    /** Takes the places of a column's cards from its order. */
    private measure(at: number): void {
        let y = 0;
        const edges = [-this.gaps.block / 2];
        const passes = [-this.gaps.block / 2];
        for (const block of this.columns[at] ?? []) {
            y += block.frame;
            for (const card of block.cards) {
                const index = this.index.get(card.id) ?? 0;
                this.column[index] = at;
                this.middle[index] = y + card.length / 2;
                y += card.length + this.gaps.card;
                passes.push(y - this.gaps.card / 2);
            }
            y += this.gaps.block - this.gaps.card;
            edges.push(y - this.gaps.block / 2);
        }
        this.edges[at] = edges;
        this.gapsOf[at] = passes;
        this.filled[at] = y;
    }

    /** The levels of a line from column to column: straight on, but through the nearest gap between cards. */
    private trace(line: number): void {
        const [a, b] = [this.from[line] as number, this.to[line] as number];
        const [ca, cb] = [this.column[a] as number, this.column[b] as number];
        const [left, right] = ca <= cb ? [a, b] : [b, a];
        const [first, last] = ca <= cb ? [ca, cb] : [cb, ca];
        const base = line * Math.max(2, this.count);
        const [start, end] = [this.middle[left] as number, this.middle[right] as number];
        this.first[line] = first;
        this.last[line] = last;
        this.levels[base] = start;
        for (let at = first + 1; at < last; at += 1) {
            this.levels[base + at - first] = nearest(this.gapsOf[at] ?? [], start + ((end - start) * (at - first)) / (last - first));
        }
        this.levels[base + Math.max(1, last - first)] = end;
    }

    /** How often a line crosses all others; it stops counting beyond a limit. */
    private crossings(one: number, limit: number): number {
        const { first, last, levels } = this;
        const size = Math.max(2, this.count);
        const a = one * size;
        const [aFirst, aLast] = [first[one] as number, last[one] as number];
        let count = 0;
        for (let other = 0; other < first.length && count <= limit; other += 1) {
            const bFirst = first[other] as number;
            const bLast = last[other] as number;
            if (bFirst > aLast || bLast < aFirst || other === one) continue;
            const b = other * size;
            if (aFirst === aLast) {
                count += bFirst === bLast ? this.nested(aFirst, a, bFirst, b) : this.passes(aFirst, a, bFirst, bLast, b);
                continue;
            }
            if (bFirst === bLast) {
                count += this.passes(bFirst, b, aFirst, aLast, a);
                continue;
            }
            const start = aFirst > bFirst ? aFirst : bFirst;
            const end = aLast < bLast ? aLast : bLast;
            if (start >= end) continue;
            let before = (levels[a + start - aFirst] as number) - (levels[b + start - bFirst] as number);
            for (let at = start + 1; at <= end; at += 1) {
                const after = (levels[a + at - aFirst] as number) - (levels[b + at - bFirst] as number);
                if ((before < -0.5 && after > 0.5) || (before > 0.5 && after < -0.5)) count += 1;
                before = after;
            }
        }
        return count;
    }

    /** Do two lines that come back into one column cross? Not where one spans the other. */
    private nested(oneColumn: number, one: number, otherColumn: number, other: number): number {
        if (oneColumn !== otherColumn) return 0;
        const [low, high] = range(this.levels[one] as number, this.levels[one + 1] as number);
        const inside = (level: number): number => (level > low + 0.5 && level < high - 0.5 ? 1 : 0);
        return inside(this.levels[other] as number) + inside(this.levels[other + 1] as number) === 1 ? 1 : 0;
    }

    /** Does a line that leaves, or comes to, a column start between the ends of one that comes back into it? */
    private passes(column: number, back: number, first: number, last: number, line: number): number {
        const isLast = column === this.count - 1;
        const meets = isLast ? first < column && column <= last : first <= column && column < last;
        if (!meets) return 0;
        const level = this.levels[line + column - first] as number;
        const [low, high] = range(this.levels[back] as number, this.levels[back + 1] as number);
        return level > low + 0.5 && level < high - 0.5 ? 1 : 0;
    }

    /** What some lines cost, each as it is traced now; crossings among themselves count as well. */
    private costOf(lines: readonly number[], limit: number): number {
        const { perLength, reach, backwards } = this.costs;
        let cost = 0;
        for (const line of lines) {
            const a = this.from[line] as number;
            const b = this.to[line] as number;
            const by = (this.column[b] as number) - (this.column[a] as number);
            cost += reach(Math.abs(by)) + (by < 0 && this.oneWay[line] === 1 ? backwards : 0);
            const base = line * Math.max(2, this.count);
            const steps = Math.max(1, Math.abs(by));
            for (let at = 0; at < steps; at += 1) cost += Math.abs((this.levels[base + at + 1] as number) - (this.levels[base + at] as number)) * perLength;
            if (cost > limit) return cost;
        }
        for (const line of lines) {
            cost += this.crossings(line, limit - cost);
            if (cost > limit) return cost;
        }
        return cost;
    }

    private over(length: number): number {
        const wanted = this.filled.reduce((sum, other) => sum + other, 0) / this.count;
        const by = (length - wanted) / wanted;
        return this.costs.balance * by * by;
    }

    /** Tries a block at other places: those nearest to the cards that it is linked with. */
    private moveBlock(block: PlanBlock): boolean {
        const cards = block.cards.map((card) => this.index.get(card.id) ?? 0);
        const lines = [...new Set(cards.flatMap((card) => this.lines[card] ?? []))];
        if (lines.length === 0) return false;
        const old = this.column[cards[0] as number] as number;
        const place = (this.columns[old] ?? []).indexOf(block);
        const length = block.cards.reduce((sum, card) => sum + card.length + this.gaps.card, block.frame - this.gaps.card) + this.gaps.block;
        const kept = cards.map((card) => this.middle[card] as number);
        const centre = mean(kept);
        const wish = this.wishOf(cards, lines);
        const before = this.costOf(lines, Number.POSITIVE_INFINITY) + this.over(this.filled[old] ?? 0);
        let best: { readonly at: number; readonly place: number } | undefined;
        let least = before - this.costs.leastGain;
        for (const at of this.columnsNear(cards, lines)) {
            const heights =
                at === old
                    ? this.over(this.filled[old] ?? 0)
                    : this.over((this.filled[old] ?? 0) - length) + this.over((this.filled[at] ?? 0) + length) - this.over(this.filled[at] ?? 0);
            for (const next of nearestPlaces(this.edges[at] ?? [], wish, this.from.length <= fewLines)) {
                if (at === old && (next === place || next === place + 1)) continue;
                const shift = ((this.edges[at] ?? [])[next] ?? 0) - centre;
                cards.forEach((card, index) => {
                    this.column[card] = at;
                    this.middle[card] = (kept[index] ?? 0) + shift;
                });
                lines.forEach((line) => this.trace(line));
                const cost = heights + this.costOf(lines, least - heights);
                if (cost < least) {
                    least = cost;
                    best = { at, place: next };
                }
            }
        }
        cards.forEach((card, index) => {
            this.column[card] = old;
            this.middle[card] = kept[index] ?? 0;
        });
        if (best === undefined) {
            lines.forEach((line) => this.trace(line));
            return false;
        }
        this.columns[old]?.splice(place, 1);
        const to = best.at === old && best.place > place ? best.place - 1 : best.place;
        this.columns[best.at]?.splice(to, 0, block);
        this.refresh(old);
        this.refresh(best.at);
        return true;
    }

    /** Tries each card at other places of its block. */
    private moveCards(at: number, place: number): boolean {
        const count = this.columns[at]?.[place]?.cards.length ?? 0;
        let changed = false;
        for (const { id } of count < 2 ? [] : [...(this.columns[at]?.[place]?.cards ?? [])]) {
            const block = this.columns[at]?.[place] as PlanBlock;
            const now = block.cards.findIndex((card) => card.id === id);
            const card = this.index.get(id) ?? 0;
            const lines = this.lines[card] ?? [];
            if (lines.length === 0) continue;
            const edges = [0, ...block.cards.map((other) => (this.middle[this.index.get(other.id) ?? 0] as number) + other.length / 2 + 1)];
            edges[0] = (this.middle[this.index.get(block.cards[0]?.id ?? '') ?? 0] as number) - (block.cards[0]?.length ?? 0) / 2 - 1;
            const kept = this.middle[card] as number;
            let least = this.costOf(lines, Number.POSITIVE_INFINITY) - this.costs.leastGain;
            let best = -1;
            for (const next of nearestPlaces(edges, this.wishOf([card], lines), this.from.length <= fewLines)) {
                if (next === now || next === now + 1) continue;
                this.middle[card] = edges[next] ?? 0;
                lines.forEach((line) => this.trace(line));
                const cost = this.costOf(lines, least);
                if (cost < least) [least, best] = [cost, next];
            }
            this.middle[card] = kept;
            lines.forEach((line) => this.trace(line));
            if (best < 0) continue;
            const cards = block.cards.filter((other) => other.id !== id);
            cards.splice(best > now ? best - 1 : best, 0, block.cards[now] as PlanBlock['cards'][number]);
            (this.columns[at] as PlanBlock[])[place] = { ...block, cards };
            this.refresh(at);
            changed = true;
        }
        return changed;
    }

    private refresh(at: number): void {
        this.measure(at);
        for (let line = 0; line < this.from.length; line += 1) {
            if ((this.first[line] as number) <= at || this.column[this.from[line] as number] === at || this.column[this.to[line] as number] === at)
                this.trace(line);
        }
    }

    /** The middle of the cards at the other ends of the lines. */
    private wishOf(cards: readonly number[], lines: readonly number[]): number {
        const own = new Set(cards);
        const others = lines.flatMap((line) => [this.from[line] as number, this.to[line] as number].filter((card) => !own.has(card)));
        const middles = (others.length === 0 ? cards : others).map((card) => this.middle[card] as number).sort((a, b) => a - b);
        return middles[Math.floor(middles.length / 2)] ?? 0;
    }

    /** The columns of the linked cards, and those beside them. */
    private columnsNear(cards: readonly number[], lines: readonly number[]): number[] {
        const near = new Set<number>([this.column[cards[0] as number] as number]);
        for (const line of lines) {
            for (const card of [this.from[line] as number, this.to[line] as number]) {
                for (const by of [-1, 0, 1]) near.add((this.column[card] as number) + by);
            }
        }
        const wish = mean(lines.flatMap((line) => [this.column[this.from[line] as number] as number, this.column[this.to[line] as number] as number]));
        return [...near]
            .filter((at) => at >= 0 && at < this.count)
            .sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish) || a - b)
            .slice(0, this.from.length <= fewLines ? undefined : mostColumns);
    }
}

function range(a: number, b: number): readonly [number, number] {
    return a < b ? [a, b] : [b, a];
}

function mean(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function nearest(edges: readonly number[], level: number): number {
    return edges[nearestIndex(edges, level)] ?? level;
}

function nearestIndex(edges: readonly number[], level: number): number {
    let [low, high] = [0, edges.length - 1];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((edges[middle] as number) < level) low = middle + 1;
        else high = middle;
    }
    return low > 0 && level - (edges[low - 1] as number) < (edges[low] as number) - level ? low - 1 : low;
}

/** The places between blocks nearest to a level. */
function nearestPlaces(edges: readonly number[], level: number, more: boolean): number[] {
    const at = nearestIndex(edges, level);
    return (more ? [at, at - 1, at + 1, at - 2, at + 2] : [at, at - 1, at + 1]).filter((place) => place >= 0 && place < edges.length);
}
