import type { TokenType } from 'chevrotain';
import type { LexerResult, Mutable } from 'langium';
import { mostTold } from './bounds.ts';
import type { Token } from './tokens.ts';

export type WordType = TokenType & { readonly word?: boolean };

/** What stands before an @ or a :// is no longer. */
const longestLocalPart = 80;

/** Where the lexer stands in a text, and what it found so far. */
export class Scan {
    readonly text: string;
    readonly tokens: Mutable<Token>[] = [];
    readonly hidden: Token[] = [];
    readonly errors: LexerResult['errors'] = [];
    offset = 0;
    untold = 0;
    private readonly lines: readonly number[];
    private line = 0;
    /** Whether no comment that begins from here on has an end. */
    private commentsAreOpen = false;
    /** Up to where no text in some foreign quote has an end. */
    private readonly openUntil = new Map<string, number>();

    /** @param after the token behind which it begins; without one, at the beginning of the text */
    constructor(text: string, after: Token | undefined) {
        this.text = text;
        this.lines = lineStarts(text);
        if (!after) return;
        this.tokens.push(after);
        this.offset = after.endOffset + 1;
    }

    match(pattern: RegExp): string | undefined {
        pattern.lastIndex = this.offset;
        return pattern.exec(this.text)?.[0];
    }

    skip(pattern: RegExp): boolean {
        const image = this.match(pattern);
        this.offset += image?.length ?? 0;
        return image !== undefined;
    }

    /** The comment at hand, up to its end. */
    blockComment(): string | undefined {
        if (this.commentsAreOpen || !this.text.startsWith('/*', this.offset)) return undefined;
        const end = this.text.indexOf('*/', this.offset + 2);
        this.commentsAreOpen = end < 0;
        return end < 0 ? undefined : this.text.slice(this.offset, end + 2);
    }

    /** Where an address begins whose // or @ is at hand; undefined where it is none. */
    startOfAddress(mail: boolean): number | undefined {
        const { text, offset } = this;
        if (!mail && !text.startsWith('://', offset - 1)) return undefined;
        const before = text.slice(Math.max(0, offset - longestLocalPart), offset);
        const found = mail ? /[\w.+-]+$/.exec(before) : /\b(?:https?|ftp):$/.exec(before);
        if (!found || !(mail ? /@[\w-]+\.\w/y : /\/\/[^\s"]/y).test(text.slice(offset, offset + longestLocalPart))) return undefined;
        return offset - found[0].length;
    }

    /** Goes back to an offset, leaves out the tokens behind it, and reads what fits a pattern. */
    rewound(start: number, pattern: RegExp): string {
        while ((this.tokens.at(-1)?.startOffset ?? -1) >= start) this.tokens.pop();
        while ((this.errors.at(-1)?.offset ?? -1) >= start) this.errors.pop();
        this.offset = start;
        this.line = Math.min(this.line, lineOf(this.lines, start));
        return this.match(pattern) ?? '';
    }

    /** A text in foreign quotes, up to the quote that ends it in the same line. */
    foreignText(start: string, ends: string): string | undefined {
        if (this.offset < (this.openUntil.get(start) ?? 0)) return undefined;
        const stop = new RegExp(`["\\r\\n${ends}]`, 'g');
        stop.lastIndex = this.offset + 1;
        const at = stop.exec(this.text)?.index ?? this.text.length;
        if (ends.includes(this.text.charAt(at) || '"')) return this.text.slice(this.offset, at + 1);
        this.openUntil.set(start, at);
        return undefined;
    }

    /** @param length how many characters it takes in the text */
    token(type: WordType, image: string, length = image.length): void {
        this.tokens.push(this.make(type, image, this.tokens.at(-1), length));
    }

    hide(type: TokenType, image: string): void {
        this.hidden.push(this.make(type, image, undefined));
    }

    error(offset: number, length: number, message: string): void {
        if (this.errors.length >= mostTold) {
            this.untold++;
            return;
        }
        const line = lineOf(this.lines, offset);
        this.errors.push({ offset, length, message, line: line + 1, column: offset - (this.lines[line] ?? 0) + 1 });
    }

    atLineStart(): boolean {
        const line = this.lineAt(this.offset) + 1;
        return this.tokens.at(-1)?.endLine !== line && this.hidden.at(-1)?.endLine !== line && !this.strayIn(line);
    }

    private strayIn(line: number): boolean {
        return this.errors.at(-1)?.line === line;
    }

    private make(type: WordType, image: string, previous: Token | undefined, length = image.length): Mutable<Token> {
        const startOffset = this.offset;
        const startLine = this.lineAt(startOffset);
        this.offset += length;
        const endLine = this.lineAt(this.offset - 1);
        return {
            image,
            startOffset,
            endOffset: this.offset - 1,
            startLine: startLine + 1,
            startColumn: startOffset - (this.lines[startLine] ?? 0) + 1,
            endLine: endLine + 1,
            endColumn: this.offset - (this.lines[endLine] ?? 0),
            tokenType: type,
            tokenTypeIdx: 0,
            first: previous === undefined || previous.endLine < startLine + 1,
        };
    }

    private lineAt(offset: number): number {
        while ((this.lines[this.line + 1] ?? Infinity) <= offset) this.line++;
        return this.line;
    }
}

/** Where each line of a text begins. */
export function lineStarts(text: string): number[] {
    const starts = [0];
    for (const end = /\r\n?|\n/g; end.test(text); ) starts.push(end.lastIndex);
    return starts;
}

/** Index of the line that holds an offset, by bisection. */
export function lineOf(starts: readonly number[], offset: number): number {
    let [from, to] = [0, starts.length];
    while (to - from > 1) {
        const middle = (from + to) >> 1;
        if ((starts[middle] ?? Infinity) <= offset) from = middle;
        else to = middle;
    }
    return from;
}
