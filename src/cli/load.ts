import { realpathSync } from 'node:fs';
import { EmptyFileSystem, type LangiumDocument, type LangiumSharedCoreServices, URI } from 'langium';
import { builtinDocument } from '../../language/builtin.ts';
import { importedUris } from '../../language/imports.ts';
import { type CrmMapServices, createCrmMapServices } from '../../language/module.ts';
import type { FoundMap } from './find-maps.ts';
import type { Problem } from './host.ts';
import { isInside, shownPath } from './path-names.ts';
import { readMap } from './read-map.ts';
import { shownFolder, workspaceFolder } from './workspace-folder.ts';

/** Why an import was not followed: a code of the language's errors, and sentences. */
export interface RefusedImport {
    readonly code: 'LNG040' | 'LNG043';
    readonly reason: string;
}

/** A map file that was read. */
export interface LoadedFile {
    readonly document: LangiumDocument;
    /** Symbolic links resolved. */
    readonly path: string;
    readonly shown: string;
    /** Those imports that were not followed, with the reason; by their place among the file's imports. */
    readonly refused: Map<number, RefusedImport>;
}

/** A file that was asked for. */
export interface Entry {
    readonly file: LoadedFile;
    readonly named: boolean;
}

/** All that was read, parsed, linked and checked. */
export interface LoadedMaps {
    readonly services: CrmMapServices;
    readonly entries: readonly Entry[];
    /** Every file that was read, imported ones too; by the address of its document. */
    readonly files: ReadonlyMap<string, LoadedFile>;
    readonly problems: readonly Problem[];
}

/** Reads maps with all that they import, and checks them. What cannot be read becomes a problem; the others go on. */
export async function loadMaps(found: readonly FoundMap[], cwd: string): Promise<LoadedMaps> {
    const { shared, language } = createCrmMapServices(EmptyFileSystem);
    const loader = new Loader(shared, cwd);
    const entries = found.flatMap((map) => {
        const file = loader.open(map.path, map.shown);
        return file ? [{ file, named: map.named, workspace: workspaceFolder(map.path, cwd, map.folder) }] : [];
    });
    // The widest workspace first, so that a part has that of the map that imports it, whatever else leads to it.
    const widestFirst = entries.toSorted((a, b) => a.workspace.length - b.workspace.length);
    const seen = new Set<LoadedFile>();
    for (const { file, workspace } of widestFirst) loader.followImports(file, workspace, seen);
    const sound = await checkAll(entries, language, loader.problems);
    return { services: language, entries: sound, files: loader.files, problems: loader.problems };
}

/** Links and checks; where that fails, map by map, so that one that fails does not stop the others. */
async function checkAll(entries: readonly Entry[], services: CrmMapServices, problems: Problem[]): Promise<readonly Entry[]> {
    const { DocumentBuilder, LangiumDocuments } = services.shared.workspace;
    try {
        await DocumentBuilder.build([...LangiumDocuments.all], { validation: true });
        return entries;
    } catch {
        const sound: Entry[] = [];
        for (const entry of entries) {
            try {
                await DocumentBuilder.build([...services.references.ImportGraph.documentsOf(entry.file.document)], { validation: true });
                sound.push(entry);
            } catch (error) {
                const reason = error instanceof Error ? error.message : String(error);
                problems.push({ file: entry.file.shown, message: `cannot be checked, by a fault of the program: ${reason}` });
            }
        }
        return sound;
    }
}

class Loader {
    readonly files = new Map<string, LoadedFile>();
    readonly problems: Problem[] = [];
    private readonly shared: LangiumSharedCoreServices;
    private readonly cwd: string;
    private readonly unusable = new Map<string, string>();

    constructor(shared: LangiumSharedCoreServices, cwd: string) {
        this.shared = shared;
        this.cwd = cwd;
        shared.workspace.LangiumDocuments.addDocument(builtinDocument(shared));
    }

    /** Reads and parses a file once. */
    open(path: string, shown: string): LoadedFile | undefined {
        const uri = URI.file(path);
        const key = uri.toString();
        const known = this.files.get(key);
        if (known || this.unusable.has(key)) return known;
        const read = readMap(path);
        const document = 'text' in read ? this.parse(read.text, uri) : read.problem;
        if (typeof document === 'string') {
            this.unusable.set(key, document);
            this.problems.push({ file: shown, message: document });
            return undefined;
        }
        this.shared.workspace.LangiumDocuments.addDocument(document);
        const file = { document, path, shown, refused: new Map<number, RefusedImport>() };
        this.files.set(key, file);
        return file;
    }

    /** The document, or a sentence that says why there is none. */
    private parse(text: string, uri: URI): LangiumDocument | string {
        try {
            return this.shared.workspace.LangiumDocumentFactory.fromString(text, uri);
        } catch (error) {
            if (error instanceof RangeError) return 'cannot be parsed: it is nested too deeply.';
            return `cannot be parsed, by a fault of the program: ${error instanceof Error ? error.message : String(error)}`;
        }
    }

    /** Reads what a file imports, directly or not, as far as it stands in the workspace. Files that were seen are left as they are; others are added to them. */
    followImports(start: LoadedFile, workspace: string, seen: Set<LoadedFile>): void {
        const open = [start];
        for (let file = open.pop(); file; file = open.pop()) {
            if (seen.has(file)) continue;
            seen.add(file);
            for (const [index, uri] of importedUris(file.document).entries()) {
                const imported = uri?.path.endsWith('.crmmap') ? this.openImport(file, index, uri, workspace) : undefined;
                if (imported) open.push(imported);
            }
        }
    }

    private openImport(from: LoadedFile, index: number, uri: URI, workspace: string): LoadedFile | undefined {
        const path = uri.fsPath;
        const outside = `It stands outside of the workspace, the folder "${shownFolder(this.cwd, workspace)}". Move it there, or put a crmmap.json into a folder above both files.`;
        let target: string | undefined;
        try {
            target = isInside(workspace, path) ? realpathSync(path) : undefined;
        } catch {
            // The check of the language says that it is missing.
            return undefined;
        }
        if (target === undefined || !isInside(workspace, target)) {
            from.refused.set(index, { code: 'LNG043', reason: outside });
            return undefined;
        }
        const file = this.open(path, shownPath(this.cwd, path));
        if (!file) from.refused.set(index, { code: 'LNG040', reason: `It ${this.unusable.get(uri.toString()) ?? 'cannot be read.'}` });
        return file;
    }
}
