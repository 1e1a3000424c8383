import type { LangiumDocument } from 'langium';
import * as ast from '../../language/generated/ast.ts';
import type { ImportGraph } from '../../language/imports.ts';
import { rootsAmong } from './roots-among.ts';

/** Those of some files that stand for a map of their own. */
export function mapRoots(documents: readonly LangiumDocument[], graph: ImportGraph): LangiumDocument[] {
    return rootsAmong(documents, (document) => graph.documentsOf(document), holdsMap);
}

/** Whether `map` stands in a file. */
export function holdsMap(document: LangiumDocument): boolean {
    return (document.parseResult.value as ast.Document).elements.some(ast.isMapInfo);
}
