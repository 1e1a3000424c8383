import { displayWidth, tabWidth } from './display-width.ts';
import { type TextChange, whiteSpaceChange } from './edits.ts';

/**
 * What to change in a comment over several lines that begins a line, when that line is indented anew: lines that begin with `*` go below
 * the comment's first `*`, others move as far as its first line does.
 *
 * @param text the whole text
 * @param indent what the first line will be indented with
 */
export function reindentComment(text: string, start: number, end: number, indent: string): TextChange[] {
    const lines = [...text.slice(start, end).matchAll(/(?:\r\n|\n|\r)([^\S\r\n]*)(?=(.?))/g)];
    const written = lines.filter((line) => line[2] !== '');
    const starred = written.every((line) => line[2] === '*');
    const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    const moved = displayWidth(indent) - displayWidth(text.slice(start === 0 ? 0 : lineStart, start).replace('\uFEFF', ''));
    return written.flatMap((line) => {
        const old = line[1] ?? '';
        const from = start + line.index + line[0].length - old.length;
        const columns = displayWidth(old) + moved;
        const wanted = starred ? `${indent} ` : moved === 0 ? old : indent.startsWith('\t') ? tabs(columns) : ' '.repeat(Math.max(0, columns));
        return whiteSpaceChange(old, from, wanted);
    });
}

function tabs(columns: number): string {
    return '\t'.repeat(Math.floor(Math.max(0, columns) / tabWidth)) + ' '.repeat(Math.max(0, columns) % tabWidth);
}
