import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import type { CrmMapServices } from '../../module.ts';
import { kindNames } from '../../names.ts';
import { SourceText } from './source-text.ts';
import { type TopLevelPiece, topLevelOf } from './top-level.ts';

/** Where a refactoring is asked for. */
export interface RefactorContext {
    readonly services: CrmMapServices;
    readonly document: LangiumDocument<ast.Document>;
    readonly source: SourceText;
    /** The imports and declarations of the file, in the order of the text. */
    readonly topLevel: readonly TopLevelPiece[];
    /** Offsets of the selection, without the white space at its ends; the same for a cursor. */
    readonly start: number;
    readonly end: number;
}

/** What may be done at a place. Every result reads without a new mistake, and keeps comments. */
export type Refactoring = (context: RefactorContext) => CodeAction[];

/** Offsets of a text to be replaced. */
export interface Change {
    readonly from: number;
    readonly to: number;
    readonly text: string;
}

/** The place of a request; undefined where the file has mistakes of syntax, so that nobody knows what stands where. */
export function contextAt(services: CrmMapServices, document: LangiumDocument, range: Range): RefactorContext | undefined {
    const { value, lexerErrors, parserErrors } = document.parseResult;
    if (!ast.isDocument(value) || lexerErrors.length > 0 || parserErrors.length > 0 || !value.$cstNode) return undefined;
    if (value.elements.some(ast.isUnknownDeclaration)) return undefined;
    const source = new SourceText(document.textDocument.getText(), value.$cstNode);
    let start = document.textDocument.offsetAt(range.start);
    let end = document.textDocument.offsetAt(range.end);
    if (start < end) {
        const selected = source.text.slice(start, end);
        end = start + selected.trimEnd().length;
        start = Math.min(end, start + selected.length - selected.trimStart().length);
    }
    if (start === end) start = end = source.afterIndentation(start);
    let pieces: readonly TopLevelPiece[] | undefined;
    return {
        services,
        document: document as LangiumDocument<ast.Document>,
        source,
        start,
        end,
        get topLevel() {
            return (pieces ??= topLevelOf(value, source));
        },
    };
}

/** The innermost declaration that holds a whole selection. */
export function declarationAt({ document, start, end }: RefactorContext): AstNode | undefined {
    let found: AstNode | undefined;
    for (let node: AstNode | undefined = document.parseResult.value; node; ) {
        node = AstUtils.streamContents(node).find(({ $cstNode: cst }) => cst !== undefined && cst.offset <= start && end <= cst.end);
        if (node && kindNames[node.$type] !== undefined) found = node;
    }
    return found;
}

/** Whether a selection stands in the beginning of a declaration: before its body, or in the whole of it where it has none. */
export function inHeader({ source, start, end }: RefactorContext, node: AstNode): boolean {
    const cst = node.$cstNode;
    return cst !== undefined && cst.offset <= start && end <= (source.bodyOf(node)?.open ?? cst.end);
}

/** The flow that a selection stands in. */
export function flowAt(context: RefactorContext): ast.Flow | undefined {
    return context.document.parseResult.value.elements
        .filter(ast.isFlow)
        .find(({ $cstNode: cst }) => cst !== undefined && cst.offset <= context.start && context.end <= cst.end);
}

export function textEdits({ document }: RefactorContext, changes: readonly Change[]): TextEdit[] {
    const at = (offset: number): TextEdit['range']['start'] => document.textDocument.positionAt(offset);
    return changes.map(({ from, to, text }) => ({ range: { start: at(from), end: at(to) }, newText: text }));
}

/** An action that changes this file alone; none where nothing would change. */
export function action(context: RefactorContext, title: string, kind: string, changes: readonly Change[]): CodeAction[] {
    const real = changes.filter(({ from, to, text }) => context.source.text.slice(from, to) !== text);
    return real.length === 0 ? [] : [{ title, kind, edit: { changes: { [context.document.uri.toString()]: textEdits(context, real) } } }];
}
