import type { AstNode } from 'langium';
import type { CodeAction } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { declarationOrder } from './property-order.ts';
import { action, type RefactorContext } from './refactoring.ts';
import { reordered } from './reorder.ts';
import { attachedLead, type TopLevelPiece } from './top-level.ts';

/** Puts the declarations of a file into the order of the kinds; within a kind they keep theirs. Imports stand first. */
export function sortDeclarations(context: RefactorContext): CodeAction[] {
    return sorted(context, 'Sort declarations by kind', 'source.sort.declarations', ({ node }) => declarationOrder.indexOf(node.$type));
}

/** Puts flows behind each other that begin at the same system, in the places where flows stand. Interfaces get other numbers by it. */
export function groupFlows(context: RefactorContext): CodeAction[] {
    const firsts = new Map<ast.System | undefined, number>();
    const ranks = new Map<ast.Flow, number>();
    for (const { node } of context.topLevel) {
        if (!ast.isFlow(node)) continue;
        const system = sourceSystem(node);
        if (!firsts.has(system)) firsts.set(system, firsts.size);
        ranks.set(node, firsts.get(system) ?? 0);
    }
    const title = 'Group flows by the system that they come from (interfaces are numbered anew)';
    return sortedAmong(context, title, 'source.sort.flows', ast.isFlow, (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** Puts imports into the order of their paths. */
export function sortImports(context: RefactorContext): CodeAction[] {
    return sortedAmong(context, 'Sort imports', 'source.sort.imports', ast.isImport, (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function sourceSystem({ arrow, from, to }: ast.Flow): ast.System | undefined {
    const end = (arrow === '<-' ? to : from)?.ref;
    return ast.isEntity(end) ? end.$container : end;
}

function sorted(context: RefactorContext, title: string, kind: string, rank: (piece: TopLevelPiece) => number): CodeAction[] {
    return rearranged(context, title, kind, (pieces) => [...pieces].sort((a, b) => rank(a) - rank(b)));
}

/** Sorts the declarations of one type among the places where they stand. */
function sortedAmong<T extends AstNode>(
    context: RefactorContext,
    title: string,
    kind: string,
    is: (node: unknown) => node is T,
    compare: (a: T, b: T) => number,
): CodeAction[] {
    return rearranged(context, title, kind, (pieces) => {
        const some = pieces.filter(({ node }) => is(node)).sort((a, b) => compare(a.node as unknown as T, b.node as unknown as T));
        let next = 0;
        return pieces.map((piece) => (is(piece.node) ? (some[next++] ?? piece) : piece));
    });
}

function rearranged(context: RefactorContext, title: string, kind: string, arrange: (pieces: readonly TopLevelPiece[]) => TopLevelPiece[]): CodeAction[] {
    const { source } = context;
    const [first, ...rest] = context.topLevel;
    if (!first || source.silencesFromInside) return [];
    // What is said at the head of a file stays there.
    const pieces = [{ ...first, lead: attachedLead(source, first) }, ...rest];
    const blank = source.eol + source.eol;
    const oneLine = ({ lead, tail }: TopLevelPiece): boolean => !/[\r\n]/.test(source.text.slice(lead, tail));
    return action(
        context,
        title,
        kind,
        reordered(source, pieces, arrange(pieces), (before, after) =>
            before.node.$type === after.node.$type && oneLine(before) && oneLine(after) ? source.eol : blank,
        ),
    );
}
