import type { Font } from './text-roles.ts';
import { graphemes, textWidth } from './text-width.ts';

/** A text that is wider than `most` px, cut there with an ellipsis; else all of it. Only for names that stand elsewhere as a whole. */
export function cutText(text: string, font: Font, most: number): string {
    if (textWidth(text, font) <= most) {
        return text;
    }
    let room = most - textWidth('\u2026', font);
    let cut = '';
    for (const cluster of graphemes(text)) {
        room -= textWidth(cluster, font);
        if (room < 0) {
            break;
        }
        cut += cluster;
    }
    return `${cut.trimEnd()}\u2026`;
}
