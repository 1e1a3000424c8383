import { type AstNode, AstUtils } from 'langium';
import type { CodeAction } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { kindNames } from '../../names.ts';
import { propertyOrder } from './property-order.ts';
import { action, type Change, declarationAt, inHeader, type RefactorContext } from './refactoring.ts';
import type { Body, Piece, SourceText } from './source-text.ts';
import { statementsOf } from './statements.ts';

const kind = 'refactor.rewrite.body';
/** The longest line that a body is drawn together to, in characters. */
const longestLine = 160;

/** Gives a declaration a body, with an empty line to write on. */
export function addBody(context: RefactorContext): CodeAction[] {
    const node = declarationAt(context);
    if (!node?.$cstNode || !takesBody(node) || !inHeader(context, node) || context.source.bodyOf(node)) return [];
    return action(context, `Add a body to this ${wordFor(node)}`, kind, appendToBody(context.source, node, ['']));
}

/** Takes away a body that says nothing. */
export function removeEmptyBody(context: RefactorContext): CodeAction[] {
    const { source } = context;
    const node = declarationAt(context);
    const body = node && source.bodyOf(node);
    if (!node || !body || source.text.slice(body.open + 1, body.close).trim() !== '') return [];
    const before = source.leavesIn({ start: node.$cstNode?.offset ?? 0, end: body.open }).at(-1);
    if (!before || (before.hidden && before.text.startsWith('//'))) return [];
    return action(context, 'Remove the empty body', kind, [{ from: before.end, to: body.close + 1, text: '' }]);
}

/** Writes each property of a body on a line of its own. */
export function expandBody(context: RefactorContext): CodeAction[] {
    const node = declarationAt(context);
    const body = node && context.source.bodyOf(node);
    if (!node || !body) return [];
    return action(context, `Write this ${wordFor(node)} over several lines`, kind, expanding(context.source, node, body, []));
}

/** Draws a body together on one line, where it has no comment that needs a line's end, and the line stays readable. */
export function collapseBody(context: RefactorContext): CodeAction[] {
    const { source } = context;
    const node = declarationAt(context);
    const body = node && source.bodyOf(node);
    if (!node || !body || !/[\r\n]/.test(source.text.slice(body.open, body.close))) return [];
    const leaves = source.leavesIn({ start: body.open, end: body.close + 1 });
    if (leaves.length < 3 || leaves.some(({ hidden, text }) => hidden && /^\/\/|[\r\n]/.test(text))) return [];
    const starts = statementStarts(source, node);
    const changes = leaves.slice(1).flatMap((leaf, index): Change[] => {
        const before = leaves[index];
        if (!before || !/[\r\n]/.test(source.text.slice(before.end, leaf.offset))) return [];
        const wide = starts.has(leaf.offset) && before.text !== '{';
        return [{ from: before.end, to: leaf.offset, text: wide ? '  ' : ' ' }];
    });
    const taken = changes.reduce((sum, { from, to, text }) => sum + to - from - text.length, 0);
    if (body.close + 1 - taken - source.lineStart(body.open) > longestLine) return [];
    return action(context, `Write this ${wordFor(node)} on one line`, kind, changes);
}

/**
 * Writes lines at the end of a declaration's body: behind what stands there, or into a body of its own. A body on one line is written over
 * several.
 */
export function appendToBody(source: SourceText, node: AstNode, lines: readonly string[]): Change[] {
    const cst = node.$cstNode;
    if (!cst) return [];
    const body = source.bodyOf(node);
    if (body) return expanding(source, node, body, lines);
    const outer = source.indentationAt(cst.offset);
    const text = lines.map((line) => outer + source.step + line + source.eol).join('');
    return [{ from: cst.end, to: cst.end, text: ` {${source.eol}${text}${outer}}` }];
}

/** The changes that give each statement of a body a line of its own, with more lines at its end. */
function expanding(source: SourceText, node: AstNode, body: Body, lines: readonly string[]): Change[] {
    const outer = source.indentationAt(node.$cstNode?.offset ?? body.open);
    const pieces = source.pieces(statementsOf(node, body), body.open + 1, body.close);
    const inner = pieces.map(({ lead }) => lead).find((lead) => source.startsLine(lead));
    const indentation = inner === undefined ? outer + source.step : source.indentationAt(inner);
    const comments = source.commentsIn({ start: pieces.at(-1)?.tail ?? body.open + 1, end: body.close });
    const last = comments.at(-1)?.end ?? pieces.at(-1)?.tail ?? body.open + 1;
    const breaks = pieces.flatMap((piece, index) => breakBefore(source, piece, pieces[index - 1]?.tail ?? body.open + 1, indentation));
    const added = lines.map((line) => source.eol + indentation + line).join('');
    const rest = source.text.slice(last, body.close);
    if (/[\r\n]/.test(rest)) return added === '' ? breaks : [...breaks, { from: last, to: last, text: added }];
    return pieces.length === 0 && comments.length === 0 && added === '' ? [] : [...breaks, { from: last, to: body.close, text: added + source.eol + outer }];
}

/** Breaks the line before a statement that has none to itself; comments before it stay with it. */
function breakBefore(source: SourceText, piece: Piece, before: number, indentation: string): Change[] {
    const from = source.text.slice(0, piece.lead).trimEnd().length;
    if (from < before || /[\r\n]/.test(source.text.slice(from, piece.lead))) return [];
    return [{ from, to: piece.lead, text: source.eol + indentation }];
}

/** Where the statements of a declaration begin, and those of all that it holds. */
function statementStarts(source: SourceText, node: AstNode): ReadonlySet<number> {
    const starts = new Set<number>();
    for (const each of AstUtils.streamAst(node)) {
        const body = source.bodyOf(each);
        for (const { start } of body ? statementsOf(each, body) : []) starts.add(start);
    }
    return starts;
}

function takesBody(node: AstNode): boolean {
    return propertyOrder[node.$type] !== undefined;
}

function wordFor(node: AstNode): string {
    return ast.isMapInfo(node) ? 'map' : (kindNames[node.$type] ?? 'declaration');
}
