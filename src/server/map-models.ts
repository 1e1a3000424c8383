import { DocumentState, type LangiumDocument, type LangiumSharedCoreServices, type URI, UriUtils, WorkspaceCache } from 'langium';
import type { CrmMapLinker } from '../../language/linker.ts';
import type { CrmMapServices } from '../../language/module.ts';
import { buildModel, type JoinedBefore, type KeepRead, type ModelPart, readPart } from '../model/build-model.ts';
import type { CrmModel } from '../model/crm-model.ts';

interface KnownThing {
    readonly line: number;
    readonly character: number;
    readonly comment: string | undefined;
    readonly thing: object | undefined;
}

/** The models of the maps of a workspace, each built once for a state of the texts. */
export class MapModels {
    private readonly language: CrmMapServices;
    private readonly shared: LangiumSharedCoreServices;
    private readonly cache: WorkspaceCache<string, CrmModel>;
    private parts = new WeakMap<LangiumDocument, ModelPart>();
    private readonly joined = new WeakMap<LangiumDocument, JoinedBefore>();
    /** What declarations were read as, by how they are linked. */
    private declarations = new WeakMap<object, KnownThing>();

    constructor(language: CrmMapServices) {
        this.language = language;
        this.shared = language.shared;
        this.cache = new WorkspaceCache(this.shared);
        const { DocumentBuilder } = this.shared.workspace;
        DocumentBuilder.onDocumentPhase(DocumentState.Linked, (document) => void this.parts.delete(document));
        // Models that were asked for while a build was on its way hold what was known then.
        DocumentBuilder.onBuildPhase(DocumentState.Linked, () => this.cache.clear());
    }

    /** The model of a linked document and all that it imports. */
    modelOf(document: LangiumDocument): CrmModel {
        return this.cache.get(document.uri.toString(), () =>
            buildModel(
                document,
                this.language,
                (uri) => this.nameOf(uri),
                (part) => this.partOf(part),
                this.joinedOf(document),
            ),
        );
    }

    private joinedOf(document: LangiumDocument): JoinedBefore {
        let joined = this.joined.get(document);
        if (!joined) this.joined.set(document, (joined = { flows: new WeakMap(), sound: new WeakSet() }));
        return joined;
    }

    /** Has files named anew: other folders are open now. */
    forgetNames(): void {
        this.parts = new WeakMap();
        this.declarations = new WeakMap();
        this.cache.clear();
    }

    /** What a file brings to its maps, read once for a state of its text and of what its references mean. */
    private partOf(document: LangiumDocument): ModelPart {
        const read = (): ModelPart => readPart(document, this.language, (uri) => this.nameOf(uri), this.keep);
        if (document.state < DocumentState.Linked) return read();
        let part = this.parts.get(document);
        if (!part) this.parts.set(document, (part = read()));
        return part;
    }

    /** A declaration is read once for as long as it stays where it is, and means what it meant. */
    private readonly keep: KeepRead = (node, read) => {
        const link = (this.language.references.Linker as CrmMapLinker).linkOf(node);
        if (!link) return read();
        const { line, character } = node.$cstNode?.range.start ?? { line: -1, character: -1 };
        // The comment before it may stand further up, where what is between them cannot be understood.
        const comment = this.language.documentation.CommentProvider.getComment(node);
        const known = this.declarations.get(link);
        if (known?.line === line && known.character === character && known.comment === comment) return known.thing as ReturnType<typeof read>;
        const thing = read();
        this.declarations.set(link, { line, character, comment, thing });
        return thing;
    };

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
