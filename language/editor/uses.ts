import { type AstNode, AstUtils, type LangiumDocument, type LangiumDocuments } from 'langium';
import { builtinScheme, type ImportGraph } from '../imports.ts';

/** A place where a thing is named: the thing that names it, and by which of its properties. */
export interface Use {
    readonly by: AstNode;
    readonly property: string;
}

/** Where a thing itself is named in the workspace, not only as a part of a path that goes on; in the order of files and texts. */
export function usesOf(target: AstNode, documents: LangiumDocuments): Use[] {
    return usesWhere((node) => node === target, documents);
}

/** Where some things are named in the workspace. */
export function usesWhere(isWanted: (target: AstNode) => boolean, documents: LangiumDocuments): Use[] {
    const uses: Use[] = [];
    for (const document of documents.all) {
        for (const reference of document.references) {
            const target = 'ref' in reference ? reference.ref : undefined;
            const by = reference.$refNode?.astNode;
            if (!target || !by || !isWanted(target)) continue;
            const property = AstUtils.streamReferences(by).find((info) => info.reference === reference)?.property;
            if (property !== undefined) uses.push({ by, property });
        }
    }
    return uses;
}

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
