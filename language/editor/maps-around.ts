import type { LangiumDocument, LangiumDocuments } from 'langium';
import { builtinScheme, type ImportGraph } from '../imports.ts';

/** All files that stand together with a file in some map of the workspace, itself among them. */
export function mapsAround(document: LangiumDocument, documents: LangiumDocuments, imports: ImportGraph): ReadonlySet<LangiumDocument> {
    const around = new Set<LangiumDocument>();
    for (const root of documents.all) {
        if (root.uri.scheme === builtinScheme) continue;
        const parts = imports.documentsOf(root);
        if (parts.includes(document)) for (const part of parts) around.add(part);
    }
    return around;
}
