import type { AstNode, LangiumDocument } from 'langium';
import { type Document, isEntity, isFlow, isJourney, isLifecycle, isMapInfo, isSystem, isView } from '../../../language/generated/ast.ts';
import type { ImportGraph } from '../../../language/imports.ts';
import { pathOf } from '../../../language/names.ts';

/** A picture of a thing: the name of its view, or the first of the map. */
export interface PictureOf {
    readonly view?: string;
}

/**
 * Tells which view of a file's map shows a thing. It looks at the text alone, as lenses are asked for after each edit: a view that the
 * map declares, else the one that `viewsOf` gives a map without any.
 */
export function picturesIn(document: LangiumDocument, imports: ImportGraph): (node: AstNode) => PictureOf | undefined {
    const elements = imports.documentsOf(document).flatMap((part) => (part.parseResult.value as Document).elements);
    const declared = elements.filter(isView).filter(({ name }) => name);
    const shows = new Map<AstNode, string>();
    for (const { of, name } of declared) if (of?.ref && !shows.has(of.ref)) shows.set(of.ref, name);
    return (node) => {
        if (isMapInfo(node)) return {};
        if (isView(node)) return node.name ? { view: node.name } : undefined;
        const view = declared.length > 0 ? shows.get(node) : defaultView(node);
        return view === undefined ? undefined : { view };
    };
}

function defaultView(node: AstNode): string | undefined {
    const path = pathOf(node);
    const kind = path === undefined ? undefined : defaultKind(node);
    return kind && `${kind}-${path}`;
}

function defaultKind(node: AstNode): string | undefined {
    if (isJourney(node)) return 'journey';
    if (isLifecycle(node)) return 'lifecycle';
    if (isEntity(node)) return node.master ? 'profile' : undefined;
    if (isFlow(node)) return node.mappings.some(({ sources, target }) => target?.ref && sources.some(({ ref }) => ref)) ? 'mapping' : undefined;
    return isSystem(node) && node.entities.some(({ fields }) => fields.some(({ name }) => name)) ? 'data' : undefined;
}
