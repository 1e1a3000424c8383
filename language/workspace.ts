import {
    DefaultWorkspaceManager,
    DocumentState,
    type FileSystemNode,
    type LangiumDocument,
    type LangiumSharedCoreServices,
    type Stream,
    URI,
    UriUtils,
} from 'langium';
import type { WorkspaceFolder } from 'vscode-languageserver-types';
import { builtinDocument } from './builtin.ts';
import { builtinScheme, importedUris } from './imports.ts';
import { largestFile } from './parser/bounds.ts';
import { hasLinks, type WorkspaceBounds } from './workspace-bounds.ts';

/**
 * Loads what an editor has open: the words that every map knows, and the maps of its folders. It leaves out `node_modules`, hidden
 * folders, what is a link, and files over 5 MB.
 */
export class CrmMapWorkspaceManager extends DefaultWorkspaceManager {
    private readonly services: LangiumSharedCoreServices;

    constructor(services: LangiumSharedCoreServices) {
        super(services);
        this.services = services;
        // What is wrong in a file shows before it is opened.
        this.initialBuildOptions = { validation: { categories: ['built-in', 'fast'] } };
    }

    protected override async loadAdditionalDocuments(_folders: WorkspaceFolder[], collector: (document: LangiumDocument) => void): Promise<void> {
        collector(builtinDocument(this.services));
    }

    protected override async loadWorkspaceDocuments(uris: Stream<URI>, collector: (document: LangiumDocument) => void): Promise<void> {
        for (const uri of uris) {
            const document = (await isSmallEnough(this.services, uri)) ? await this.read(uri) : undefined;
            if (document) collector(document);
        }
    }

    /** A file may go, or be locked, between the listing of its folder and its reading: it is told of again once it is there. */
    private async read(uri: URI): Promise<LangiumDocument | undefined> {
        try {
            return await this.langiumDocuments.getOrCreateDocument(uri);
        } catch {
            return undefined;
        }
    }

    /** Changes which folders are open; their maps are not loaded or removed by that. */
    changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
        const left = (this.folders ?? []).filter(({ uri }) => !removed.some((folder) => folder.uri === uri));
        this.folders = [...left, ...added.filter(({ uri }) => !left.some((folder) => folder.uri === uri))];
    }

    /** Whether a file stands in a folder of the workspace. */
    holds(uri: URI): boolean {
        return (this.folders ?? []).some((folder) => isBelow(uri, URI.parse(folder.uri)));
    }

    override shouldIncludeEntry(entry: FileSystemNode): boolean {
        const name = UriUtils.basename(entry.uri);
        if (name.startsWith('.') || name === 'node_modules') return false;
        return entry.isDirectory || (entry.isFile && this.serviceRegistry.hasServices(entry.uri));
    }
}

/** The folders of the workspace; where none is open, there are no bounds. A link inside of a folder that leads out of it is outside. */
export function workspaceFolderBounds(services: LangiumSharedCoreServices): WorkspaceBounds {
    const { WorkspaceManager, FileSystemProvider } = services.workspace;
    const real = (uri: URI): URI => (hasLinks(FileSystemProvider) ? FileSystemProvider.realPath(uri) : uri);
    return {
        contains: (uri) => {
            const folders = (WorkspaceManager.workspaceFolders ?? []).map((folder) => URI.parse(folder.uri));
            if (folders.length === 0) return true;
            return folders.some((folder) => isBelow(uri, folder)) && folders.some((folder) => isBelow(real(uri), real(folder)));
        },
    };
}

/** Loads imported files that no folder brought along, as when a single file is open; each with what it imports itself. */
export function loadImports({ workspace }: LangiumSharedCoreServices, bounds: WorkspaceBounds): void {
    workspace.DocumentBuilder.onBuildPhase(DocumentState.IndexedContent, async (documents) => {
        const missing = new Map<string, URI>();
        for (const document of documents) {
            for (const uri of document.uri.scheme === builtinScheme ? [] : importedUris(document)) {
                if (uri?.path.endsWith('.crmmap') && !workspace.LangiumDocuments.hasDocument(uri) && bounds.contains(uri)) missing.set(uri.toString(), uri);
            }
        }
        const found: URI[] = [];
        for (const uri of missing.values()) if ((await existsAsFile(workspace, uri)) && (await isSmallEnough({ workspace }, uri))) found.push(uri);
        if (found.length > 0) void workspace.WorkspaceLock.write((token) => workspace.DocumentBuilder.update(found, [], token));
    });
}

async function existsAsFile(workspace: LangiumSharedCoreServices['workspace'], uri: URI): Promise<boolean> {
    try {
        return (await workspace.FileSystemProvider.exists(uri)) && (await workspace.FileSystemProvider.stat(uri)).isFile;
    } catch {
        return false;
    }
}

async function isSmallEnough({ workspace }: Pick<LangiumSharedCoreServices, 'workspace'>, uri: URI): Promise<boolean> {
    try {
        return (await workspace.FileSystemProvider.readBinary(uri)).byteLength <= largestFile;
    } catch {
        return false;
    }
}

function isBelow(uri: URI, folder: URI): boolean {
    const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
    return uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(root);
}
