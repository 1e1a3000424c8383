import type { TokenType, TokenTypeDictionary } from 'chevrotain';
import { AstUtils, GrammarAST, GrammarUtils, type LangiumCoreServices, type Lexer, type LexerResult } from 'langium';
import { unknownCharacters, unquotedEnds } from './lexer-messages.ts';
import { Scan, type WordType } from './scan.ts';
import { type ImageAt, matching, scanners } from './terminals.ts';
import type { Token } from './tokens.ts';

const wordStart = /^[\p{L}\p{N}_]/u;
const currencyPattern = /^[A-Z]{3}$/;
const space = /[\s\uFEFF]+/y;
const lineComment = /\/\/[^\n\r]*/y;
const openComment = /\/\*[\s\S]*?(?=\r?\n[^\S\n]*\r?\n|$(?![\s\S]))/y;
const arrowLikes: readonly (readonly [meant: string, pattern: RegExp])[] = [
    ['<->', /<=+>|<-{2,}>|<[^\S\r\n]*>|[↔⇔⟷]/y],
    ['->', /=+>|-{2,}>|-+[^\S\r\n]+>|-{2,}|[→⟶⇒>]/y],
    ['<-', /<=+|<-{2,}|[←⇐⟵]/y],
];
const strayRun = /[^\s\p{L}\p{N}_"`{}:,.()%+<>/-]+|[\s\S]/uy;

/**
 * Cuts a text into tokens. Keywords are soft: each word is read as an ID first, and told apart by what stands beside it:
 * a word in front of a colon is a LABEL, and beside an arrow or a dot it is a name, whatever the word.
 */
export class CrmMapLexer implements Lexer {
    readonly definition: TokenTypeDictionary;
    private readonly words: ReadonlyMap<string, WordType>;
    private readonly signs: readonly WordType[];
    private readonly terminals: readonly { readonly type: WordType; readonly imageAt: ImageAt }[];

    constructor(services: LangiumCoreServices) {
        const grammar = services.Grammar;
        const keywords = new Set<string>();
        for (const rule of grammar.rules.filter(GrammarAST.isParserRule)) {
            for (const node of AstUtils.streamAllContents(rule)) if (GrammarAST.isKeyword(node)) keywords.add(node.value);
        }
        const typeOf = (name: string): WordType => ({ name, PATTERN: undefined, word: wordStart.test(name) });
        const all = [...keywords].map(typeOf);
        this.words = new Map(all.filter((type) => type.word).map((type) => [type.name, type]));
        this.signs = all.filter((type) => !type.word).sort((a, b) => b.name.length - a.name.length);
        this.terminals = grammar.rules
            .filter(GrammarAST.isTerminalRule)
            .filter((rule) => !rule.hidden && !['CURRENCY', 'WORD', 'LABEL'].includes(rule.name))
            .map((rule) => ({
                type: { ...typeOf(rule.name), word: rule.name === 'ID' },
                imageAt: scanners[rule.name] ?? matching(GrammarUtils.terminalRegex(rule)),
            }));
        const made = ['CURRENCY', 'LABEL'].map((name) => ({ ...typeOf(name), word: true }));
        this.definition = Object.fromEntries([...all, ...this.terminals.map(({ type }) => type), ...made].map((type) => [type.name, type]));
    }

    tokenize(text: string): CrmMapLexerResult {
        return this.tokenizePart(text, { after: undefined, until: text.length });
    }

    /** Cuts a part of a text only; the token behind which it begins is the first of the result. */
    tokenizePart(text: string, { after, until }: LexedPart): CrmMapLexerResult {
        const scan = new Scan(text, after);
        const end = Math.min(text.length, until);
        while (scan.offset < end) {
            if (scan.skip(space) || this.address(scan) || this.comment(scan) || this.foreignArrow(scan)) continue;
            const found = this.terminalAt(text, scan.offset) ?? this.signAt(text, scan.offset);
            if (found) scan.token(found.type, found.image);
            else this.stray(scan);
        }
        for (const [index, token] of scan.tokens.entries()) {
            if (token === after) continue;
            if (token.tokenType.name === 'ID') token.tokenType = this.typeOfWord(scan.tokens, index);
            else if (token.tokenType.name === 'STRING' && isOpen(token.image, '"'))
                scan.error(token.startOffset, token.image.length, 'This text is not closed. Write " at its end.');
            else if (token.tokenType.name === 'BACKTICK' && isOpen(token.image, '`'))
                scan.error(token.startOffset, token.image.length, 'This name is not closed. Write ` at its end.');
        }
        return { tokens: scan.tokens, hidden: scan.hidden, errors: scan.errors.sort((a, b) => a.offset - b.offset), untold: scan.untold };
    }

    private signAt(text: string, offset: number): Found | undefined {
        const type = this.signs.find((sign) => text.startsWith(sign.name, offset));
        return type && { type, image: type.name };
    }

    private terminalAt(text: string, offset: number): Found | undefined {
        for (const { type, imageAt } of this.terminals) {
            const image = imageAt(text, offset);
            if (image) return { type, image };
        }
        return undefined;
    }

    /** Comments are kept beside the tokens. One that is not closed ends at the next empty line. */
    private comment(scan: Scan): boolean {
        if (scan.text.charCodeAt(scan.offset) !== 0x2f) return false;
        const line = scan.match(lineComment);
        const block = line === undefined ? scan.blockComment() : undefined;
        if (line !== undefined || block !== undefined) {
            scan.hide(line === undefined ? blockType : lineType, line ?? block ?? '');
            return true;
        }
        const open = scan.match(openComment);
        if (open === undefined) return false;
        scan.error(scan.offset, 2, 'This comment is not closed. Write */ at its end.');
        scan.hide(blockType, open);
        return true;
    }

    /** An address that lacks its quotes is read as the text that it is: what is behind its // is no comment, nor is its @ a stray sign. */
    private address(scan: Scan): boolean {
        const sign = scan.text.charCodeAt(scan.offset);
        if (sign !== 0x2f && sign !== 0x40) return false;
        const string = this.definition['STRING'];
        const start = scan.startOfAddress(sign === 0x40);
        if (start === undefined || !string) return false;
        const image = scan.rewound(start, /[^\s"{},;]+/y);
        scan.error(start, image.length, `An address stands in quotes: "${image}".`);
        scan.token(string, `"${image}"`, image.length);
        return true;
    }

    /** An arrow as other languages write it is read as the one that is meant. */
    private foreignArrow(scan: Scan): boolean {
        if (!/[<=>\-←-⟿]/.test(scan.text.charAt(scan.offset))) return false;
        for (const [meant, pattern] of arrowLikes) {
            const image = scan.match(pattern);
            const type = this.definition[meant];
            if (image === undefined || !type) continue;
            scan.error(scan.offset, image.length, `An arrow is written ${meant}, not ${image}.`);
            scan.token(type, image);
            return true;
        }
        return false;
    }

    /** Characters that mean nothing. A text in foreign quotes is still read as a text, and a line behind # as a comment. */
    private stray(scan: Scan): void {
        const start = scan.text.charAt(scan.offset);
        const ends = unquotedEnds[start];
        const foreign = ends === undefined ? undefined : scan.foreignText(start, ends);
        const string = this.definition['STRING'];
        if (foreign !== undefined && string) {
            const text = `"${foreign.slice(1, -1)}"`;
            scan.error(scan.offset, foreign.length, `A text stands in straight double quotes: ${text}.`);
            scan.token(string, text);
            return;
        }
        // Between two texts, as in `values "A" = "B"`.
        const arrow = start === '=' && scan.tokens.at(-1)?.tokenType.name === 'STRING' && scan.match(/=[ \t]*(?=")/y) ? this.definition['->'] : undefined;
        if (arrow) {
            scan.error(scan.offset, 1, 'An arrow is written ->, not =.');
            scan.token(arrow, '=');
            return;
        }
        const run = start === '#' && scan.atLineStart() ? (scan.match(/[^\r\n]*/y) ?? start) : (scan.match(strayRun) ?? start);
        const tag = run === '#' && !scan.atLineStart() && scan.match(/#[\p{L}\p{N}_]/uy) !== undefined;
        scan.error(scan.offset, run.length, tag ? 'A name stands without #. Remove it.' : unknownCharacters(run));
        scan.offset += run.length;
    }

    private typeOfWord(tokens: readonly Token[], index: number): WordType {
        const next = tokens[index + 1]?.tokenType.name;
        const previous = tokens[index - 1]?.tokenType.name;
        const word = tokens[index]?.image ?? '';
        if (next === ':') return this.named('LABEL');
        if (next === '.' || previous === '.' || isArrow(next) || isArrow(previous)) return this.named('ID');
        return this.words.get(word) ?? this.named(currencyPattern.test(word) ? 'CURRENCY' : 'ID');
    }

    private named(name: string): WordType {
        const type = this.definition[name];
        if (!type) throw new Error(`The grammar has no terminal ${name}.`);
        return type;
    }
}

/** What the lexer found, and how many errors it does not tell because there are so many. */
export interface CrmMapLexerResult extends LexerResult {
    readonly untold: number;
}

/** A part of a text, from behind a token or from the beginning, up to the end of what begins before an offset. */
export interface LexedPart {
    readonly after: Token | undefined;
    readonly until: number;
}

interface Found {
    readonly type: WordType;
    readonly image: string;
}

// The names of the grammar's hidden terminals, by which Langium finds doc comments.
const lineType: TokenType = { name: 'SL_COMMENT', PATTERN: undefined };
const blockType: TokenType = { name: 'ML_COMMENT', PATTERN: undefined };

function isArrow(type: string | undefined): boolean {
    return type === '->' || type === '<-' || type === '<->';
}

/** Whether a text or a name lacks the quote at its end. */
export function isOpen(image: string, quote: string): boolean {
    if (image.length < 2 || !image.endsWith(quote)) return true;
    const backslashes = /\\*$/.exec(image.slice(0, -1))?.[0].length ?? 0;
    return quote === '"' && backslashes % 2 === 1;
}
