import {
    type AstNode,
    AstUtils,
    Cancellation,
    DefaultDocumentBuilder,
    DocumentState,
    interruptAndCheck,
    isOperationCancelled,
    type LangiumDocument,
    type LangiumSharedCoreServices,
    type Reference,
    type ReferenceInfo,
    type ServiceRegistry,
    type URI,
} from 'langium';
import { isView } from './generated/ast.ts';
import { changeBetween, type FileInterface, type InterfaceChange, interfaceOf } from './interface-of.ts';
import { indexOf } from './map-names.ts';
import type { CrmMapLinker } from './linker.ts';
import type { CrmMapServices } from './module.ts';
import { pathOf, pathParts } from './names.ts';
import { declarationsOf } from './statements.ts';
import { viewSubjects } from './view-subjects.ts';
import type { WorkspaceBounds } from './workspace-bounds.ts';

interface Changes {
    /** By the address of a file whose tree is another one, or that is gone: what others see of that. */
    readonly files: ReadonlyMap<string, InterfaceChange>;
    readonly cameOrWent: ReadonlySet<string>;
    /** The paths that came or went, and the last parts of these. */
    readonly paths: ReadonlySet<string>;
    readonly names: ReadonlySet<string>;
    /** The path of a node, as it is now. */
    readonly pathOf: (node: AstNode) => string | undefined;
    /** The files of which others see something else than before. */
    readonly visible: ReadonlySet<string>;
    /** Those of them that import other files, came or went. */
    readonly rewired: ReadonlySet<string>;
}

/**
 * Builds after an edit only what depends on it. The files that changed are read first; then others are linked and checked anew where
 * what they see of those has changed, and where it has not, their references are pointed into the new trees.
 */
export class IncrementalDocumentBuilder extends DefaultDocumentBuilder {
    private readonly services: LangiumSharedCoreServices;
    /** What other files were linked with. */
    private readonly seen = new Map<string, FileInterface>();

    /** By the list of a file's references: those to other files, by the addresses of those. */
    private readonly targets = new WeakMap<object, { readonly count: number; readonly byFile: ReadonlyMap<string, Reference[]> }>();
    private isFirstBuild = false;

    constructor(services: LangiumSharedCoreServices) {
        super(services);
        this.services = services;
        this.onBuildPhase(DocumentState.IndexedContent, (documents) => {
            if (this.isFirstBuild) for (const document of documents) this.seen.set(document.uri.toString(), interfaceOf(document, services));
        });
    }

    override async build(...args: Parameters<DefaultDocumentBuilder['build']>): Promise<void> {
        this.isFirstBuild = true;
        try {
            await super.build(...args);
        } finally {
            this.isFirstBuild = false;
        }
    }

    override async update(changed: URI[], deleted: URI[], cancelToken = Cancellation.CancellationToken.None): Promise<void> {
        this.currentState = DocumentState.Changed;
        const gone = deleted.flatMap((uri) => this.remove(uri));
        const changedUris = (await Promise.all(changed.map((uri) => this.findChangedUris(uri)))).flat();
        for (const uri of changedUris) this.takeBack(this.documentFor(uri));
        await this.emitUpdate(
            changedUris,
            gone.map(({ uri }) => uri),
        );
        await interruptAndCheck(cancelToken);
        await this.read(cancelToken);
        this.renewOthers();
        const unbuilt = this.sortDocuments(
            this.langiumDocuments.all.filter((document) => document.state < DocumentState.Validated || !this.isComplete(document)).toArray(),
        );
        this.prepareBuild(unbuilt, this.updateBuildOptions);
        const edited = unbuilt.filter(({ uri }) => this.textDocuments?.get(uri));
        if (edited.length < unbuilt.length) for (const document of edited) await this.buildAhead(document, cancelToken);
        await this.buildDocuments(unbuilt, this.updateBuildOptions, cancelToken);
        // Only now: a build that is cut off takes up again what it has not told of in its phases.
        for (const document of edited) this.markAsCompleted(document);
    }

    /** Links and checks what is open in an editor before the files that depend on it: its author waits for that. */
    private async buildAhead(document: LangiumDocument, cancelToken: Cancellation.CancellationToken): Promise<void> {
        const { ScopeComputation, Linker } = this.serviceRegistry.getServices(document.uri).references;
        const phases: readonly [DocumentState, () => unknown][] = [
            [DocumentState.ComputedScopes, async () => (document.localSymbols = await ScopeComputation.collectLocalSymbols(document, cancelToken))],
            [DocumentState.Linked, () => Linker.link(document, cancelToken)],
            [DocumentState.IndexedReferences, () => this.indexManager.updateReferences(document, cancelToken)],
            [DocumentState.Validated, () => this.validate(document, cancelToken)],
        ];
        for (const [state, bringTo] of phases) {
            if (document.state >= state) continue;
            await interruptAndCheck(cancelToken);
            await bringTo();
            document.state = state;
            await this.notifyDocumentPhase(document, state, cancelToken);
        }
    }

    /** Files that are maps, and that may be read: in the workspace, or imported from one that is open. */
    protected override async findChangedUris(changed: URI): Promise<URI[]> {
        if (this.textDocuments?.get(changed)) return [changed];
        const found = this.langiumDocuments.hasDocument(changed) ? [changed] : await super.findChangedUris(changed);
        return found.filter((uri) => uri.path.endsWith('.crmmap') && boundsOf(uri, this.serviceRegistry).contains(uri));
    }

    private documentFor(uri: URI): LangiumDocument {
        const known = this.langiumDocuments.getDocument(uri);
        if (known) return known;
        // As Langium does: what has no text yet is read in the first phase of the build.
        const document = this.langiumDocumentFactory.fromModel({ $type: 'INVALID' }, uri);
        document.state = DocumentState.Changed;
        this.langiumDocuments.addDocument(document);
        return document;
    }

    /** Removes a file, or all of a folder; what an editor has open is there until the editor is closed. */
    private remove(uri: URI): LangiumDocument[] {
        const gone = this.langiumDocuments.getDocuments(uri).filter((document) => !this.textDocuments?.get(document.uri));
        for (const document of gone) {
            this.langiumDocuments.deleteDocument(document.uri);
            this.cleanUpDeleted(document);
        }
        return gone;
    }

    /** Reads all that is new or changed, up to its declarations. */
    private async read(cancelToken: Cancellation.CancellationToken): Promise<void> {
        const unread = this.langiumDocuments.all.filter(({ state }) => state < DocumentState.IndexedContent).toArray();
        this.prepareBuild(unread, this.updateBuildOptions);
        const lost = new Set<LangiumDocument>();
        await this.runCancelable(unread, DocumentState.Parsed, cancelToken, async (document) => {
            try {
                await this.langiumDocumentFactory.update(document, cancelToken);
            } catch (error) {
                if (isOperationCancelled(error)) throw error;
                lost.add(document);
            }
        });
        // A file that went while it was read, or that cannot be read, is as one that is not there.
        for (const { uri } of lost) this.remove(uri);
        if (lost.size > 0) {
            await this.emitUpdate(
                [],
                [...lost].map(({ uri }) => uri),
            );
        }
        const found = unread.filter((document) => !lost.has(document));
        await this.runCancelable(found, DocumentState.IndexedContent, cancelToken, (document) => this.indexManager.updateContent(document, cancelToken));
    }

    private isComplete(document: LangiumDocument): boolean {
        return this.buildState.get(document.uri.toString())?.completed === true && !this.resultsAreIncomplete(document, this.updateBuildOptions);
    }

    /** Takes back what no longer holds of the files that did not change themselves. */
    private renewOthers(): void {
        const changes = this.noteChanges();
        if (changes.files.size === 0) return;
        const roots = new Set(this.langiumDocuments.all.map((document) => document.parseResult.value));
        const isGone = ({ ref }: Reference): boolean => !ref || !roots.has(AstUtils.findRootNode(ref));
        for (const document of this.langiumDocuments.all) {
            const linker = linkerOf(document, this.serviceRegistry);
            if (document.state < DocumentState.Linked) this.unlink(document, linker, changes, isGone);
            else if (this.needsLinks(document, changes) || !pointAnew(document, this.pointingInto(document, changes.files.keys()).filter(isGone), linker)) {
                this.resetLinks(document);
                this.unlink(document, linker, changes, isGone);
            } else if (document.state === DocumentState.Validated && this.needsChecks(document, changes))
                this.resetToState(document, DocumentState.IndexedReferences);
        }
    }

    /** What is known of a file that is about to be read anew no longer counts; how its declarations are linked does, where they stay. */
    private takeBack(document: LangiumDocument): void {
        this.indexManager.removeContent(document.uri);
        document.localSymbols = undefined;
        this.resetLinks(document);
        document.state = DocumentState.Changed;
    }

    private resetLinks(document: LangiumDocument): void {
        document.diagnostics = undefined;
        this.buildState.delete(document.uri.toString());
        document.state = DocumentState.ComputedScopes;
    }

    /** Has those declarations of a file linked anew of which a reference may mean something else now, or nothing, or something again. */
    private unlink(document: LangiumDocument, linker: CrmMapLinker, changes: Changes, isGone: (reference: Reference) => boolean): void {
        if (changes.rewired.size > 0) {
            linker.unlink(document);
            return;
        }
        const isNamed = this.namedIn(document, changes);
        const isChanged = (info: ReferenceInfo): boolean => isGone(info.reference as Reference) || isNamed(info);
        for (const declaration of declarationsOf(document)) {
            if (linker.linkOf(declaration) && linker.referencesIn(declaration).some(isChanged)) linker.unlinkDeclaration(declaration);
        }
    }

    /** Tells whether what a reference of a file means may depend on one of the things that came or went. */
    private namedIn({ uri }: LangiumDocument, { names, paths, pathOf: path }: Changes): (info: ReferenceInfo) => boolean {
        const { ScopeProvider } = (this.serviceRegistry.getServices(uri) as CrmMapServices).references;
        return (info) => mentions(info.reference.$refText, names) && ScopeProvider.looksAt(info, paths, path);
    }

    /** The references of a file to things of some files. Which files they name changes only when it is linked, and its list is then another one. */
    private pointingInto(document: LangiumDocument, files: Iterable<string>): Reference[] {
        const { references } = document;
        let known = this.targets.get(references);
        if (known?.count !== references.length) {
            const byFile = new Map<string, Reference[]>();
            for (const reference of references) {
                const target = 'ref' in reference ? reference.$nodeDescription?.documentUri.toString() : undefined;
                if (target === undefined || target === document.uri.toString()) continue;
                const found = byFile.get(target);
                if (found) found.push(reference as Reference);
                else byFile.set(target, [reference as Reference]);
            }
            this.targets.set(references, (known = { count: references.length, byFile }));
        }
        const { byFile } = known;
        return [...files].flatMap((file) => byFile.get(file) ?? []);
    }

    /** Compares every file with what others were linked with, and takes note of how it is now. */
    private noteChanges(): Changes {
        const files = new Map<string, InterfaceChange>();
        const cameOrWent = new Set<string>();
        const here = new Set<string>();
        for (const document of this.langiumDocuments.all) {
            const uri = document.uri.toString();
            here.add(uri);
            const before = this.seen.get(uri);
            if (before?.root === document.parseResult.value) continue;
            const after = interfaceOf(document, this.services);
            if (!before) cameOrWent.add(uri);
            files.set(uri, changeBetween(before, after));
            this.seen.set(uri, after);
        }
        for (const [uri, before] of this.seen) {
            if (here.has(uri)) continue;
            cameOrWent.add(uri);
            files.set(uri, changeBetween(before, undefined));
            this.seen.delete(uri);
        }
        const paths = new Set([...files.values()].flatMap((change) => [...change.paths]));
        const names = new Set([...paths].map((path) => pathParts(path).at(-1) ?? path));
        const visible = new Set([...files].filter(([uri, change]) => cameOrWent.has(uri) || isVisible(change)).map(([uri]) => uri));
        const rewired = new Set([...files].filter(([uri, change]) => cameOrWent.has(uri) || change.files).map(([uri]) => uri));
        return { files, cameOrWent, paths, names, pathOf: rememberedPaths(), visible, rewired };
    }

    /** Whether references of a file may mean something else now, or nothing, or something again. */
    private needsLinks(document: LangiumDocument, changes: Changes): boolean {
        const { cameOrWent, names, visible, rewired } = changes;
        if (visible.size === 0) return false;
        if (document.references.some(({ error }) => error !== undefined)) return true;
        if (cameOrWent.size > 0 && document.diagnostics?.some(({ code }) => code === missingFile)) return true;
        if (rewired.size > 0 && this.indexManager.isAffected(document, new Set(rewired))) return true;
        if (names.size === 0 || !this.sees(document, visible)) return false;
        const linker = linkerOf(document, this.serviceRegistry);
        const isNamed = this.namedIn(document, changes);
        return declarationsOf(document).some((declaration) => linker.referencesIn(declaration).some(isNamed));
    }

    /** Whether checks of a file may find something else now. */
    private needsChecks(document: LangiumDocument, { files, visible }: Changes): boolean {
        const found = document.diagnostics ?? [];
        if (found.some(({ relatedInformation }) => relatedInformation?.some(({ location }) => files.has(location.uri)))) return true;
        if (visible.size === 0 || !this.sees(document, visible)) return false;
        if (found.length > 0 || [...files.values()].some(({ rest }) => rest)) return true;
        const index = indexOf(this.services);
        if ([...files.values()].some(({ paths }) => [...paths].some((path) => index.declared(path).length > 1))) return true;
        return index.declaredIn(document.uri.toString(), 'View').some(({ node }) => isView(node) && !node.of && viewSubjects[node.kind ?? ''] !== undefined);
    }

    private sees(document: LangiumDocument, visible: ReadonlySet<string>): boolean {
        return this.indexManager.isAffected(document, new Set(visible));
    }
}

function boundsOf(uri: URI, registry: ServiceRegistry): WorkspaceBounds {
    return (registry.getServices(uri) as CrmMapServices).workspace.WorkspaceBounds;
}

/** The code of an import whose file is not there: its message names the files that are. */
const missingFile = 'LNG040';

function isVisible({ files, rest, paths }: InterfaceChange): boolean {
    return files || rest || paths.size > 0;
}

function mentions(path: string, names: ReadonlySet<string>): boolean {
    return /[.`]/.test(path) ? pathParts(path).some((part) => names.has(part)) : names.has(path);
}

/** Lets a file's references mean the same things in the new trees of other files. False where one of them finds nothing any more. */
function pointAnew(document: LangiumDocument, pointing: readonly Reference[], linker: CrmMapLinker): boolean {
    if (pointing.length === 0) return true;
    const { references } = document;
    linker.forget(pointing);
    // A reference that is resolved adds itself to those of its document.
    document.references = [];
    const isWhole = pointing.every(({ ref }) => ref !== undefined);
    document.references = references;
    return isWhole;
}

/** Paths of nodes, each made once. */
function rememberedPaths(): Changes['pathOf'] {
    const known = new Map<AstNode, string | undefined>();
    return (node) => {
        if (!known.has(node)) known.set(node, pathOf(node));
        return known.get(node);
    };
}

function linkerOf({ uri }: LangiumDocument, registry: ServiceRegistry): CrmMapLinker {
    return registry.getServices(uri).references.Linker as CrmMapLinker;
}
