import { placeBlock } from '../block.ts';
import type { IconName } from '../icon-names.ts';
import type { Block, Mark } from '../marks.ts';
import { badge } from '../parts/badge.ts';
import { line } from '../paths.ts';
import type { Style } from '../style-names.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';
import type { Shape } from './links.ts';
import type { CellMark } from './matrix-content.ts';
import { isNumber } from './matrix-content.ts';

/** Room between the words of two neighbouring cells, in px. */
export const cellGap = 12;
const wordStyle: Style = ['small', 'fill-ink2'];

const icons: Readonly<Partial<Record<Shape, readonly [IconName, Style]>>> = {
    master: ['diamond', 'fill-blue'],
    copy: ['diamond', ['fill-none', 'stroke-mark', 'w15']],
    in: ['data-in', ['icon', 'stroke-blue']],
    out: ['data-out', ['icon', 'stroke-blue']],
    automated: ['automated', ['icon', 'stroke-blue']],
    assisted: ['assisted', ['icon', 'stroke-ink2']],
    manual: ['manual', ['icon', 'stroke-ink2']],
};

/** The shape of a mark, 16 high; of an interface its number. */
export function markShape({ shape, word }: CellMark): Block {
    if (isNumber(shape)) {
        return badge(word, shape === 'flow' ? 'filled' : 'outlined');
    }
    const [icon, style] = icons[shape] ?? [];
    if (icon !== undefined && style !== undefined) {
        const inset = icon === 'diamond' ? 2 : 0;
        return { width: 16, height: 16, marks: [{ type: 'icon', icon, x: inset, y: inset, style }] };
    }
    return { width: 16, height: 16, marks: circleMarks(shape) };
}

function circleMarks(shape: Shape): Mark[] {
    const ring = (style: Style): Mark => ({ type: 'circle', x: 8, y: 8, radius: 5.25, style });
    switch (shape) {
        case 'full':
            return [{ type: 'circle', x: 8, y: 8, radius: 6, style: 'fill-ink' }];
        case 'half':
            return [ring(['fill-none', 'stroke-ink', 'w15']), { type: 'path', d: 'M8 2.75A5.25 5.25 0 0 0 8 13.25z', style: 'fill-ink' }];
        case 'planned':
            return [ring(['fill-none', 'stroke-ink2', 'w15', 'dash'])];
        case 'leaving':
            return [ring(['fill-none', 'stroke-ink2', 'w15']), { type: 'path', d: line(4.3, 11.7, 11.7, 4.3), style: ['stroke-ink2', 'w15'] }];
        default:
            return [ring(['fill-none', 'stroke-ink', 'w15'])];
    }
}

/** The marks of a cell below each other, in the middle of its width; words stand below shapes where asked for. */
export function cellBlock(marks: readonly CellMark[], width: number, withWords: boolean): Block {
    const drawn: Mark[] = [];
    let y = 0;
    for (const mark of marks) {
        const shape = markShape(mark);
        y += y === 0 ? 0 : 6;
        drawn.push(placeBlock(shape, (width - shape.width) / 2, y));
        y += shape.height;
        if (withWords && !isNumber(mark.shape)) {
            const lines = wrapText(mark.word, width - cellGap, fontOf(wordStyle));
            drawn.push(...textLines(lines, width / 2, y + 12, 13, wordStyle, 'middle'));
            y += lines.length * 13 + 2;
        }
    }
    return { width, height: y, marks: drawn };
}

/** The narrowest column that holds the words of a mark on lines of whole words. */
export function leastCellWidth(mark: CellMark, withWords: boolean): number {
    if (isNumber(mark.shape)) {
        return markShape(mark).width + cellGap;
    }
    return withWords ? Math.max(0, ...mark.word.split(' ').map((word) => textWidth(word, fontOf(wordStyle)))) + cellGap : 0;
}
