import type { AstNodeDescription, LangiumSharedCoreServices } from 'langium';
import type { CrmMapIndexManager, Declaration } from './index-manager.ts';
import type { NamesOfType, NameTable } from './scope.ts';

/** The index of a workspace, as this language has it. */
export function indexOf(services: LangiumSharedCoreServices): CrmMapIndexManager {
    return services.workspace.IndexManager as CrmMapIndexManager;
}

/** The names of one map: those of the workspace that stand in its files. */
export class MapNames implements NameTable {
    private readonly index: CrmMapIndexManager;
    private readonly files: readonly string[];
    private readonly order: ReadonlyMap<string, number>;
    private readonly types = new Map<string, NamesOfType>();

    /** @param files addresses of the map's files, what is imported before what imports it */
    constructor(index: CrmMapIndexManager, files: readonly string[]) {
        this.index = index;
        this.files = files;
        this.order = new Map(files.map((uri, position) => [uri, position]));
    }

    get(type: string): NamesOfType {
        let names = this.types.get(type);
        if (!names) this.types.set(type, (names = this.namesOf(type)));
        return names;
    }

    private namesOf(type: string): NamesOfType {
        const get = (path: string): readonly AstNodeDescription[] => {
            const found = this.index.declared(path).filter(({ description, uri }) => description.type === type && this.order.has(uri));
            return (found.length > 1 ? found.sort((a, b) => this.compare(a, b)) : found).map(({ description }) => description);
        };
        const values = (): AstNodeDescription[] => this.files.flatMap((uri) => this.index.declaredIn(uri, type));
        return { get, has: (path) => get(path).length > 0, keys: () => new Set(values().map(({ name }) => name)), values };
    }

    private compare(a: Declaration, b: Declaration): number {
        return (this.order.get(a.uri) ?? 0) - (this.order.get(b.uri) ?? 0);
    }
}
