import type { AstNode, AstReflection, GrammarAST, LangiumCoreServices, Linker, ParseResult, ValueConverter } from 'langium';
import { largestFile } from './bounds.ts';
import { balanceBraces } from './braces.ts';
import { type GrammarGraph, graphOf } from './graph.ts';
import { Lookahead } from './lookahead.ts';
import { guards } from './guards.ts';
import type { CrmMapLexer } from './lexer.ts';
import { MistakeWords } from './mistake-words.ts';
import { type Mistake, MistakeError } from './mistake.ts';
import { reparse } from './reparse.ts';
import { type End, type Part, Run } from './run.ts';
import { spoiltBy, type Statement } from './statements.ts';
import { endToken, type Token } from './tokens.ts';
import { TreeBuilder } from './tree-builder.ts';

/** What the parser hands on beside Langium's result. */
export interface CrmMapParseResult<T extends AstNode = AstNode> extends ParseResult<T> {
    /** Names that stand in parts of the text that could not be understood: whoever refers to them is not to blame. */
    readonly lostNames: ReadonlySet<string>;
    /** How many mistakes are not told, because there are so many. */
    readonly untold: number;
    /** The statements of the file, where they can be read one by one when it is parsed anew. */
    readonly statements: readonly Statement[];
}

/**
 * Parses by walking the Langium grammar. It takes the place of Langium's own parser, for three reasons: it begins at once, where the
 * other needs a quarter of a second to be built; where words are soft, it looks as far ahead as it must; and it knows the one shape of
 * this language well enough to make one error of one mistake.
 */
export class CrmMapParser {
    readonly graph: GrammarGraph;
    readonly lookahead: Lookahead;
    private readonly lexer: CrmMapLexer;
    private readonly linker: Linker;
    private readonly converter: ValueConverter;
    private readonly reflection: AstReflection;
    private readonly words: MistakeWords;

    constructor(services: LangiumCoreServices) {
        const grammar: GrammarAST.Grammar = services.Grammar;
        this.graph = graphOf(grammar);
        this.lookahead = new Lookahead(guards);
        this.words = new MistakeWords(this.graph, this.lookahead);
        this.lexer = services.parser.Lexer as CrmMapLexer;
        this.linker = services.references.Linker;
        this.converter = services.parser.ValueConverter;
        this.reflection = services.shared.AstReflection;
    }

    /** Parses a whole file. It never fails: what cannot be understood is left out, and told of. */
    parse<T extends AstNode = AstNode>(text: string): CrmMapParseResult<T> {
        const size = sizeOf(text);
        if (size > largestFile) return this.tooLarge(text, size);
        const { tokens, hidden, errors, untold } = this.lexer.tokenize(text);
        const balanced = balanceBraces(tokens as Token[]);
        const run = this.run(text, hidden as Token[], balanced.tokens);
        const value = run.parse() as T;
        // Of a { that is wrong where it stands, nobody needs to know that it is not closed.
        const stray = new Set(run.mistakes.filter(({ from }) => from.tokenType.name === '{').map(({ from }) => from.startOffset));
        const unbalanced = balanced.mistakes.filter(({ related }) => !related || !stray.has(related.token.startOffset));
        const isSound = balanced.mistakes.length === 0 && untold + run.untold === 0;
        return {
            ...resultOf(run, errors, unbalanced),
            value,
            untold: untold + run.untold + balanced.untold,
            statements: isSound ? spoiltBy(errors, run.statements.all()) : [],
        };
    }

    /**
     * Parses a file once more after an edit, with the same result as if it was parsed as a whole. What the edit does not touch is taken
     * over from the tree of before, which must not be used any more.
     */
    parseAnew<T extends AstNode = AstNode>(text: string, before: CrmMapParseResult): CrmMapParseResult<T> {
        const found = sizeOf(text) > largestFile ? undefined : reparse(text, before, this.lexer, (...args) => this.run(...args));
        if (!found) return this.parse(text);
        const { run, errors, value } = found;
        return { ...resultOf(run, errors, []), value: value as T, untold: 0, statements: spoiltBy(errors, found.statements) };
    }

    /** A file over the limit is taken as an empty one: an editor that has it open stays quick, and says why. */
    private tooLarge<T extends AstNode>(text: string, size: number): CrmMapParseResult<T> {
        const start = endToken(undefined);
        const message = `This file is too large: ${(size / 1_000_000).toFixed(1)} MB. A map file may have 5 MB; split it, and use import.`;
        const error = new MistakeError({ code: 'LNG009', message, from: start, to: start });
        return { value: this.run(text, [], []).parse() as T, lexerErrors: [], parserErrors: [error], lostNames: new Set(), untold: 0, statements: [] };
    }

    /** Where the grammar stands after some text: for completion, which asks what may come next. */
    endOf(text: string): End {
        const tokens = sizeOf(text) > largestFile ? [] : this.lexer.tokenize(text).tokens;
        const run = this.run(text, [], tokens as Token[]);
        run.parse();
        return run.end;
    }

    private run(text: string, hidden: readonly Token[], tokens: readonly Token[], part?: Part): Run {
        const builder = new TreeBuilder(text, hidden, { linker: this.linker, converter: this.converter, reflection: this.reflection });
        const source = { text, tokens: [...tokens, endToken(tokens.at(-1))], lex: (words: string) => this.lexer.tokenize(words).tokens as Token[] };
        return new Run(source, this.graph, this.lookahead, builder, this.words, part);
    }
}

function resultOf(
    { mistakes, lostNames }: Run,
    all: ParseResult['lexerErrors'],
    others: readonly Mistake[],
): Pick<CrmMapParseResult, 'lexerErrors' | 'parserErrors' | 'lostNames'> {
    const mended = mistakes.filter(({ covers }) => covers);
    const errors = mended.length === 0 ? all : all.filter(({ offset }) => !mended.some(({ from, to }) => from.startOffset <= offset && offset <= to.endOffset));
    const strayLines = new Set(errors.map((error) => error.line));
    const told = [...others, ...mistakes.filter(({ from, covers }) => covers || !strayLines.has(from.startLine))].sort(
        (a, b) => a.from.startOffset - b.from.startOffset,
    );
    return { lexerErrors: errors, parserErrors: told.map((mistake) => new MistakeError(mistake)), lostNames };
}

/** The size of a text in bytes of UTF-8. */
function sizeOf(text: string): number {
    if (text.length * 3 <= largestFile) return text.length;
    let size = 0;
    for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        // Two of the four bytes of a pair stand in each of its halves.
        size += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    }
    return size;
}
