import { type AstNode, AstUtils, type CstNode, CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { type Document, isImport } from '../generated/ast.ts';
import { ownParts } from '../own-parts.ts';

const regionStart = /^\/\/\s*#?region\b/;
const regionEnd = /^\/\/\s*#?endregion\b/;

/** Folds bodies, comments, regions and blocks of imports. The line of a closing brace stays in sight. */
export class CrmMapFolding implements FoldingRangeProvider {
    getFoldingRanges(document: LangiumDocument): FoldingRange[] {
        const root = document.parseResult.value;
        return [...AstUtils.streamAst(root).flatMap(bodyOf), ...commentsOf(root), ...importsOf(root as Document)].sort((a, b) => a.startLine - b.startLine);
    }
}

/** Each pair of braces that a declaration is written with. */
function bodyOf(node: AstNode): FoldingRange[] {
    const cst = node.$cstNode;
    const open: CstNode[] = [];
    const folds: FoldingRange[] = [];
    for (const part of cst ? ownParts(cst, node) : []) {
        if (part.text === '{') open.push(part);
        const start = part.text === '}' ? open.pop() : undefined;
        if (start) folds.push(...range(start.range.start.line, part.range.end.line - 1));
    }
    return folds;
}

/** Comments of several lines, `//` lines that follow each other, and what stands between the two marks of a region. */
function commentsOf(root: AstNode): FoldingRange[] {
    const comments = root.$cstNode ? CstUtils.flattenCst(root.$cstNode).filter((leaf) => leaf.hidden) : [];
    const folds: FoldingRange[] = [];
    const regions: number[] = [];
    let block: LeafCstNode[] = [];
    const end = (): void => {
        const [first, last] = [block[0], block.at(-1)];
        if (first && last) folds.push(...range(first.range.start.line, last.range.end.line, FoldingRangeKind.Comment));
        block = [];
    };
    for (const comment of comments) {
        const { line } = comment.range.start;
        const isLine = comment.text.startsWith('//');
        const isMark = regionStart.test(comment.text) || regionEnd.test(comment.text);
        if (!isLine || isMark || block.at(-1)?.range.end.line !== line - 1) end();
        if (regionStart.test(comment.text)) regions.push(line);
        else if (isMark) {
            const start = regions.pop();
            if (start !== undefined) folds.push(...range(start, line, FoldingRangeKind.Region));
        } else block.push(comment);
        if (!isLine) end();
    }
    end();
    return folds;
}

/** Imports that follow each other without a declaration between them. */
function importsOf({ imports = [], elements = [] }: Document): FoldingRange[] {
    const statements = [...imports, ...elements].sort((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0));
    const folds: FoldingRange[] = [];
    let block: AstNode[] = [];
    for (const statement of [...statements, undefined]) {
        if (statement && isImport(statement)) {
            block.push(statement);
            continue;
        }
        const [first, last] = [block[0]?.$cstNode, block.at(-1)?.$cstNode];
        if (first && last) folds.push(...range(first.range.start.line, last.range.end.line, FoldingRangeKind.Imports));
        block = [];
    }
    return folds;
}

function range(startLine: number, endLine: number, kind?: FoldingRangeKind): FoldingRange[] {
    return endLine > startLine ? [{ startLine, endLine, ...(kind && { kind }) }] : [];
}
