import type { AstNode } from 'langium';
import type { Document } from '../../generated/ast.ts';
import { type Piece, silences, type SourceText } from './source-text.ts';

/** A declaration of a file, or an import, with its comments. */
export interface TopLevelPiece extends Piece {
    readonly node: AstNode;
}

/** The imports and declarations of a file, in the order of the text. */
export function topLevelOf({ imports, elements }: Document, source: SourceText): readonly TopLevelPiece[] {
    const nodes = [...imports, ...elements]
        .flatMap((node) => (node.$cstNode ? [{ node, start: node.$cstNode.offset, end: node.$cstNode.end }] : []))
        .sort((a, b) => a.start - b.start);
    return source.pieces(nodes, 0, source.text.length).map((piece, index) => ({ ...piece, node: nodes[index]?.node as AstNode }));
}

/**
 * Where the comments begin that speak of a declaration itself: those directly before it, its doc comment, and those that silence rules.
 * One that stands apart, with an empty line behind it, is the heading of more than this declaration.
 */
export function attachedLead(source: SourceText, { lead, start }: Piece): number {
    let found = start;
    let next = start;
    for (const comment of source.commentsIn({ start: lead, end: start }).reverse()) {
        const apart = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(source.text.slice(comment.end, next));
        const here = next === found && (!apart || comment.text.startsWith('/**'));
        if (here || silences(comment.text)) found = comment.offset;
        next = comment.offset;
    }
    return found;
}
