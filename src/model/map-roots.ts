import type { LangiumDocument } from 'langium';
import * as ast from '../../language/generated/ast.ts';
import type { ImportGraph } from '../../language/imports.ts';

/**
 * Those of some files that stand for a map of their own: what another one imports is a part of that. Of files that import each
 * other and that nothing else imports, it is the one with `map` in it, else the first.
 */
export function mapRoots(documents: readonly LangiumDocument[], graph: ImportGraph): LangiumDocument[] {
    const reach = new Map(documents.map((document) => [document, new Set(graph.documentsOf(document))]));
    const reaches = (from: LangiumDocument, to: LangiumDocument): boolean => reach.get(from)?.has(to) === true;
    return documents.filter((document) => {
        const importers = documents.filter((other) => reaches(other, document));
        if (!importers.every((other) => reaches(document, other))) return false;
        return document === (importers.find(holdsMap) ?? importers[0]);
    });
}

function holdsMap(document: LangiumDocument): boolean {
    return (document.parseResult.value as ast.Document).elements.some(ast.isMapInfo);
}
