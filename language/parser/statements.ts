import { furthest } from './lookahead.ts';
import { isEnd, isPathPart, type Token } from './tokens.ts';

/** A statement of a file: a declaration or an import, or what was left out in place of one. */
export interface Statement {
    /** Where its first token begins. */
    readonly start: number;
    readonly startType: string;
    /** Whether a line begins with it. */
    readonly first: boolean;
    readonly last: Token;
    /** Up to where its reading looked, at most; infinite where that is the end of the text. */
    readonly seen: number;
    /** Whether nothing is wrong in it, so that it reads the same wherever it stands. */
    readonly clean: boolean;
    /** How many parts of the trees stand before it: nodes of the concrete syntax tree, comments included, imports and elements. */
    readonly before: Counts;
}

export interface Counts {
    readonly nodes: number;
    readonly imports: number;
    readonly elements: number;
}

/** Takes note of the statements of a file while the parser reads them. */
export class StatementLog {
    private readonly found: Statement[] = [];
    private readonly builder: { counts(): Counts };
    private begun: { readonly token: Token; readonly index: number; readonly before: Counts } | undefined;
    private isClean = true;

    constructor(builder: { counts(): Counts }) {
        this.builder = builder;
    }

    /** Between two statements of the file: before the first, and behind the last one, too. */
    boundary(tokens: readonly Token[], index: number): void {
        const { begun } = this;
        // A statement may be read once more, after a repair.
        if (begun?.index === index) return;
        const last = tokens[index - 1];
        if (begun && last) {
            const { token, before } = begun;
            const clean = this.isClean;
            this.found.push({
                start: token.startOffset,
                startType: token.tokenType.name,
                first: token.first,
                last,
                seen: seenFrom(tokens, index),
                clean,
                before,
            });
        }
        this.isClean = true;
        this.begun = { token: tokens[index] as Token, index, before: this.builder.counts() };
    }

    /** How much stood in the trees at the last boundary. */
    get rest(): Counts {
        return this.begun?.before ?? this.builder.counts();
    }

    /** All statements. What is wrong behind the last one is taken for a part of that. */
    all(): readonly Statement[] {
        const last = this.found.at(-1);
        return this.isClean || !last ? this.found : [...this.found.slice(0, -1), { ...last, clean: false }];
    }

    /** Something is wrong in the statement at hand. */
    spoil(): void {
        this.isClean = false;
    }
}

/** The end of the last token at which the parser can have looked: as far as it looks ahead, and along a path that begins there. */
function seenFrom(tokens: readonly Token[], index: number): number {
    let at = index + furthest + 2;
    while (isPathPart(tokens[at])) at++;
    const token = tokens[at + 1];
    return token && !isEnd(token) ? token.endOffset + 1 : Number.POSITIVE_INFINITY;
}

/** The statements, with those in which a lexer's errors stand, or before which they do, as ones that are not clean. */
export function spoiltBy(errors: readonly { readonly offset: number }[], statements: readonly Statement[]): readonly Statement[] {
    if (errors.length === 0) return statements;
    const spoilt = new Set<Statement | undefined>();
    let at = 0;
    for (const { offset } of [...errors].sort((a, b) => a.offset - b.offset)) {
        while (at < statements.length - 1 && (statements[at] as Statement).last.endOffset < offset) at++;
        spoilt.add(statements[at]);
    }
    return statements.map((statement) => (spoilt.has(statement) ? { ...statement, clean: false } : statement));
}
