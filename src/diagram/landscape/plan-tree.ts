import type { Hop } from './hops.ts';
import type { ColumnPlan, PlanBlock, PlanLink } from './plan-columns.ts';
import type { RoughMeasures } from './rough-measures.ts';
import { treeColumns } from './tree-columns.ts';

/** A tree that would be narrower than this, wide to high, grows to both sides; one that would be wider turns back. */
const leastTree = 0.3;
const mostTree = 3.4;
/** A plan without crossings, where each system stands by itself and the lines are a tree. `settled` are the first of `hops`. */
export function planTree(
    blocks: readonly PlanBlock[],
    settled: readonly Hop[],
    hops: readonly Hop[],
    { length, width, down }: RoughMeasures,
): ColumnPlan | undefined {
    if (blocks.some((block) => block.cards.length > 1)) return undefined;
    const columns = treeColumns(blocks, dataLinks(settled), dataLinks(hops.slice(settled.length)), (count, rows) => {
        const [long, wide] = [(rows * length) / blocks.length, count * width];
        const ratio = down ? long / wide : wide / long;
        if (ratio >= leastTree && ratio <= mostTree) return 'fits';
        return down === ratio > mostTree ? 'high' : 'wide';
    });
    return columns?.map((list) => list.map((block) => ({ id: block.id, cards: block.cards.map((card) => card.id) })));
}

/** From where data goes to where. */
function dataLinks(hops: readonly Hop[]): PlanLink[] {
    return hops.map((hop) =>
        hop.heads === 'start' ? { from: hop.to, to: hop.from, oneWay: true } : { from: hop.from, to: hop.to, oneWay: hop.heads !== 'both' },
    );
}
