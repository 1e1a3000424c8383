/** What a terminal of the grammar matches at an offset, if anything. */
export type ImageAt = (text: string, offset: number) => string | undefined;

/** A terminal by its pattern. */
export function matching(pattern: RegExp): ImageAt {
    const sticky = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`);
    return (text, offset) => {
        sticky.lastIndex = offset;
        return sticky.exec(text)?.[0];
    };
}

/** Terminals whose patterns repeat a group: on a text of megabytes these exhaust the stack of the pattern matcher. */
export const scanners: Readonly<Record<string, ImageAt>> = { ID: wordAt, STRING: stringAt };

const wordStart = /[\p{L}\p{N}_]/uy;
// A part of bounded length, since letters outside of the first plane are alternatives to the pattern matcher.
const wordPart = /[\p{L}\p{N}\p{M}_]{1,1000}/uy;
const dashes = /-+(?=[\p{L}\p{N}_])/uy;

/** A word with dashes inside, as names have them. */
export function wordAt(text: string, offset: number): string | undefined {
    if (!moves(wordStart, text, offset)) return undefined;
    let end = offset;
    for (let next = moves(wordPart, text, end) ?? moves(dashes, text, end); next; next = moves(wordPart, text, end) ?? moves(dashes, text, end)) end = next;
    return text.slice(offset, end);
}

/** Where a match at an offset ends. */
function moves(pattern: RegExp, text: string, offset: number): number | undefined {
    pattern.lastIndex = offset;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}

const stringPart = /[^"\\\r\n]+/y;

/** A text, up to its closing quote or the end of its line. */
function stringAt(text: string, offset: number): string | undefined {
    if (text.charAt(offset) !== '"') return undefined;
    let end = offset + 1;
    while (end < text.length) {
        const char = text.charAt(end);
        if (char === '"') return text.slice(offset, end + 1);
        if (char === '\n' || char === '\r') break;
        if (char !== '\\') end = moves(stringPart, text, end) ?? end + 1;
        else if (/[\r\n]/.test(text.charAt(end + 1)) || end + 1 === text.length) break;
        else end += 2;
    }
    return text.slice(offset, end);
}
