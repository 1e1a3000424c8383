import { nearest } from './nearest-place.ts';
import type { PlanBlock, PlanLink } from './plan-columns.ts';

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

/** A plan whose blocks can be moved, with the way of each line over its columns. */
export class PlanLines {
    readonly columns: PlanBlock[][];
    protected readonly gaps: PlanGaps;
    protected readonly costs: PlanCosts;
    protected readonly count: number;
    protected readonly from: Int32Array;
    protected readonly to: Int32Array;
    private readonly oneWay: Uint8Array;
    /** Of each card: its column, its middle, and its lines. */
    protected readonly column: Int32Array;
    protected readonly middle: Float64Array;
    protected readonly lines: number[][];
    /** Of each line its level in every column from the first to the last that it touches; both ends of one within a column. */
    private readonly levels: Float64Array;
    private readonly first: Int32Array;
    private readonly last: Int32Array;
    protected readonly index = new Map<string, number>();
    /** Of each column the places between blocks, and those between all cards, through which lines may pass. */
    protected readonly edges: number[][] = [];
    private readonly gapsOf: number[][] = [];
    protected readonly filled: number[] = [];

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
    protected trace(line: number): void {
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
    protected costOf(lines: readonly number[], limit: number): number {
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

    protected over(length: number): number {
        const wanted = this.filled.reduce((sum, other) => sum + other, 0) / this.count;
        const by = (length - wanted) / wanted;
        return this.costs.balance * by * by;
    }

    protected refresh(at: number): void {
        this.measure(at);
        for (let line = 0; line < this.from.length; line += 1) {
            if ((this.first[line] as number) <= at || this.column[this.from[line] as number] === at || this.column[this.to[line] as number] === at)
                this.trace(line);
        }
    }
}

function range(a: number, b: number): readonly [number, number] {
    return a < b ? [a, b] : [b, a];
}
