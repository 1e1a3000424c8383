import {
    type AstNode,
    type AstNodeDescription,
    AstUtils,
    DefaultIndexManager,
    type LangiumDocument,
    type LangiumSharedCoreServices,
    type ReferenceDescription,
    type Stream,
    type URI,
} from 'langium';
import type { CrmMapServices } from './module.ts';

/** A name that a file declares. */
export interface Declaration {
    readonly description: AstNodeDescription;
    /** The address of the file. */
    readonly uri: string;
}

/**
 * What the files of the workspace declare, by path. A document is affected by a change of any file of its map: of what it imports,
 * directly or not.
 */
export class CrmMapIndexManager extends DefaultIndexManager {
    private readonly registry: LangiumSharedCoreServices['ServiceRegistry'];
    private readonly byPath = new Map<string, Declaration[]>();
    private readonly severalTimes = new Set<string>();

    constructor(services: LangiumSharedCoreServices) {
        super(services);
        this.registry = services.ServiceRegistry;
    }

    override isAffected(document: LangiumDocument, changedUris: ReadonlySet<string>): boolean {
        const services = this.registry.getServices(document.uri) as CrmMapServices;
        return services.references.ImportGraph.reaches(document, changedUris);
    }

    /** Everything of a path, in no order of files. */
    declared(path: string): readonly Declaration[] {
        return this.byPath.get(path) ?? [];
    }

    /** The paths that are declared more than once in the workspace, be it as different things or in different maps. */
    declaredTwice(): ReadonlySet<string> {
        return this.severalTimes;
    }

    /** What one file declares, in the order of its text; of one type, if that is given. */
    declaredIn(uri: string, type?: string): readonly AstNodeDescription[] {
        return this.getFileDescriptions(uri, type);
    }

    override async updateContent(...args: Parameters<DefaultIndexManager['updateContent']>): Promise<void> {
        const [document] = args;
        this.forget(document.uri.toString());
        await super.updateContent(...args);
        const uri = document.uri.toString();
        for (const description of this.declaredIn(uri)) {
            const found = this.byPath.get(description.name);
            if (!found) this.byPath.set(description.name, [{ description, uri }]);
            else if (found.push({ description, uri }) > 1) this.severalTimes.add(description.name);
        }
    }

    override removeContent(uri: URI): void {
        this.forget(uri.toString());
        super.removeContent(uri);
    }

    /** Nobody asks for an index of references: documents know theirs (`CrmMapReferences`). */
    override async updateReferences(): Promise<void> {}

    override findAllReferences(target: AstNode): Stream<ReferenceDescription> {
        return this.registry.getServices(AstUtils.getDocument(target).uri).references.References.findReferences(target, {});
    }

    private forget(uri: string): void {
        for (const { name } of this.symbolIndex.get(uri) ?? []) {
            const left = this.byPath.get(name)?.filter((declaration) => declaration.uri !== uri) ?? [];
            if (left.length === 0) this.byPath.delete(name);
            else this.byPath.set(name, left);
            if (left.length < 2) this.severalTimes.delete(name);
        }
    }
}
