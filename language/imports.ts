import { type AstNode, DocumentState, type LangiumDocument, type LangiumSharedCoreServices, type URI } from 'langium';
import { type Document, isImport } from './generated/ast.ts';
import { importedAddress } from './import-path.ts';

/** Where the words that every map knows stand: the stock list of capabilities. */
export const builtinScheme = 'crmmap-builtin';

/** The files that a document imports, in the order of its text; undefined stands for a path that cannot be one. */
export function importedUris(document: LangiumDocument): (URI | undefined)[] {
    const { imports = [] } = document.parseResult.value as Partial<Document>;
    return imports.map((statement) => (isImport(statement) ? resolveImport(document, statement.path) : undefined));
}

/** The address of an imported file, or undefined when the path is not relative, or no address. */
export function resolveImport(document: LangiumDocument, path: string | undefined): URI | undefined {
    return importedAddress(document.uri, path);
}

/** A file that is imported. */
export interface Imported {
    readonly uri: URI;
    readonly address: string;
}

/** Follows imports. A map is a document with all that it imports, directly or not. */
export class ImportGraph {
    private readonly cache = new Map<string, readonly LangiumDocument[]>();
    private readonly imported = new WeakMap<AstNode, readonly Imported[]>();
    /** The imports of each document when the cache was filled. */
    private readonly known = new Map<string, string>();
    private readonly services: LangiumSharedCoreServices;

    constructor(services: LangiumSharedCoreServices) {
        this.services = services;
        const { DocumentBuilder } = services.workspace;
        DocumentBuilder.onUpdate((changed, deleted) => {
            for (const uri of deleted) this.known.delete(uri.toString());
            const isNew = (uri: URI): boolean => !this.known.has(uri.toString());
            if (deleted.length > 0 || changed.some(isNew)) this.cache.clear();
        });
        // Most edits change no import: what is imported by whom stays as it is.
        DocumentBuilder.onBuildPhase(DocumentState.IndexedContent, (documents) => {
            for (const document of documents) {
                const imports = this.importsOf(document)
                    .map(({ address }) => address)
                    .join('\n');
                if (this.known.get(document.uri.toString()) === imports) continue;
                this.known.set(document.uri.toString(), imports);
                this.cache.clear();
            }
        });
    }

    /** The files that a document imports, in the order of its text, without paths that cannot be one. */
    importsOf(document: LangiumDocument): readonly Imported[] {
        const root = document.parseResult.value;
        let found = this.imported.get(root);
        if (!found) this.imported.set(root, (found = importedUris(document).flatMap((uri) => (uri ? [{ uri, address: uri.toString() }] : []))));
        return found;
    }

    /** The documents of a map: what is imported stands before what imports it, the document itself last. Circles are fine. */
    documentsOf(document: LangiumDocument): readonly LangiumDocument[] {
        const key = document.uri.toString();
        let documents = this.cache.get(key);
        // A document that was removed and came back is another one.
        if (documents?.at(-1) !== document) this.cache.set(key, (documents = this.follow(document)));
        return documents;
    }

    private follow(document: LangiumDocument): readonly LangiumDocument[] {
        const seen = new Set<string>();
        const ordered: LangiumDocument[] = [];
        const pending: { document: LangiumDocument; imports: Imported[] }[] = [];
        const enter = (next: LangiumDocument): void => {
            seen.add(next.uri.toString());
            pending.push({ document: next, imports: [...this.importsOf(next)] });
        };
        enter(document);
        for (let top = pending.at(-1); top; top = pending.at(-1)) {
            const next = top.imports.shift();
            const imported = next && !seen.has(next.address) ? this.services.workspace.LangiumDocuments.getDocument(next.uri) : undefined;
            if (imported) enter(imported);
            else if (top.imports.length === 0) {
                ordered.push(top.document);
                pending.pop();
            }
        }
        return ordered;
    }

    /** Whether a change of one of these files can change what a document means. */
    reaches(document: LangiumDocument, uris: ReadonlySet<string>): boolean {
        return this.documentsOf(document).some((part) => uris.has(part.uri.toString()) || this.importsOf(part).some(({ address }) => uris.has(address)));
    }
}
