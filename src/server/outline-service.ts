import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { builtinScheme, type ImportGraph } from '../../language/imports.ts';
import { mapRoots } from '../model/map-roots.ts';
import type { MapFiles, Outline, OutlineMap } from '../protocol.ts';
import type { MapModels } from './map-models.ts';
import { outlineOf } from './outline.ts';

/** So long no build may end before the outline is looked at again, in milliseconds: while one types, it can wait. */
const restTime = 150;

export interface OutlineServiceOptions {
    readonly shared: LangiumSharedServices;
    readonly models: MapModels;
    readonly imports: ImportGraph;
    /** Hears that the outline that was read last no longer holds. */
    readonly changed: () => void;
}

interface Listed {
    readonly root: LangiumDocument;
    readonly outline: OutlineMap;
}

/**
 * Tells what the maps of the workspace hold, and when that has changed. Nothing is made for a client that has not asked since it was told
 * last, and of the maps that no build has touched what was made before is taken again.
 */
export class OutlineService {
    private readonly options: OutlineServiceOptions;
    private readonly maps = new Map<string, Listed>();
    private readonly touched = new Set<string>();
    /** What was answered last, until it no longer holds. */
    private known: string | undefined;
    private rest: ReturnType<typeof setTimeout> | undefined;

    constructor(options: OutlineServiceOptions) {
        this.options = options;
        const { DocumentBuilder } = options.shared.workspace;
        DocumentBuilder.onBuildPhase(DocumentState.Validated, (built) => this.touch(built.map(({ uri }) => uri)));
        DocumentBuilder.onUpdate((_, deleted) => {
            if (deleted.length > 0) this.touch(deleted);
        });
    }

    /** What the maps hold now. */
    read(): Promise<Outline> {
        return this.options.shared.workspace.WorkspaceLock.read(() => {
            const outline = this.list();
            this.known = JSON.stringify(outline);
            return outline;
        });
    }

    /** The map of a file: the one that it stands for, else the first one that imports it; null for a file that is not read. */
    mapOf(uri: string): Promise<MapFiles | null> {
        const { WorkspaceLock, LangiumDocuments } = this.options.shared.workspace;
        return WorkspaceLock.read(() => {
            const document = LangiumDocuments.getDocument(URI.parse(uri));
            if (!document || document.state < DocumentState.Linked) return null;
            const root = this.roots().find((candidate) => this.options.models.documentsOf(candidate).includes(document));
            return this.filesOf(root ?? document);
        });
    }

    /** Ends what is waited for. */
    end(): void {
        clearTimeout(this.rest);
    }

    private touch(uris: readonly URI[]): void {
        for (const uri of uris) this.touched.add(uri.toString());
        if (this.known === undefined) return;
        clearTimeout(this.rest);
        this.rest = setTimeout(() => void this.compare(), restTime);
    }

    private async compare(): Promise<void> {
        const isOther = await this.options.shared.workspace.WorkspaceLock.read(() => {
            // What a build left undone comes back when the next one is done.
            const isBuilt = this.documents().every(({ state }) => state >= DocumentState.Linked);
            return isBuilt && this.known !== undefined && JSON.stringify(this.list()) !== this.known;
        });
        if (!isOther) return;
        this.known = undefined;
        this.options.changed();
    }

    private list(): Outline {
        const roots = this.roots();
        const addresses = new Set(roots.map(({ uri }) => uri.toString()));
        for (const address of this.maps.keys()) if (!addresses.has(address)) this.maps.delete(address);
        const maps = roots.map((root) => this.outlineOf(root));
        this.touched.clear();
        return { maps };
    }

    private outlineOf(root: LangiumDocument): OutlineMap {
        const { models } = this.options;
        const address = root.uri.toString();
        const files = models.documentsOf(root).map(({ uri }) => uri.toString());
        const before = this.maps.get(address);
        if (before?.root === root && before.outline.files.length === files.length && !files.some((file) => this.touched.has(file))) return before.outline;
        const outline = outlineOf(models.modelOf(root), this.filesOf(root));
        this.maps.set(address, { root, outline });
        return outline;
    }

    private filesOf(root: LangiumDocument): MapFiles {
        const { models } = this.options;
        return { uri: root.uri.toString(), title: models.modelOf(root).map.title, files: models.documentsOf(root).map(({ uri }) => uri.toString()) };
    }

    private roots(): LangiumDocument[] {
        return mapRoots(this.documents(), this.options.imports);
    }

    private documents(): LangiumDocument[] {
        return this.options.shared.workspace.LangiumDocuments.all.filter(({ uri }) => uri.scheme !== builtinScheme).toArray();
    }
}
