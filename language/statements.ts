import type { AstNode, LangiumDocument } from 'langium';
import type { Document } from './generated/ast.ts';

/** The declarations that stand directly in a file. Each stays the same node as long as edits do not touch it. */
export function declarationsOf(document: LangiumDocument): readonly AstNode[] {
    return (document.parseResult.value as Partial<Document>).elements ?? [];
}
