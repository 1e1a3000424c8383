import type { AstNode } from 'langium';
import { pathOf, quoted } from '../../names.ts';
import { nodesOf } from '../../nodes.ts';
import { type Fixer, here } from './mistake-place.ts';

/** LNG004: where a thing is named by its title in quotes, writes its path. */
export const nameByTitle: Fixer = (place) => {
    const { services, document, data, marked } = place;
    const { titled } = data;
    if (titled === undefined) return [];
    const title = marked.slice(1, -1).trim().toLowerCase();
    const things = services.references.ImportGraph.documentsOf(document).flatMap((part) => nodesOf(part.parseResult.value));
    const paths = things
        .filter((thing) => services.shared.AstReflection.isSubtype(thing.$type, titled) && titleOf(thing) === title)
        .flatMap((thing) => pathOf(thing) ?? []);
    return [...new Set(paths)].map((path, _, { length }) => ({
        title: `Write ${quoted(path)}`,
        preferred: true,
        certain: length === 1,
        edits: here(place, place.from, place.to, path),
    }));
};

function titleOf(thing: AstNode): string | undefined {
    const { title } = thing as { readonly title?: unknown };
    return typeof title === 'string' ? title.trim().toLowerCase() : undefined;
}
