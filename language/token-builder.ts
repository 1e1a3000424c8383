import { type IToken, Lexer, type TokenType, type TokenVocabulary } from 'chevrotain';
import { DefaultLexer, DefaultTokenBuilder, type GrammarAST, type LangiumCoreServices, type LexerResult } from 'langium';

const wordPattern = /^[\p{L}\p{N}_]/u;
const currencyPattern = /^[A-Z]{3}$/;

/** Every UTF-16 code that a name may start with, for Chevrotain's index by first character: ASCII exactly, one of each block above. */
function wordStarts(): number[] {
    const ascii = Array.from({ length: 128 }, (_, code) => code).filter((code) => wordPattern.test(String.fromCharCode(code)));
    const above = Array.from({ length: 128 }, (_, i) => 128 + i);
    const blocks = Array.from({ length: 258 }, (_, i) => Math.min(256 + i * 255, 0xffff));
    return [...ascii, ...above, ...blocks];
}

/**
 * Makes keywords soft: no keyword has a pattern of its own. The lexer reads each word as an ID, and the words that are keywords
 * are told apart afterwards (`SoftKeywordLexer`). All of them are of the category WORD, which stands wherever a name may stand.
 */
export class SoftKeywordTokenBuilder extends DefaultTokenBuilder {
    override buildTokens(grammar: GrammarAST.Grammar): TokenVocabulary {
        const tokens = super.buildTokens(grammar) as TokenType[];
        const word = tokens.find((token) => token.name === 'WORD');
        if (!word) throw new Error('The grammar has no terminal WORD.');
        for (const token of tokens) {
            if (token === word) {
                token.PATTERN = Lexer.NA;
            } else if (token.name === 'ID' || token.name === 'CURRENCY' || isKeywordWord(token)) {
                token.CATEGORIES = [word];
                if (token.name === 'ID') token.START_CHARS_HINT = wordStarts();
                else token.PATTERN = Lexer.NA;
            } else if (token.name === 'NUMBER') {
                token.START_CHARS_HINT = [...'+-0123456789'];
            } else if (token.name === 'DATE') {
                token.START_CHARS_HINT = [...'0123456789'];
            }
        }
        return tokens;
    }
}

function isKeywordWord(token: TokenType): boolean {
    return typeof token.PATTERN === 'string' && wordPattern.test(token.PATTERN);
}

/** Tells keywords and currencies apart from other words, and reports texts and names that are not closed. */
export class SoftKeywordLexer extends DefaultLexer {
    private readonly keywords: ReadonlyMap<string, TokenType>;

    constructor(services: LangiumCoreServices) {
        super(services);
        const words = Object.values(this.tokenTypes).filter((token) => token.PATTERN === Lexer.NA && wordPattern.test(token.name));
        this.keywords = new Map(words.filter((token) => token.name !== 'WORD' && token.name !== 'CURRENCY').map((token) => [token.name, token]));
    }

    override tokenize(text: string): LexerResult {
        const result = super.tokenize(text);
        const errors = [...result.errors];
        for (const [index, token] of result.tokens.entries()) {
            if (token.tokenType === this.tokenTypes['ID']) {
                const type = isPlainlyName(result.tokens, index) ? undefined : this.typeOf(token.image);
                if (type) {
                    token.tokenType = type;
                    token.tokenTypeIdx = type.tokenTypeIdx ?? token.tokenTypeIdx;
                }
            } else if (isOpen(token, this.tokenTypes['STRING'], '"')) {
                errors.push(openError(token, 'This text is not closed. Write " at its end.'));
            } else if (isOpen(token, this.tokenTypes['BACKTICK'], '`')) {
                errors.push(openError(token, 'This name is not closed. Write ` at its end.'));
            }
        }
        return { ...result, errors };
    }

    private typeOf(word: string): TokenType | undefined {
        return this.keywords.get(word) ?? (currencyPattern.test(word) ? this.tokenTypes['CURRENCY'] : undefined);
    }
}

/**
 * Beside a colon, an arrow or a dot, every word is a name. The parser could not always tell: it looks ahead to the end of a rule only,
 * and a field called `key` may follow another field's modifiers.
 */
function isPlainlyName(tokens: readonly IToken[], index: number): boolean {
    const next = tokens[index + 1]?.image;
    const previous = tokens[index - 1]?.image;
    return next === ':' || next === '.' || previous === '.' || isArrow(next) || isArrow(previous);
}

function isArrow(image: string | undefined): boolean {
    return image === '->' || image === '<-' || image === '<->';
}

function isOpen(token: IToken, type: TokenType | undefined, quote: string): boolean {
    if (token.tokenType !== type) return false;
    if (token.image.length < 2 || !token.image.endsWith(quote)) return true;
    const backslashes = /\\*$/.exec(token.image.slice(0, -1))?.[0].length ?? 0;
    return quote === '"' && backslashes % 2 === 1;
}

function openError(token: IToken, message: string): LexerResult['errors'][number] {
    return { message, offset: token.startOffset, length: token.image.length, line: token.startLine, column: token.startColumn };
}
