import type { Block, GroupMark, Mark } from './marks.ts';

/** A block's marks, moved to a place. */
export function placeBlock(block: Block, x: number, y: number): GroupMark {
    return { type: 'group', x, y, marks: block.marks };
}

/** Blocks one below the other, so many px apart, left edges in line. Empty ones leave no gap. */
export function stackBlocks(blocks: readonly Block[], gap: number): Block {
    const marks: Mark[] = [];
    let width = 0;
    let height = 0;
    for (const block of blocks) {
        if (block.height === 0) {
            continue;
        }
        const y = height === 0 ? 0 : height + gap;
        marks.push(placeBlock(block, 0, y));
        width = Math.max(width, block.width);
        height = y + block.height;
    }
    return { width, height, marks };
}
