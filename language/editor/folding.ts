import { type AstNode, AstUtils, CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Document } from '../generated/ast.ts';
import { ownParts } from '../own-parts.ts';

/** Folds bodies, comments and blocks of imports. The line of a closing brace stays in sight. */
export class CrmMapFolding implements FoldingRangeProvider {
    getFoldingRanges(document: LangiumDocument): FoldingRange[] {
        const root = document.parseResult.value;
        return [...AstUtils.streamAst(root).flatMap(bodyOf), ...commentsOf(root), ...importsOf(root as Document)].sort((a, b) => a.startLine - b.startLine);
    }
}

function bodyOf(node: AstNode): FoldingRange[] {
    const cst = node.$cstNode;
    if (!cst) return [];
    const braces = ownParts(cst, node).filter((child) => child.text === '{' || child.text === '}');
    const [open, close] = [braces[0], braces.at(-1)];
    return open && close && open !== close ? range(open.range.start.line, close.range.end.line - 1) : [];
}

function commentsOf(root: AstNode): FoldingRange[] {
    if (!root.$cstNode) return [];
    const comments = CstUtils.flattenCst(root.$cstNode)
        .filter((leaf) => leaf.hidden)
        .toArray();
    const folds: FoldingRange[] = [];
    let block: LeafCstNode[] = [];
    const end = (): void => {
        const [first, last] = [block[0], block.at(-1)];
        if (first && last) folds.push(...range(first.range.start.line, last.range.end.line, FoldingRangeKind.Comment));
        block = [];
    };
    for (const comment of comments) {
        const follows = comment.text.startsWith('//') && block.at(-1)?.range.end.line === comment.range.start.line - 1;
        if (!follows) end();
        block.push(comment);
        if (!comment.text.startsWith('//')) end();
    }
    end();
    return folds;
}

function importsOf({ imports = [] }: Document): FoldingRange[] {
    const [first, last] = [imports[0]?.$cstNode, imports.at(-1)?.$cstNode];
    return first && last ? range(first.range.start.line, last.range.end.line, FoldingRangeKind.Imports) : [];
}

function range(startLine: number, endLine: number, kind?: FoldingRangeKind): FoldingRange[] {
    return endLine > startLine ? [{ startLine, endLine, ...(kind && { kind }) }] : [];
}
