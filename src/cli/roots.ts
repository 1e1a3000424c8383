import type { LangiumDocument } from 'langium';
import * as ast from '../../language/generated/ast.ts';
import type { CrmMapServices } from '../../language/module.ts';
import type { Entry } from './load.ts';

/**
 * The maps to be drawn. A file that was named itself always is; one that was found in a folder is a part, and not drawn, when
 * another found file imports it. Of files that import each other and that nothing else imports, the one with `map` in it is
 * drawn, else the first.
 */
export function rootsOf(entries: readonly Entry[], services: CrmMapServices): Entry[] {
    const reach = new Map(entries.map(({ file }) => [file.document, new Set(services.references.ImportGraph.documentsOf(file.document))]));
    const reaches = (from: LangiumDocument, to: LangiumDocument): boolean => reach.get(from)?.has(to) === true;
    return entries.filter((entry) => {
        if (entry.named) return true;
        const { document } = entry.file;
        const importers = entries.map(({ file }) => file.document).filter((other) => reaches(other, document));
        if (!importers.every((other) => reaches(document, other))) return false;
        return document === (importers.find(holdsMap) ?? importers[0]);
    });
}

function holdsMap(document: LangiumDocument): boolean {
    return (document.parseResult.value as ast.Document).elements.some(ast.isMapInfo);
}
