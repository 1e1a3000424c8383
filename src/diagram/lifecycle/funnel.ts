import { placeBlock } from '../block.ts';
import type { Block, Mark } from '../marks.ts';
import { badge, badgeHeight } from '../parts/badge.ts';
import { roundedNumber } from '../paths.ts';
import { percentWords } from '../words/value-words.ts';
import type { StageContent } from './lifecycle-content.ts';
import { reachWords } from './reach.ts';
import type { StageColumns } from './stage-columns.ts';
import { sectionHead } from './stage-columns.ts';

const funnelHeight = 64;

/** Each stage from its full height to its own rate, in true proportion; below, how many of 1 000 are left. */
export function funnel(stages: readonly StageContent[], columns: StageColumns): Block {
    const head = sectionHead('Conversion', 'share of each stage that moves on; below it, of every 1\u00a0000 who enter the first stage', columns.width);
    const top = head.height + 16;
    const badges: Mark[] = [];
    const marks: Mark[] = [...head.marks];
    stages.forEach(({ stage, reached, isLast }, index) => {
        const from = columns.bound(index) + 2;
        const to = columns.bound(index + 1) - 2;
        const rate = stage.converts;
        if (rate !== undefined) {
            marks.push({
                type: 'path',
                d: taper(from, to, top, (Math.max(0, Math.min(100, rate)) / 100) * funnelHeight),
                style: ['tint-blue', 'stroke-blue', 'w1'],
            });
            const block = badge(percentWords(rate));
            const middle = Math.min(columns.width - block.width / 2, columns.bound(index + 1));
            badges.push(placeBlock(block, middle - block.width / 2, top + (funnelHeight - badgeHeight) / 2));
        } else if (!isLast) {
            marks.push({ type: 'rect', x: from, y: top, width: to - from, height: funnelHeight, radius: 4, style: 'missing' });
            marks.push({
                type: 'text',
                x: (from + to) / 2 + (index === 0 ? 0 : 10),
                y: top + funnelHeight / 2 + 4,
                text: 'rate not stated',
                anchor: 'middle',
                style: 'small',
            });
        }
        const count = reached === undefined ? 'not known' : reachWords(reached);
        marks.push({ type: 'text', x: columns.x(index), y: top + 84, text: count, style: reached === undefined ? 'small' : ['lifecycle-title', 'tabular'] });
    });
    return { width: columns.width, height: top + 104, marks: [...marks, ...badges] };
}

/** A shape of full height at its left, whose right end is `end` px high. */
function taper(from: number, to: number, top: number, end: number): string {
    const width = to - from;
    const bottom = top + funnelHeight;
    const upper = top + (funnelHeight - end) / 2;
    const lower = upper + end;
    const [a, b] = [from + width * 0.45, from + width * 0.5];
    const n = (...numbers: readonly number[]): string => numbers.map(roundedNumber).join(' ');
    return `M${n(from, top)}C${n(a, top, b, upper, to, upper)}L${n(to, lower)}C${n(b, lower, a, bottom, from, bottom)}z`;
}
