import { AstUtils } from 'langium';
import type { CodeAction } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { pathOf } from '../../names.ts';
import { linesOf, listed, pairsOf } from './map-fields.ts';
import { action, declarationAt, inHeader, type RefactorContext } from './refactoring.ts';

/**
 * Writes a flow between two entities, with a `map` line for each pair of fields that fit: from the head of an entity that is the same as
 * another one, from its master; for a selection over two entities, both ways.
 */
export function flowFromEntities(context: RefactorContext): CodeAction[] {
    return pairsAt(context).flatMap(([source, target]) => flowBetween(context, source, target));
}

function pairsAt(context: RefactorContext): (readonly [ast.Entity, ast.Entity])[] {
    if (context.start < context.end) {
        const touched = AstUtils.streamAst(context.document.parseResult.value)
            .filter(ast.isEntity)
            .filter(({ $cstNode: cst }) => cst !== undefined && cst.offset < context.end && context.start < cst.end)
            .toArray();
        const [a, b, ...more] = touched;
        return a && b && more.length === 0
            ? [
                  [a, b],
                  [b, a],
              ]
            : [];
    }
    const entity = declarationAt(context);
    if (!ast.isEntity(entity) || !inHeader(context, entity)) return [];
    const others = entity.sameAs.map(({ ref }) => ref).filter((other) => other !== undefined);
    return others.map((other) => (entity.master ? ([entity, other] as const) : ([other, entity] as const)));
}

function flowBetween(context: RefactorContext, source: ast.Entity, target: ast.Entity): CodeAction[] {
    const [from, to] = [pathOf(source), pathOf(target)];
    if (from === undefined || to === undefined || source.$container === target.$container || isJoined(context, source, target)) return [];
    const pairs = pairsOf({ arrow: '->', mappings: [] }, source, target);
    const last = context.topLevel.findLast(({ start }) => start <= context.end);
    if (pairs.length === 0 || !last) return [];
    const { eol, step } = context.source;
    const lines = linesOf(pairs, { source: { entity: source, prefix: '' }, target: { entity: target, prefix: '' } });
    const text = `${eol}${eol}${from} -> ${to} {${eol}${lines.map((line) => step + line + eol).join('')}}`;
    const title = `Create a flow from ${from} to ${to} that maps ${listed(pairs)}`;
    return action(context, title, 'refactor.rewrite.map', [{ from: last.tail, to: last.tail, text }]);
}

/** Whether data goes from one entity to another already. */
function isJoined({ services, document }: RefactorContext, source: ast.Entity, target: ast.Entity): boolean {
    const flows = services.references.ImportGraph.documentsOf(document).flatMap((part) => (part.parseResult.value as ast.Document).elements.filter(ast.isFlow));
    const goes = (flow: ast.Flow, from: ast.Entity, to: ast.Entity): boolean => flow.from?.ref === from && flow.to?.ref === to;
    return flows.some((flow) => (flow.arrow !== '<-' && goes(flow, source, target)) || (flow.arrow !== '->' && goes(flow, target, source)));
}
