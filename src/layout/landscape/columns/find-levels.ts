import { cornerSpan } from '../../../diagram/landscape/label-span.ts';
import type { Holder } from './align-levels.ts';
import { alignLevels } from './align-levels.ts';
import type { ColumnBlock, ColumnCard, ColumnGraph, ColumnHop } from './column-graph.ts';
import { findWay } from './find-way.ts';
import type { LevelWish } from './spread-levels.ts';
import { spreadLevels } from './spread-levels.ts';
import { stackColumn } from './stack-column.ts';
import type { Gap, Side, Station } from './stations.ts';
import { gapsOf, lineGap, stationsOf } from './stations.ts';

/** Where everything stands along the columns, in px. */
export interface Levels {
    readonly tops: ReadonlyMap<ColumnCard, number>;
    /** Start and end of each block, by column and place in it. */
    readonly frames: readonly (readonly { readonly start: number; readonly end: number }[])[];
    /** The levels of each line: at its first card, in each column that it passes, at its last card. */
    readonly stations: readonly (readonly number[])[];
}

/** Between two blocks, and two cards of one. */
const blockGap = 20;
const cardGap = 16;
/** From a frame, and from a card, to a line that passes it. */
const frameClear = 12;
const cardClear = 16;
/** The grid on which a line that finds no straight way ends, in px. */
const step = 4;
/** Columns grow to this much of the longest, so that lines can be straight. */
const slack = 1.06;
/** Beyond all levels, in px. */
const aside = 1e7;

/** Finds places along the columns: cards where their lines are straight, lines through the gaps nearest to their way, ends in the order in which the lines lead away. */
export function findLevels(graph: ColumnGraph): { readonly settled: Levels; readonly all: Levels } {
    const finder = new LevelFinder(graph);
    finder.stack();
    finder.stack();
    finder.chooseGaps();
    finder.stack();
    finder.spreadAll(1);
    finder.stack();
    finder.spreadAll(2);
    finder.align();
    const settled = finder.result();
    if (!graph.hops.some((entry) => entry.late)) return { settled, all: settled };
    finder.takeLate();
    finder.spreadAll(2);
    finder.align();
    return { settled, all: finder.result() };
}

class LevelFinder {
    private readonly graph: ColumnGraph;
    private readonly cards: ColumnCard[][];
    private readonly tops = new Map<ColumnCard, number>();
    private readonly stations: Station[][];
    private readonly gaps: Gap[][];
    private readonly sides: Side[][];
    private readonly ends = new Map<ColumnCard, Station[]>();
    private spread = false;
    private late = false;

    constructor(graph: ColumnGraph) {
        this.graph = graph;
        this.cards = graph.columns.map((list) => list.flatMap((block) => block.cards));
        this.gaps = gapsOf(this.cards);
        this.stations = stationsOf(graph);
        this.sides = graph.columns.map(() => []);
        this.join(false);
        for (const list of this.cards) this.stackTight(list);
        this.guess();
    }

    result(): Levels {
        return {
            tops: new Map(this.tops),
            frames: this.graph.columns.map((list) =>
                list.map((block) => {
                    const [first, last] = [block.cards[0], block.cards[block.cards.length - 1]];
                    if (first === undefined || last === undefined) return { start: 0, end: 0 };
                    const start = this.top(first) - block.pads.before;
                    return { start, end: Math.max(start + block.leastLength, this.top(last) + last.outerLength + block.pads.after) };
                }),
            ),
            stations: this.stations.map((list) => list.map((station) => station.level)),
        };
    }

    /**
     * Adds the lines that came last. Cards stay where they are, but for those that have to make room: as few as can be. A line that was
     * there keeps its way.
     */
    takeLate(): void {
        const before = new Map(this.tops);
        this.late = true;
        this.join(true);
        this.chooseGaps();
        this.cards.forEach((list, column) => {
            const boxes = list.map((card, index) => ({
                length: this.lengthOf(card),
                gap: this.gapLength(this.gaps[column]?.[index] as Gap),
                wanted: [before.get(card) ?? 0],
            }));
            this.move(column, stackColumn(boxes, Number.POSITIVE_INFINITY));
        });
    }

    /** Moves the cards of each column, in their order, to where their lines are straight: there and back over the columns. */
    stack(): void {
        const columns = this.graph.columns.map((_, index) => index);
        const room = Math.max(...columns.map((column) => this.columnLength(column))) * slack + 24;
        for (const column of [...columns, ...columns.slice(0, -1).reverse()]) {
            const list = this.cards[column] ?? [];
            const tops = stackColumn(
                list.map((card, index) => ({
                    length: this.lengthOf(card),
                    gap: this.gapLength(this.gaps[column]?.[index] as Gap),
                    wanted: (this.ends.get(card) ?? []).flatMap((end) => {
                        const entry = this.graph.hops[end.hop] as ColumnHop;
                        return entry.runs === 'across' ? [this.top(card) + this.neighbour(end).level - end.level] : [];
                    }),
                })),
                room,
            );
            this.move(column, tops);
        }
        if (!this.spread) this.guess();
    }

    /** Puts the cards of a column where they are to start, and what ends at them or passes them with them. */
    private move(column: number, tops: readonly number[]): void {
        (this.cards[column] ?? []).forEach((card, index) => {
            const by = (tops[index] ?? 0) - this.top(card);
            this.tops.set(card, tops[index] ?? 0);
            for (const end of this.ends.get(card) ?? []) end.level += by;
        });
        this.fillGaps(column, () => undefined);
    }

    /** Lets lines end at their cards: those that came last, or the others. */
    private join(late: boolean): void {
        this.graph.hops.forEach(({ from, to, runs, late: isLate }, hop) => {
            const list = this.stations[hop] as Station[];
            if (isLate !== late) return;
            this.joinEnd(from, runs === 'right' ? 'left' : 'right', list[0] as Station);
            this.joinEnd(to, runs === 'left' ? 'right' : 'left', list[list.length - 1] as Station);
        });
    }

    private joinEnd(card: ColumnCard, side: 'left' | 'right', end: Station): void {
        const sides = this.sides[card.column] as Side[];
        const entry = sides.find((other) => other.card === card && other.side === side);
        if (entry === undefined) sides.push({ card, side, ends: [end] });
        else entry.ends.push(end);
        this.ends.set(card, [...(this.ends.get(card) ?? []), end]);
    }

    /** Leads each line through the gaps that lie best on its way. */
    chooseGaps(): void {
        const order = this.graph.hops.map((_, hop) => hop).sort((a, b) => (this.stations[a]?.length ?? 0) - (this.stations[b]?.length ?? 0) || a - b);
        for (const hop of order) {
            const { from, to, runs, late } = this.graph.hops[hop] as ColumnHop;
            const list = this.stations[hop] as Station[];
            if (list.length < 3 || runs !== 'across' || late !== this.late) continue;
            const between = this.gaps.slice(from.column + 1, to.column);
            const way = findWay(between, list[0]?.level ?? 0, list[list.length - 1]?.level ?? 0, (gap) => this.gapMiddle(gap));
            way.forEach((index, at) => {
                const gap = between[at]?.[index] as Gap;
                const station = list[at + 1] as Station;
                gap.lines.push(station);
                station.level = this.gapMiddle(gap);
            });
        }
    }

    /** Gives every end and every passing line its level: each looks at what lies before it on the way to the right, then on the way back. */
    spreadAll(rounds: number): void {
        this.spread = true;
        const columns = this.graph.columns.map((_, index) => index);
        for (let round = 0; round < rounds; round += 1) {
            for (const column of columns) {
                this.spreadSides(column, 'left');
                this.fillGaps(column, (station) => this.stations[station.hop]?.[station.at - 1]?.level);
            }
            for (const column of [...columns].reverse()) {
                this.spreadSides(column, 'right');
                this.fillGaps(column, (station) => this.stations[station.hop]?.[station.at + 1]?.level);
            }
        }
        for (const column of columns) this.spreadSides(column, 'left');
    }

    /** Takes out small bends. */
    align(): void {
        const holders = new Map<Station, Holder>();
        for (const gap of this.gaps.flat()) {
            for (const station of gap.lines) holders.set(station, { stations: gap.lines, ...this.gapRange(gap) });
        }
        for (const side of this.sides.flat()) {
            for (const end of side.ends) holders.set(end, { stations: side.ends, ...this.sideRange(side) });
        }
        alignLevels(this.graph, this.stations, holders);
    }

    private blockOf(card: ColumnCard): ColumnBlock {
        return this.graph.columns[card.column]?.[card.block] as ColumnBlock;
    }

    private top(card: ColumnCard): number {
        return this.tops.get(card) ?? 0;
    }

    /** The card with its flows to itself; the last of a block as long as its frame has to be. */
    private lengthOf(card: ColumnCard): number {
        const { cards, leastLength, pads } = this.blockOf(card);
        const own = (other: ColumnCard): number => other.outerLength - (this.late ? 0 : other.added);
        if (card.place < cards.length - 1) return own(card);
        const others = cards.reduce((sum, other) => sum + own(other) + cardGap, pads.before + pads.after - cardGap);
        return own(card) + Math.max(0, leastLength - others);
    }

    private neighbour(station: Station): Station {
        const list = this.stations[station.hop] as Station[];
        return list[station.at === 0 ? 1 : station.at - 1] as Station;
    }

    private stackTight(list: readonly ColumnCard[]): void {
        let y = 0;
        list.forEach((card, index) => {
            y += this.gapLength(this.gaps[card.column]?.[index] as Gap);
            this.tops.set(card, y);
            y += this.lengthOf(card);
        });
    }

    /** All ends in the middle of their cards, as long as nothing better is known. */
    private guess(): void {
        this.graph.hops.forEach(({ from, to }, hop) => {
            const list = this.stations[hop] as Station[];
            const [first, last] = [this.top(from) + from.length / 2, this.top(to) + to.length / 2];
            list.forEach((station, at) => {
                const passes = at > 0 && at < list.length - 1;
                if (!passes || !this.gaps[from.column + at]?.some((gap) => gap.lines.includes(station))) {
                    station.level = first + ((last - first) * at) / (list.length - 1);
                }
            });
        });
    }

    /** What must stay free between two cards, with the frames around them. */
    private gapLength({ above, below, inner, lines }: Gap): number {
        const need = lineGap * Math.max(0, lines.length - 1);
        if (inner) return lines.length === 0 ? cardGap : 2 * cardClear + need;
        const after = above === undefined ? 0 : this.blockOf(above).pads.after;
        const before = below === undefined ? 0 : this.blockOf(below).pads.before;
        if (lines.length === 0) return after + before + (above === undefined || below === undefined ? 0 : blockGap);
        const clear = (above === undefined ? 0 : this.clear(above)) + (below === undefined ? 0 : this.clear(below));
        return after + before + Math.max(above === undefined || below === undefined ? 0 : blockGap, clear + need);
    }

    /** From a block to the next line that passes it. */
    private clear(card: ColumnCard): number {
        return this.blockOf(card).framed ? frameClear : cardClear;
    }

    private columnLength(column: number): number {
        return (this.cards[column] ?? []).reduce((sum, card, index) => sum + this.lengthOf(card) + this.gapLength(this.gaps[column]?.[index] as Gap), 0);
    }

    private gapRange({ above, below, inner, lines }: Gap): { readonly low: number; readonly high: number } {
        const edge = (card: ColumnCard, pad: number): number => (inner ? cardClear : this.clear(card) + pad);
        const low = above === undefined ? undefined : this.top(above) + this.lengthOf(above) + edge(above, this.blockOf(above).pads.after);
        const high = below === undefined ? undefined : this.top(below) - edge(below, this.blockOf(below).pads.before);
        const need = lineGap * Math.max(0, lines.length - 1);
        // Above the first block and below the last there is no end: lines keep near.
        return { low: low ?? Math.min(0, (high ?? 0) - need), high: high ?? (low ?? 0) + need };
    }

    private gapMiddle(gap: Gap): number {
        const { low, high } = this.gapRange(gap);
        return (low + high) / 2;
    }

    private fillGaps(column: number, wish: (station: Station) => number | undefined): void {
        for (const gap of this.gaps[column] ?? []) {
            if (gap.lines.length > 0) this.fill(gap.lines, wish, this.gapRange(gap), 0);
        }
    }

    private spreadSides(column: number, side: 'left' | 'right'): void {
        for (const entry of this.sides[column] ?? []) {
            if (entry.side !== side) continue;
            // A label may stand a little over the corner of its card.
            this.fill(entry.ends, (end) => this.wishAt(end), this.sideRange(entry), cornerSpan - 6);
        }
    }

    /** Lines that come back into the column leave above the others, or below them, and span those that come back sooner. */
    private wishAt(end: Station): number {
        const level = this.neighbour(end).level;
        if (this.graph.hops[end.hop]?.runs === 'across') return level;
        return level < end.level ? -aside - level : aside - level;
    }

    private sideRange({ card, side }: Side): { readonly low: number; readonly high: number } {
        const block = this.blockOf(card);
        const caption = side === 'left' && card.place === 0 && block.captionLength > 0 ? block.captionLength - block.pads.before + 12 - cornerSpan : 0;
        const top = this.top(card);
        const length = card.length - (this.late ? 0 : card.added);
        return { low: top + cornerSpan + Math.max(0, caption), high: top + length - cornerSpan };
    }

    /** Orders stations by where their lines lead, and gives them levels between two ends, which labels may pass by `over`. */
    private fill(
        stations: Station[],
        wish: (station: Station) => number | undefined,
        range: { readonly low: number; readonly high: number },
        over: number,
    ): void {
        const wishes = new Map(stations.map((station) => [station, wish(station) ?? station.level] as const));
        stations.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0) || a.level - b.level || a.hop - b.hop);
        const list = stations.map(
            (station): LevelWish => ({
                wanted: (this.graph.hops[station.hop] as ColumnHop).runs === 'across' ? (wishes.get(station) ?? 0) : station.level,
                ...station.span,
            }),
        );
        const margin = (span: number | undefined): number => (over === 0 ? 0 : Math.max(0, (span ?? 0) - over));
        const low = range.low + margin(list[0]?.before);
        const levels = spreadLevels(list, { low, high: range.high - margin(list[list.length - 1]?.after), step: over === 0 ? lineGap : step });
        stations.forEach((station, index) => {
            station.level = levels[index] ?? station.level;
        });
    }
}
