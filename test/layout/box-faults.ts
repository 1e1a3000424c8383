import type { Mark, RectMark } from '../../src/diagram/marks.ts';
import { type StyleName, styleNames } from '../../src/diagram/style-names.ts';
import { textBoxes } from './journey-faults.ts';

/** Boxes that hold all the words of their group. */
const boxes: ReadonlySet<StyleName> = new Set(['card', 'plate', 'pill', 'tag-box', 'fill-frame']);
const spare = 1;

/** Texts that reach out of the card, plate or pill that they stand in. */
export function boxFaults(marks: readonly Mark[]): string[] {
    return marks.flatMap((mark) => {
        if (mark.type !== 'group') return [];
        const [first] = mark.marks;
        const own = first?.type === 'rect' && styleNames(first.style).some((name) => boxes.has(name)) ? outOf(first, mark.marks) : [];
        return [...own, ...boxFaults(mark.marks)];
    });
}

function outOf({ x, y, width, height }: RectMark, marks: readonly Mark[]): string[] {
    return textBoxes(marks)
        .filter((text) => text.x < x - spare || text.x + text.width > x + width + spare || text.y < y - spare || text.y + text.height > y + height + spare)
        .map(({ text }) => `“${text}” reaches out of its box`);
}
