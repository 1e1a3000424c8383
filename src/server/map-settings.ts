import { type LangiumDocument, type URI, URI as Uri, UriUtils } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Diagnostic, Range } from 'vscode-languageserver';
import { type CrmmapConfig, parseConfig } from '../rules/config/rules-config.ts';

/** The name of the file in which the settings of maps stand. */
export const settingsName = 'crmmap.json';

interface ReadSettings {
    readonly config: CrmmapConfig;
    readonly diagnostics: readonly Diagnostic[];
}

/** The settings of maps: `crmmap.json` in the nearest folder above one, up to that of the workspace. Each file is read once until it changes. */
export class MapSettings {
    private readonly workspace: LangiumSharedServices['workspace'];
    private readonly found = new Map<string, ReadSettings | undefined>();
    /** Texts that an editor holds and that are not saved. */
    private readonly unsaved = new Map<string, string>();

    constructor({ workspace }: LangiumSharedServices) {
        this.workspace = workspace;
    }

    /** The settings that hold for a map. Throws nothing; what is wrong in a file is left out. */
    configOf(root: LangiumDocument): CrmmapConfig {
        const folders = (this.workspace.WorkspaceManager.workspaceFolders ?? []).map(({ uri }) => Uri.parse(uri).toString());
        for (let folder = UriUtils.dirname(root.uri); ; folder = UriUtils.dirname(folder)) {
            const settings = this.read(UriUtils.joinPath(folder, settingsName));
            if (settings) return settings.config;
            if (folders.includes(folder.toString()) || folder.path === UriUtils.dirname(folder).path) return {};
        }
    }

    /** What is wrong in the files that were read. */
    *diagnostics(): Generator<readonly [uri: string, diagnostics: readonly Diagnostic[]]> {
        for (const [uri, settings] of this.found) if (settings) yield [uri, settings.diagnostics];
    }

    /** Has all files read again when they are next asked for. */
    forget(): void {
        this.found.clear();
    }

    /** An editor has a file open with this text; undefined once it counts as it stands on the disk. */
    edited(uri: URI, text: string | undefined): void {
        if (text === undefined) this.unsaved.delete(uri.toString());
        else this.unsaved.set(uri.toString(), text);
        this.forget();
    }

    private read(uri: URI): ReadSettings | undefined {
        const key = uri.toString();
        if (!this.found.has(key)) {
            const text = this.unsaved.get(key) ?? this.textOf(uri);
            this.found.set(key, text === undefined ? undefined : settingsOf(text));
        }
        return this.found.get(key);
    }

    private textOf(uri: URI): string | undefined {
        const { FileSystemProvider } = this.workspace;
        try {
            return FileSystemProvider.existsSync(uri) ? FileSystemProvider.readFileSync(uri) : undefined;
        } catch {
            // What cannot be read, or not at once, sets nothing.
            return undefined;
        }
    }
}

function settingsOf(text: string): ReadSettings {
    const { config, problems } = parseConfig(text);
    const diagnostics = problems.map(
        (message): Diagnostic => ({
            range: placeOf(message, text),
            severity: 1,
            source: 'crmmap',
            message: `The settings cannot be used as they are. ${message}`,
        }),
    );
    return { config, diagnostics };
}

/** Where the word stands that a message names, or the position that it tells; else the first line. */
function placeOf(message: string, text: string): Range {
    const position = /at position (\d+)/.exec(message)?.[1];
    if (position !== undefined) return rangeAt(text, Number(position), 1);
    const words = [...message.matchAll(/"([^"\s]+)"|\b([A-Z]{3}\d{3})\b/g)].map((match) => `"${match[1] ?? match[2]}"`);
    const word = words.find((candidate) => text.includes(candidate));
    return word === undefined ? rangeAt(text, 0, text.split(/\r\n|\n|\r/)[0]?.length ?? 0) : rangeAt(text, text.indexOf(word), word.length);
}

function rangeAt(text: string, offset: number, length: number): Range {
    const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
    const start = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return { start, end: { line: start.line, character: start.character + length } };
}
