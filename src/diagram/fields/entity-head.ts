import type { IconName } from '../icon-names.ts';
import type { Block } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';
import { copyStyle } from './samples.ts';

/** What stands at the top of a card with fields. */
export interface EntityHead {
    readonly icon: IconName;
    readonly title: string;
    readonly subtitle: string;
    /** System of record or copy; no diamond without it. */
    readonly master?: boolean;
}

const textX = 54;
const right = 40;
const leastHeight = 56;

/** The width in px at which nothing of the head wraps. */
export function entityHeadWidth(head: EntityHead): number {
    return Math.ceil(textX + Math.max(textWidth(head.title, fontOf('card-title')), textWidth(head.subtitle, fontOf('body'))) + right);
}

/** The head of a card of the width: 56 high where nothing wraps. */
export function entityHead(head: EntityHead, width: number): Block {
    const room = width - textX - right;
    const titles = wrapText(head.title, room, fontOf('card-title'));
    const subtitles = wrapText(head.subtitle, room, fontOf('body'));
    const below = 26 + (titles.length - 1) * 18 + 17;
    const titleY = subtitles.length === 0 && titles.length === 1 ? 33 : 26;
    const height = Math.max(leastHeight, below + (subtitles.length - 1) * 16 + 13);
    return {
        width: Math.max(width, textX + linesWidth(titles, fontOf('card-title'))),
        height: Math.ceil(height / 4) * 4,
        marks: [
            { type: 'rect', x: 12, y: 12, width: 32, height: 32, radius: 6, style: 'sunk' },
            { type: 'icon', icon: head.icon, x: 20, y: 20, style: ['icon', 'stroke-ink'] },
            ...textLines(titles, textX, titleY, 18, 'card-title'),
            ...textLines(subtitles, textX, below, 16, 'body'),
            ...(head.master === undefined
                ? []
                : [{ type: 'icon', icon: 'diamond', x: width - 26, y: 16, style: head.master ? 'fill-blue' : copyStyle } as const]),
        ],
    };
}
