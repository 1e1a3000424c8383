import { quoted } from '../names.ts';
import { mostTold } from './bounds.ts';
import { isOpen } from './lexer.ts';
import type { Mistake } from './mistake.ts';
import { isWordLike, missingToken, type Token } from './tokens.ts';

interface Block {
    /** Index of the `{` among the tokens read. */
    readonly brace: Token;
    readonly header: readonly Token[];
    /** Column of the first token of the line that opens the block. */
    readonly indent: number;
}

export interface Balanced {
    readonly tokens: readonly Token[];
    readonly mistakes: readonly Mistake[];
    /** How many mistakes are not told, because there are so many. */
    readonly untold: number;
}

/**
 * Makes every `{` have its `}`, so that the parser never loses the shape of a file. Where they do not fit, the indentation tells where
 * one is missing, and where one is too many; the line breaks mean nothing otherwise.
 */
export function balanceBraces(source: readonly Token[]): Balanced {
    const tokens = source.flatMap((token) => [token, ...bracesInside(token)]);
    const { unclosed, unopened } = countUnmatched(tokens);
    return unclosed === 0 && unopened === 0 ? { tokens, mistakes: [], untold: 0 } : new Balancer(tokens, unclosed, unopened).run();
}

/** Whether every `{` of some tokens has its `}` among them. */
export function isBalanced(tokens: readonly Token[]): boolean {
    const { unclosed, unopened } = countUnmatched(tokens);
    return unclosed === 0 && unopened === 0 && tokens.every((token) => bracesInside(token).length === 0);
}

/** Braces that a text swallowed because its closing quote is missing. */
function bracesInside(token: Token): Token[] {
    const type = token.tokenType.name;
    const open = (type === 'STRING' && isOpen(token.image, '"')) || (type === 'BACKTICK' && isOpen(token.image, '`'));
    if (!open || !/[{}]/.test(token.image)) return [];
    const { unclosed, unopened } = countUnmatched([...token.image].map((char) => ({ tokenType: { name: char } })));
    return [...Array.from({ length: unopened }, () => missingToken('}', '}', token)), ...Array.from({ length: unclosed }, () => missingToken('{', '{', token))];
}

function countUnmatched(tokens: readonly { readonly tokenType: { readonly name: string } }[]): { unclosed: number; unopened: number } {
    let unclosed = 0;
    let unopened = 0;
    for (const { tokenType } of tokens) {
        if (tokenType.name === '{') unclosed++;
        else if (tokenType.name === '}' && unclosed > 0) unclosed--;
        else if (tokenType.name === '}') unopened++;
    }
    return { unclosed, unopened };
}

class Balancer {
    private readonly source: readonly Token[];
    private readonly out: Token[] = [];
    private readonly blocks: Block[] = [];
    private readonly mistakes: Mistake[] = [];
    private unclosed: number;
    private unopened: number;
    private indent = 1;
    private untold = 0;

    constructor(source: readonly Token[], unclosed: number, unopened: number) {
        this.source = source;
        this.unclosed = unclosed;
        this.unopened = unopened;
    }

    run(): Balanced {
        for (const [index, token] of this.source.entries()) {
            if (token.first) {
                this.indent = token.startColumn;
                this.closeBefore(token);
            }
            const type = token.tokenType.name;
            if (type === '{') this.open(token);
            else if (type === '}') this.close(token, this.source[index + 1]);
            else this.out.push(token);
        }
        while (this.blocks.length > 0) this.closeMissing();
        return { tokens: this.out, mistakes: this.mistakes, untold: this.untold };
    }

    private open(brace: Token): void {
        const header: Token[] = [];
        for (let at = this.out.length - 1; at >= 0; at--) {
            const token = this.out[at];
            if (!token || token.tokenType.name === '{' || token.tokenType.name === '}') break;
            header.push(token);
            if (token.first) break;
        }
        header.reverse();
        this.blocks.push({ brace, header, indent: header[0]?.first ? header[0].startColumn : this.indent });
        this.out.push(brace);
    }

    /** What stands as far to the left as the line that opened a block no longer belongs to it. */
    private closeBefore(token: Token): void {
        const brace = token.tokenType.name === '}';
        for (let top = this.blocks.at(-1); top && this.unclosed > 0; top = this.blocks.at(-1)) {
            const outside = brace ? token.startColumn < top.indent : token.startColumn <= top.indent && isWordLike(token);
            if (!outside) return;
            this.closeMissing();
            this.unclosed--;
        }
    }

    private closeMissing(): void {
        const block = this.blocks.pop();
        const last = this.out.at(-1);
        if (!block || !last) return;
        const line = block.brace.startLine;
        this.tell({
            code: 'LNG005',
            from: last,
            to: last,
            message: `The body of ${described(block.header)}, which begins in line ${line}, is not closed. Write } after this.`,
            related: { message: 'The body begins here.', token: block.brace },
            behind: last.endLine === block.brace.startLine ? ' }' : `\n${' '.repeat(block.indent - 1)}}`,
        });
        this.out.push(missingToken('}', '}', last));
    }

    private tell(mistake: Mistake): void {
        if (this.mistakes.length < mostTold) this.mistakes.push(mistake);
        else this.untold++;
    }

    private close(brace: Token, next: Token | undefined): void {
        const top = this.blocks.at(-1);
        if (this.unopened > 0 && brace.first && this.mistakes.length < mostTold && (!top || brace.startColumn > top.indent) && this.openMissing(brace)) {
            this.unopened--;
            this.out.push(brace);
        } else if (!top || (this.unopened > 0 && next?.first === true && next.startColumn > top.indent && next.tokenType.name !== '}')) {
            this.unopened--;
            this.tell({ code: 'LNG005', from: brace, to: brace, message: 'This } closes nothing. Remove it, or write the { that it closes.', write: '' });
        } else {
            this.blocks.pop();
            this.out.push(brace);
        }
    }

    /** Puts a { behind the line that a } belongs to by its indentation; false when there is none. */
    private openMissing(brace: Token): boolean {
        for (let at = this.out.length - 1; at >= 0; at--) {
            const token = this.out[at];
            if (!token?.first || token.startColumn > brace.startColumn) continue;
            if (token.startColumn < brace.startColumn || !isWordLike(token)) return false;
            const bodyAt = this.out.findIndex((other, index) => index > at && other.first);
            const last = this.out[bodyAt - 1];
            if (bodyAt < 0 || !last) return false;
            this.tell({
                code: 'LNG005',
                from: last,
                to: last,
                message: `The body of ${described(this.out.slice(at, bodyAt))} begins with {. Write { after this.`,
                behind: ' {',
            });
            this.out.splice(bodyAt, 0, missingToken('{', '{', last));
            return true;
        }
        return false;
    }
}

/** The declaration that some tokens begin: `system crm`. */
function described(header: readonly Token[]): string {
    const words = header.filter(isWordLike).map((token) => token.image);
    const skip = words[0] === 'master' && words[1] === 'entity' ? 1 : 0;
    const shown = words.slice(skip, skip + 2).join(' ');
    return shown === '' ? 'this block' : quoted(shown);
}
