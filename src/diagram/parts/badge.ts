import type { Block } from '../marks.ts';
import type { StyleName } from '../style-names.ts';
import { fontOf, textWidth } from '../text-metrics.ts';

/** Height of a badge in px; the baseline of its text stands 13 below its top. */
export const badgeHeight = 18;

/** The pill of an interface number or a rate: 36×18, wider for longer text. `outlined` is the quiet one inside rows. */
export function badge(text: string, look: 'filled' | 'outlined' = 'filled'): Block {
    const textStyle: StyleName[] = look === 'filled' ? ['badge'] : ['tag', 'tabular'];
    const width = Math.max(36, Math.ceil(textWidth(text, fontOf(textStyle)) + 11));
    const boxStyle: StyleName[] = look === 'filled' ? ['pill'] : ['fill-card', 'stroke-ink3', 'w1'];
    return {
        width,
        height: badgeHeight,
        marks: [
            { type: 'rect', x: 0, y: 0, width, height: badgeHeight, radius: 9, style: boxStyle },
            { type: 'text', x: width / 2, y: 13, text, anchor: 'middle', style: textStyle },
        ],
    };
}

/** A tag with a word, such as `Retiring`: 18 high. */
export function tag(text: string): Block {
    const width = Math.ceil(textWidth(text, fontOf('tag')) + 16);
    return {
        width,
        height: badgeHeight,
        marks: [
            { type: 'rect', x: 0, y: 0, width, height: badgeHeight, radius: 4, style: 'tag-box' },
            { type: 'text', x: width / 2, y: 13, text, anchor: 'middle', style: 'tag' },
        ],
    };
}
