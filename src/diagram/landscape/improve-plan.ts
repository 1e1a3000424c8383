import { nearestPlaces } from './nearest-place.ts';
import type { PlanBlock, PlanLink } from './plan-columns.ts';
import type { PlanCosts, PlanGaps } from './plan-lines.ts';
import { PlanLines } from './plan-lines.ts';

/** In so many lines every place near those of the mates is tried; in more, the nearest columns and places only. */
const fewLines = 150;
const mostColumns = 5;

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

/** A plan that improves itself by one move after the other. */
class Plan extends PlanLines {
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

function mean(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
