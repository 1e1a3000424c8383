import { realpathSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { importedAddress } from '../../language/import-path.ts';
import type { FoundMap } from './find-maps.ts';
import type { Problem } from './host.ts';
import type { MapFacts } from './map-facts.ts';
import { isInside, shownPath } from './path-names.ts';
import { readMap } from './read-map.ts';
import { scanImports } from './scan-imports.ts';
import { shownFolder, workspaceFolder } from './workspace-folder.ts';

/** Why an import was not followed: a code of the language's errors, and sentences. */
export interface RefusedImport {
    readonly code: 'LNG040' | 'LNG043';
    readonly reason: string;
}

/** A map file as it was read: plain data, which can go to another thread. */
export interface SourceFile {
    /** The address of its document. */
    readonly address: string;
    /** Symbolic links resolved. */
    readonly path: string;
    readonly shown: string;
    readonly text: string;
    /** The addresses of its imports, by their place among them; undefined for a path that cannot be one. */
    readonly imports: readonly (string | undefined)[];
    /** Those imports that were not followed, with the reason; by their place. */
    readonly refused: Map<number, RefusedImport>;
}

/** A file that was asked for. */
export interface SourceEntry {
    readonly file: SourceFile;
    readonly named: boolean;
}

/** All texts of some maps. */
export interface Sources {
    readonly entries: readonly SourceEntry[];
    /** Imported ones too; by address, in the order in which they were read. */
    readonly files: ReadonlyMap<string, SourceFile>;
    readonly problems: readonly Problem[];
}

/** Asks the parser, which is loaded for it only where it is needed. */
export type AskParser = () => Promise<MapFacts>;

/** Reads maps with all that they import. What cannot be read becomes a problem; the others go on. */
export async function readSources(found: readonly FoundMap[], cwd: string, askParser: AskParser): Promise<Sources> {
    const reader = new SourceReader(cwd, askParser);
    const entries: (SourceEntry & { readonly workspace: string })[] = [];
    for (const { path, shown, named, folder } of found) {
        const file = await reader.open(path, shown);
        if (file) entries.push({ file, named, workspace: workspaceFolder(path, cwd, folder) });
    }
    // The widest workspace first, so that a part has that of the map that imports it, whatever else leads to it.
    const widestFirst = entries.toSorted((a, b) => a.workspace.length - b.workspace.length);
    const seen = new Set<SourceFile>();
    for (const { file, workspace } of widestFirst) await reader.followImports(file, workspace, seen);
    return { entries, files: reader.files, problems: reader.problems };
}

class SourceReader {
    readonly files = new Map<string, SourceFile>();
    readonly problems: Problem[] = [];
    private readonly cwd: string;
    private readonly askParser: AskParser;
    private readonly unusable = new Map<string, string>();

    constructor(cwd: string, askParser: AskParser) {
        this.cwd = cwd;
        this.askParser = askParser;
    }

    /** Reads a file once. */
    async open(path: string, shown: string): Promise<SourceFile | undefined> {
        const uri = URI.file(path);
        const address = uri.toString();
        const known = this.files.get(address);
        if (known || this.unusable.has(address)) return known;
        const read = readMap(path);
        if (!('text' in read)) {
            this.unusable.set(address, read.problem);
            this.problems.push({ file: shown, message: read.problem });
            return undefined;
        }
        const { text } = read;
        const paths = scanImports(text) ?? (await this.askParser()).importsOf(text);
        const imports = paths.map((written) => importedAddress(uri, written)?.toString());
        const file = { address, path, shown, text, imports, refused: new Map<number, RefusedImport>() };
        this.files.set(address, file);
        return file;
    }

    /** Reads what a file imports, directly or not, as far as it stands in the workspace. Files that were seen are left as they are; others are added to them. */
    async followImports(start: SourceFile, workspace: string, seen: Set<SourceFile>): Promise<void> {
        const open = [start];
        for (let file = open.pop(); file; file = open.pop()) {
            if (seen.has(file)) continue;
            seen.add(file);
            for (const [index, address] of file.imports.entries()) {
                const imported = address === undefined ? undefined : await this.openImport(file, index, URI.parse(address), workspace);
                if (imported) open.push(imported);
            }
        }
    }

    private async openImport(from: SourceFile, index: number, uri: URI, workspace: string): Promise<SourceFile | undefined> {
        if (!uri.path.endsWith('.crmmap')) return undefined;
        const path = uri.fsPath;
        let target: string | undefined;
        try {
            target = isInside(workspace, path) ? realpathSync(path) : undefined;
        } catch {
            // The check of the language says that it is missing.
            return undefined;
        }
        if (target === undefined || !isInside(workspace, target)) {
            const reason = `It stands outside of the workspace, the folder "${shownFolder(this.cwd, workspace)}". Move it there, or put a crmmap.json into a folder above both files.`;
            from.refused.set(index, { code: 'LNG043', reason });
            return undefined;
        }
        const file = await this.open(path, shownPath(this.cwd, path));
        if (!file) from.refused.set(index, { code: 'LNG040', reason: `It ${this.unusable.get(uri.toString()) ?? 'cannot be read.'}` });
        return file;
    }
}
