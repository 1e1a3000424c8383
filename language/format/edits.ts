/** A part of a text, from one offset up to another, and what to write there instead. */
export interface TextChange {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/** A text with changes made; they are in the order of the text and do not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
    let at = 0;
    const parts: string[] = [];
    for (const change of changes) {
        parts.push(text.slice(at, change.start), change.text);
        at = change.end;
    }
    return parts.join('') + text.slice(at);
}

/** The smallest change that makes one white space of another; none where they are the same. A line break of two characters stays whole. */
export function whiteSpaceChange(old: string, offset: number, wanted: string): TextChange[] {
    if (old === wanted) return [];
    const most = Math.min(old.length, wanted.length);
    let front = 0;
    while (front < most && old[front] === wanted[front]) front++;
    if (old[front - 1] === '\r') front--;
    let back = 0;
    while (back < most - front && old.at(-1 - back) === wanted.at(-1 - back)) back++;
    const splits = (text: string): boolean => text[text.length - back] === '\n' && text[text.length - back - 1] === '\r';
    if (back > 0 && (splits(old) || splits(wanted))) back--;
    return [{ start: offset + front, end: offset + old.length - back, text: wanted.slice(front, wanted.length - back) }];
}
