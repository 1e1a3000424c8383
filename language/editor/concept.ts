import { type AstNode, AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import type { CrmMapAddedServices } from '../module.ts';
import type { LangiumServices } from 'langium/lsp';
import { mapsAround } from './maps-around.ts';

type Services = LangiumServices & CrmMapAddedServices;

/**
 * The entities that are the one thing in several systems, a given one among them: those that `same as` ties together, and those of
 * the same name. The masters stand first, else they come in the order of the text.
 */
export function conceptOf(entity: ast.Entity, services: Services): ast.Entity[] {
    const { LangiumDocuments } = services.shared.workspace;
    const files = mapsAround(AstUtils.getDocument(entity), LangiumDocuments, services.references.ImportGraph);
    const all = [...files].flatMap(({ parseResult }) => entitiesOf(parseResult.value));
    const neighbours = new Map<string | ast.Entity, (string | ast.Entity)[]>();
    const join = (a: string | ast.Entity, b: string | ast.Entity): void => {
        neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
        neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
    };
    for (const each of all) {
        join(each, each.name?.toLowerCase() ?? '');
        for (const { ref } of each.sameAs) if (ref) join(each, ref);
    }
    const found = new Set<string | ast.Entity>([entity]);
    for (const next of found) for (const neighbour of neighbours.get(next) ?? []) found.add(neighbour);
    const same = all.filter((each) => found.has(each));
    return [...same.filter(({ master }) => master), ...same.filter(({ master }) => !master)];
}

function entitiesOf(root: AstNode): ast.Entity[] {
    return ((root as Partial<ast.Document>).elements ?? []).flatMap((element) => (ast.isSystem(element) ? element.entities : []));
}
