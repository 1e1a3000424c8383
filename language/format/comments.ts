import { displayWidth, tabWidth } from './display-width.ts';
import { type TextChange, whiteSpaceChange } from './edits.ts';

/**
 * What to change in a comment over several lines. Where it begins a line that is indented anew, lines that begin with `*` go below its first
 * `*`, and others move as far as its first line does.
 *
 * @param text the whole text
 * @param indent what the first line will be indented with; undefined where the comment does not begin a line
 */
export function commentChanges(text: string, start: number, end: number, indent: string | undefined, lineBreak: string): TextChange[] {
    const lines = [...text.slice(start, end).matchAll(/(\r\n|\n|\r)([^\S\r\n]*)(?=(.?))/g)];
    const indentOf = indent === undefined ? String : indentation(text, start, indent, lines);
    return lines.flatMap((line) => {
        const [whole, written = '', old = '', next = ''] = line;
        const at = start + line.index;
        const broken = written === lineBreak ? [] : [{ start: at, end: at + written.length, text: lineBreak }];
        return [...broken, ...(next === '' ? [] : whiteSpaceChange(old, at + whole.length - old.length, indentOf(old)))];
    });
}

function indentation(text: string, start: number, indent: string, lines: readonly RegExpExecArray[]): (old: string) => string {
    if (lines.every((line) => line[3] === '' || line[3] === '*')) return () => `${indent} `;
    const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    const moved = displayWidth(indent) - displayWidth(text.slice(start === 0 ? 0 : lineStart, start).replace('\uFEFF', ''));
    return (old) => {
        const columns = Math.max(0, displayWidth(old) + moved);
        if (moved === 0) return old;
        return indent.startsWith('\t') ? '\t'.repeat(Math.floor(columns / tabWidth)) + ' '.repeat(columns % tabWidth) : ' '.repeat(columns);
    };
}
