import type { Block, Mark } from '../marks.ts';
import { line } from '../paths.ts';
import { captionText, textLines } from '../text-lines.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';

/** A caption above a column: at its left edge, or at its right end. */
export interface HeadCaption {
    readonly text: string;
    readonly x: number;
    /** Room for the words. */
    readonly width: number;
    readonly anchor?: 'end';
}

/** Title, ink rule, captions and hairline of a table whose rows are drawn by hand. */
export function tableHead(title: string, note: string | undefined, captions: readonly HeadCaption[], width: number): Block {
    const titles = wrapText(title, width, fontOf('table-title'));
    const rule = 28 + Math.max(0, titles.length - 1) * 20;
    const marks: Mark[] = [...textLines(titles, 0, 16, 20, 'table-title'), { type: 'path', d: line(0, rule, width, rule), style: 'rule' }];
    if (note) {
        const x = Math.ceil(textWidth(titles[titles.length - 1] ?? '', fontOf('table-title'))) + 12;
        marks.push({ type: 'text', x, y: rule - 12, text: note, style: ['body', 'fill-ink3'] });
    }
    const wrapped = captions.map(({ text, width: room }) => wrapText(captionText(text), room, fontOf('caption')));
    captions.forEach(({ x, anchor }, index) => marks.push(...textLines(wrapped[index] ?? [], x, rule + 17, 13, 'caption', anchor)));
    const height = rule + 26 + (Math.max(1, ...wrapped.map((lines) => lines.length)) - 1) * 13;
    marks.push({ type: 'path', d: line(0, height, width, height), style: 'hairline' });
    return { width, height, marks };
}
