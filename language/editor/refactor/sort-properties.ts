import type { CodeAction } from 'vscode-languageserver-types';
import { kindNames } from '../../names.ts';
import { propertyOrder } from './property-order.ts';
import { action, declarationAt, type RefactorContext } from './refactoring.ts';
import { reordered } from './reorder.ts';
import type { Piece } from './source-text.ts';
import { statementsOf } from './statements.ts';

/** Puts a declaration's properties into the order in which they are best read. What it holds keeps its order. */
export function sortProperties(context: RefactorContext): CodeAction[] {
    const { source } = context;
    const node = declarationAt(context);
    const body = node && source.bodyOf(node);
    const order = node && propertyOrder[node.$type];
    if (!body || !order || source.silencesFromInside) return [];
    const statements = statementsOf(node, body);
    const ranks = statements.map(({ key }) => order.indexOf(key));
    if (ranks.includes(-1)) return [];
    const pieces = source.pieces(statements, body.open + 1, body.close);
    const places = new Map(pieces.map((piece, index) => [piece, ranks[index] ?? 0]));
    const sorted = [...pieces].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    const between = (_before: Piece, after: Piece): string => {
        const index = pieces.indexOf(after);
        const gap = index > 0 ? source.text.slice(pieces[index - 1]?.tail, after.lead) : source.text.slice(pieces[0]?.tail, pieces[1]?.lead);
        return gap === '' ? ' ' : gap;
    };
    return action(
        context,
        `Sort the properties of this ${kindNames[node.$type] ?? 'declaration'}`,
        'refactor.rewrite.sort',
        reordered(source, pieces, sorted, between),
    );
}
