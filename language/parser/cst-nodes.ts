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

/** A token in the concrete syntax tree. */
export class PlacedLeaf extends AbstractCstNode implements LeafCstNode {
    readonly hidden: boolean;
    readonly tokenType: TokenType;
    readonly length: number;
    offset: number;
    private startLine: number;
    private startColumn: number;
    private endLine: number;
    private endColumn: number;

    constructor(token: Token, hidden: boolean) {
        super();
        this.hidden = hidden;
        this.tokenType = token.tokenType;
        this.length = token.image.length;
        this.offset = token.startOffset;
        // Tokens count lines and columns from 1, and their end is their last character.
        this.startLine = token.startLine - 1;
        this.startColumn = token.startColumn - 1;
        this.endLine = token.endLine - 1;
        this.endColumn = token.endColumn;
    }

    get end(): number {
        return this.offset + this.length;
    }

    get astNode(): AstNode {
        if (!this.container) throw new Error('This part of the text stands in no tree.');
        return this.container.astNode;
    }

    get range(): Range {
        return { start: { line: this.startLine, character: this.startColumn }, end: { line: this.endLine, character: this.endColumn } };
    }

    move({ offset, lines, line, columns }: Move): void {
        if (this.startLine === line) this.startColumn += columns;
        if (this.endLine === line) this.endColumn += columns;
        this.offset += offset;
        this.startLine += lines;
        this.endLine += lines;
    }
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
