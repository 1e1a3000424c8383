import { type LangiumDocument, type LangiumSharedCoreServices, type URI, UriUtils, WorkspaceCache } from 'langium';
import type { CrmMapServices } from '../../language/module.ts';
import { buildModel } from '../model/build-model.ts';
import type { CrmModel } from '../model/crm-model.ts';

/** The models of the maps of a workspace, each built once for a state of the texts. */
export class MapModels {
    private readonly language: CrmMapServices;
    private readonly shared: LangiumSharedCoreServices;
    private readonly cache: WorkspaceCache<string, CrmModel>;

    constructor(language: CrmMapServices) {
        this.language = language;
        this.shared = language.shared;
        this.cache = new WorkspaceCache(this.shared);
    }

    /** The model of a linked document and all that it imports. */
    modelOf(document: LangiumDocument): CrmModel {
        return this.cache.get(document.uri.toString(), () => buildModel(document, this.language, (uri) => this.nameOf(uri)));
    }

    /** The address of a file that the model of a document names in a source range. */
    uriOf(document: LangiumDocument, file: string): URI | undefined {
        return this.documentsOf(document).find((part) => this.nameOf(part.uri) === file)?.uri;
    }

    documentsOf(document: LangiumDocument): readonly LangiumDocument[] {
        return this.language.references.ImportGraph.documentsOf(document);
    }

    /** How the models name a file: by its path in the folder of the workspace. */
    nameOf(uri: URI): string {
        const folder = this.shared.workspace.WorkspaceManager.workspaceFolders?.find((candidate) => UriUtils.contains(candidate.uri, uri));
        return folder ? UriUtils.relative(folder.uri, uri) : uri.path;
    }
}
