import type { CodeAction } from 'vscode-languageserver-types';
import { kindNames } from '../../names.ts';
import { propertyOrder } from './property-order.ts';
import { action, declarationAt, type RefactorContext } from './refactoring.ts';
import { reordered } from './reorder.ts';
import type { Piece } from './source-text.ts';
import { statementsOf } from './statements.ts';

/** What a declaration holds, beside its properties. */
const lists: ReadonlySet<string> = new Set('entities fields stages ways touchpoints activities pains opportunities evidence mappings rules'.split(' '));

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
    const held = new Set(pieces.filter((_, index) => lists.has(statements[index]?.key ?? '')));
    const bond = (a: Piece, b: Piece): number => Number(held.has(a)) + Number(held.has(b));
    const gaps = pieces.slice(1).map((after, index) => ({ after, before: pieces[index] ?? after }));
    const between = (before: Piece, after: Piece): string => {
        const alike = gaps.find((gap) => bond(gap.before, gap.after) === bond(before, after));
        if (alike) return source.text.slice(alike.before.tail, alike.after.lead) || ' ';
        return /[\r\n]/.test(source.text.slice(body.open, body.close)) ? source.eol + source.indentationAt(after.start) : '  ';
    };
    return action(
        context,
        `Sort the properties of this ${kindNames[node.$type] ?? 'declaration'}`,
        'refactor.rewrite.sort',
        reordered(source, pieces, sorted, between),
    );
}
