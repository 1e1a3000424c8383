/** A word, brace or colon of a map's text, outside of comments, texts and names in backticks. */
export interface TextToken {
    readonly kind: 'word' | 'sign';
    readonly text: string;
    readonly offset: number;
}

/** Line comments, and what may hold two slashes without being one. */
const comments = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\r\n]*|"(?:\\[^\r\n]|[^"\\\r\n])*"?|`[^`\r\n]*`?/g;

const pieces = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\r\n]*|"(?:\\[^\r\n]|[^"\\\r\n])*"?|`[^`\r\n]*`?|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*|[{}:]/gu;

/** The words, braces and colons of a text, in their order. */
export function* scan(text: string, from = 0, to = text.length): Generator<TextToken> {
    const pattern = new RegExp(pieces);
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
        const [piece] = match;
        if (/^[{}:]/.test(piece)) yield { kind: 'sign', text: piece, offset: match.index };
        else if (!/^["`/]/.test(piece)) yield { kind: 'word', text: piece, offset: match.index };
    }
}

/** The comments of a text that end with their line, with their offsets. */
export function lineComments(text: string): { readonly text: string; readonly offset: number }[] {
    return [...text.matchAll(comments)].flatMap((match) => (match[0].startsWith('//') ? [{ text: match[0], offset: match.index }] : []));
}

const anything = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\r\n]*|\s+|"(?:\\[^\r\n]|[^"\\\r\n])*"?|`[^`\r\n]*`?|[^\s"`/]+|\//g;

/** Where the last thing before an offset ends that is neither blank nor a comment; `from` where there is none. */
export function endOfLastPiece(text: string, from: number, to: number): number {
    const pattern = new RegExp(anything);
    pattern.lastIndex = from;
    let end = from;
    for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
        if (!/^(?:\s|\/\/|\/\*)/.test(match[0])) end = Math.min(to, match.index + match[0].length);
    }
    return end;
}

/** Where the line of an offset ends, before its line break; a comment over several lines that begins there belongs to it. */
export function endOfLine(text: string, from: number): number {
    const pattern = new RegExp(anything);
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const broken = /^\s/.test(match[0]) ? match[0].search(/[\r\n]/) : -1;
        if (broken >= 0) return match.index + broken;
    }
    return text.length;
}
