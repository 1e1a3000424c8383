import type { TokenType } from 'chevrotain';
import { AbstractCstNode, type AstNode, type CstNode, isCompositeCstNode, type LeafCstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { Token } from './tokens.ts';

/** How a part of a text moves when something before it changes: all of it by so much, and what stands in its first line also sideways. */
export interface Move {
    readonly offset: number;
    readonly lines: number;
    /** The line, from 0, as it was before, in which columns change. */
    readonly line: number;
    readonly columns: number;
}

/** A token in the concrete syntax tree. A large workspace has some 100,000 of them: it keeps no more than it must. */
export class PlacedLeaf extends AbstractCstNode implements LeafCstNode {
    readonly tokenType: TokenType;
    readonly length: number;
    offset: number;
    protected startLine: number;
    protected startColumn: number;

    constructor({ tokenType, startOffset, endOffset, startLine, startColumn }: Token) {
        super();
        this.tokenType = tokenType;
        this.length = endOffset + 1 - startOffset;
        this.offset = startOffset;
        // Tokens count lines and columns from 1.
        this.startLine = startLine - 1;
        this.startColumn = startColumn - 1;
    }

    /** What the grammar asks for, it does not hide. */
    get hidden(): boolean {
        return this.grammarSource === undefined;
    }

    get end(): number {
        return this.offset + this.length;
    }

    get astNode(): AstNode {
        if (!this.container) throw new Error('This part of the text stands in no tree.');
        return this.container.astNode;
    }

    get range(): Range {
        return { start: { line: this.startLine, character: this.startColumn }, end: this.endPosition };
    }

    protected get endPosition(): Range['end'] {
        return { line: this.startLine, character: this.startColumn + this.length };
    }

    move({ offset, lines, line, columns }: Move): void {
        if (this.startLine === line) this.startColumn += columns;
        this.offset += offset;
        this.startLine += lines;
    }
}

/** A token that ends in another line than it begins in. */
class LongLeaf extends PlacedLeaf {
    private readonly furtherLines: number;
    private readonly endColumn: number;

    constructor(token: Token) {
        super(token);
        this.furtherLines = token.endLine - token.startLine;
        // The end of a token is its last character, counted from 1.
        this.endColumn = token.endColumn;
    }

    protected override get endPosition(): Range['end'] {
        return { line: this.startLine + this.furtherLines, character: this.endColumn };
    }
}

/** A token in the concrete syntax tree; it is a hidden one as long as it has no source in the grammar. */
export function leafOf(token: Token): PlacedLeaf {
    return token.endLine === token.startLine ? new PlacedLeaf(token) : new LongLeaf(token);
}

/** Moves all that stands in a node. */
export function moveNode(node: CstNode, move: Move): void {
    const pending: CstNode[] = [node];
    for (let next = pending.pop(); next; next = pending.pop()) {
        if (next instanceof PlacedLeaf) next.move(move);
        else if (isCompositeCstNode(next)) {
            // Langium's node keeps its range once somebody has asked for it.
            Object.assign(next, { _rangeCache: undefined });
            pending.push(...next.content);
        }
    }
}
