import { DefaultIndexManager, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';
import type { CrmMapServices } from './module.ts';

/** A document is affected by a change of any file of its map: of what it imports, directly or not. */
export class CrmMapIndexManager extends DefaultIndexManager {
    private readonly registry: LangiumSharedCoreServices['ServiceRegistry'];

    constructor(services: LangiumSharedCoreServices) {
        super(services);
        this.registry = services.ServiceRegistry;
    }

    override isAffected(document: LangiumDocument, changedUris: Set<string>): boolean {
        const services = this.registry.getServices(document.uri) as CrmMapServices;
        return services.references.ImportGraph.reaches(document, changedUris);
    }
}
