import type { PlanBlock, PlanLink } from './plan-columns.ts';

/**
 * Columns for blocks, one for each: from the block with most lines outwards, by breadth or by depth first, as many in each column. A start
 * for maps with few lines, which then seldom cross.
 */
export function outwards(
    blocks: readonly PlanBlock[],
    links: readonly PlanLink[],
    count: number,
    first: 'breadth' | 'depth',
    lengthOf: (block: PlanBlock) => number,
): number[] {
    const blockOf = new Map(blocks.flatMap((block, index) => block.cards.map((card) => [card.id, index] as const)));
    const mates = blocks.map((): number[] => []);
    for (const { from, to } of links) {
        const [a, b] = [blockOf.get(from), blockOf.get(to)];
        if (a === undefined || b === undefined) continue;
        mates[a]?.push(b);
        mates[b]?.push(a);
    }
    const order: number[] = [];
    const seen = new Set<number>();
    const starts = blocks.map((_, index) => index).sort((a, b) => (mates[b]?.length ?? 0) - (mates[a]?.length ?? 0) || a - b);
    for (const start of starts) {
        const waiting = [start];
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            if (seen.has(next)) continue;
            seen.add(next);
            order.push(next);
            if (first === 'breadth') waiting.push(...(mates[next] ?? []));
            else waiting.unshift(...(mates[next] ?? []));
        }
    }
    const total = blocks.reduce((sum, block) => sum + lengthOf(block), 0);
    const column: number[] = blocks.map(() => 0);
    let before = 0;
    for (const index of order) {
        const length = lengthOf(blocks[index] as PlanBlock);
        column[index] = Math.min(count - 1, Math.floor((count * (before + length / 2)) / total));
        before += length;
    }
    return column;
}
