import type { TextMark, TextSpan } from './marks.ts';
import type { Style } from './style-names.ts';
import { fontOf } from './text-metrics.ts';
import { textWidth } from './text-width.ts';
import type { WrapOptions } from './wrap-text.ts';
import { wrapMeasured } from './wrap-text.ts';

/** A text of one look or of several. */
export type RichText = string | readonly TextSpan[];

/** The spans of a text; a plain one is a single span. */
export function spansOf(text: RichText): readonly TextSpan[] {
    return typeof text === 'string' ? [{ text }] : text;
}

/** The width in px of a text of several looks on one line. */
export function richWidth(text: RichText, style: Style): number {
    const base = fontOf(style);
    return spansOf(text).reduce((width, span) => width + textWidth(span.text, fontOf(span.style, base)), 0);
}

/** Breaks a text of several looks into balanced lines, as `wrapText` does. */
export function wrapRich(text: RichText, maxWidth: number, style: Style, options: WrapOptions = {}): readonly (readonly TextSpan[])[] {
    const spans = spansOf(text);
    const base = fontOf(style);
    const ends: number[] = [];
    const fonts = spans.map((span) => fontOf(span.style, base));
    let end = 0;
    for (const span of spans) {
        end += span.text.length;
        ends.push(end);
    }
    const measure = (cluster: string, offset: number): number => textWidth(cluster, fonts[ends.findIndex((each) => offset < each)] ?? base);
    const lines = wrapMeasured(spans.map((span) => span.text).join(''), maxWidth, measure, options);
    const queue = spans.flatMap((span) => Array.from(span.text, (character) => ({ character, style: span.style })));
    let next = 0;
    return lines.map((line) => {
        const parts: { text: string; style?: Style }[] = [];
        for (const wanted of line) {
            while (next < queue.length && !isSame(queue[next]?.character, wanted)) {
                next += 1;
            }
            const spanStyle = queue[next]?.style;
            next += 1;
            const last = parts[parts.length - 1];
            if (last && last.style === spanStyle) {
                last.text += wanted;
            } else {
                parts.push({ text: wanted, style: spanStyle });
            }
        }
        return parts;
    });
}

/** Whether a character of the text is the one in the line, where any white space has become a space. */
function isSame(character: string | undefined, wanted: string): boolean {
    return character === wanted || (wanted === ' ' && character !== undefined && /\s/u.test(character));
}

/** Lines of text below each other; `y` is the first baseline. */
export function textLines(lines: readonly RichText[], x: number, y: number, lineHeight: number, style: Style, anchor?: 'middle' | 'end'): TextMark[] {
    return lines.map((text, index) => ({ type: 'text', x, y: y + index * lineHeight, text, style, ...(anchor ? { anchor } : {}) }));
}

/** Captions stand in capitals. */
export function captionText(text: string): string {
    return text.toUpperCase();
}
