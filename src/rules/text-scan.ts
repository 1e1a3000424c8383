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
