/** A piece of a text, from one offset up to another, and what stands there afterwards. */
export interface TextChange {
    readonly from: number;
    readonly to: number;
    readonly text: string;
}

/** The text after some changes, none of which overlaps another; of those at one place, the first comes first. */
export function changed(text: string, changes: readonly TextChange[]): string {
    let result = '';
    let at = 0;
    for (const { from, to, text: written } of inOrder(changes)) {
        result += text.slice(at, from) + written;
        at = to;
    }
    return result + text.slice(at);
}

function inOrder(changes: readonly TextChange[]): TextChange[] {
    return [...changes].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** How the lines of a text end. */
export function lineBreakOf(text: string): string {
    return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** By how much a text indents what stands in something else. */
export function indentOf(text: string): string {
    return /^[ \t]+(?=\S)/m.exec(text.length > 100_000 ? text.slice(0, 100_000) : text)?.[0] ?? '  ';
}

/** The white space with which the line of an offset begins. */
export function lineIndent(text: string, offset: number): string {
    return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
    // Not by lastIndexOf, which looks for a CR through the whole of a text without any.
    let start = offset;
    while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
    return start;
}

/** Whether nothing but white space stands before an offset in its line. */
export function startsLine(text: string, offset: number): boolean {
    return /^[ \t\uFEFF]*$/.test(text.slice(lineStart(text, offset), offset));
}
