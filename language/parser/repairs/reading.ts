import type { State } from '../graph.ts';
import type { Lookahead } from '../lookahead.ts';
import type { Mistake } from '../mistake.ts';
import type { MistakeWords } from '../mistake-words.ts';
import type { Place } from '../place.ts';
import { isPathPart, isWordLike, missingToken, type Token } from '../tokens.ts';

/** Where the parser reads, as far as a repair needs it. */
export interface Reading {
    readonly text: string;
    readonly tokens: Token[];
    readonly index: number;
    readonly token: Token;
    readonly words: MistakeWords;
    readonly lookahead: Lookahead;
    replace(token: Token): void;
    /** The tokens of a text that a repair puts in. */
    lex(text: string): Token[];
    /** Notes a name that stands in a part of the text that could not be understood. */
    lose(name: Token): void;
    report(mistake: Mistake): void;
}

/** Mends the text at a mistake, and tells of it; the state to go on with, or undefined where it does not help. */
export type Repair = (place: Place, at: Reading) => State | undefined;

export const labelType: Token['tokenType'] = { name: 'LABEL', PATTERN: undefined, word: true };
export const idType: Token['tokenType'] = { name: 'ID', PATTERN: undefined, word: true };
export const backtickType: Token['tokenType'] = { name: 'BACKTICK', PATTERN: undefined };

/** A token read as a keyword. */
export function asKeyword(token: Token, keyword: string): Token {
    return { ...token, tokenType: { ...missingToken(keyword, keyword, undefined).tokenType, word: true } };
}

/** Index behind a path that begins at an index; the index itself where none does. */
export function behindPath(tokens: readonly Token[], index: number): number {
    const first = tokens[index];
    if (!first || !isWordLike(first)) return index;
    let end = index + 1;
    while (tokens[end]?.tokenType.name === '.' && isPathPart(tokens[end + 1])) end += 2;
    return end;
}

/** Reads some text in the place of what stands from an offset on; the token that covers all of that. */
export function readAs({ text, tokens, index, lex }: Reading, from: number, length: number, write: string): Token {
    const first = tokens[index] as Token;
    const end = from + length - 1;
    let behind = index;
    while ((tokens[behind]?.startOffset ?? Infinity) <= end && tokens[behind]?.image !== '') behind++;
    const startColumn = first.startColumn - (first.startOffset - from);
    const whole: Token = {
        ...first,
        image: text.slice(from, from + length),
        startOffset: from,
        startColumn,
        endOffset: end,
        endLine: first.startLine,
        endColumn: startColumn + length - 1,
    };
    const written = lex(write);
    // Each gets a part of the place; those for which there is no room are read, and leave no trace.
    const placed = written.map((token, at): Token => {
        const start = Math.min(at, length - 1);
        const stop = at === written.length - 1 ? length - 1 : start;
        const place = { startOffset: from + start, startColumn: startColumn + start, endOffset: from + stop, endColumn: startColumn + stop };
        const line = { startLine: first.startLine, endLine: first.startLine, first: at === 0 && first.first };
        return { ...token, ...place, ...line, ...(at > start && { isInsertedInRecovery: true }) };
    });
    const next = tokens[behind];
    // Beside a dot that is no more, the lexer took the word for a name.
    if (next?.tokenType.name === 'ID' && tokens[behind - 1]?.tokenType.name === '.')
        tokens[behind] = { ...next, tokenType: lex(next.image)[0]?.tokenType ?? next.tokenType };
    tokens.splice(index, behind - index, ...placed);
    return whole;
}
