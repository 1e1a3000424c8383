import type { RoughGroup } from './column-groups.ts';
import type { Hop } from './hops.ts';
import type { HopLabel } from './landscape-parts.ts';
import type { PlanBlock } from './plan-columns.ts';
import { blockLength } from './plan-columns.ts';

/** How large columns are before it is known what stands in them, in px. */
export interface RoughMeasures {
    /** Of all blocks above one another. */
    readonly length: number;
    /** Of a column, without room for more lines than one. */
    readonly width: number;
    readonly down: boolean;
}

export function roughMeasures(
    blocks: readonly PlanBlock[],
    hops: readonly Hop[],
    labels: ReadonlyMap<Hop, readonly HopLabel[]>,
    groups: readonly RoughGroup[],
    down: boolean,
): RoughMeasures {
    const cards = groups.flatMap((group) => group.cards);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const label = mean(hops.map((hop) => labels.get(hop)?.[0]?.block[down ? 'height' : 'width'] ?? 0));
    const length = blocks.reduce((sum, block) => sum + blockLength(block) + 24, 0);
    return { length, width: mean(cards.map((card) => (down ? card.height : card.width))) + 16 + label + 56, down };
}
