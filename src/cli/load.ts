import { DocumentState, EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { builtinDocument } from '../../language/builtin.ts';
import { type CrmMapServices, createCrmMapServices } from '../../language/module.ts';
import type { FoundMap } from './find-maps.ts';
import type { Problem } from './host.ts';
import { parsedFacts } from './map-facts.ts';
import { readSources, type RefusedImport, type SourceFile, type Sources } from './sources.ts';

/** A map file that was read and parsed. */
export interface LoadedFile {
    readonly document: LangiumDocument;
    /** Symbolic links resolved. */
    readonly path: string;
    readonly shown: string;
    /** Those imports that were not followed, with the reason; by their place among the file's imports. */
    readonly refused: ReadonlyMap<number, RefusedImport>;
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
export async function loadMaps(found: readonly FoundMap[], cwd: string): Promise<LoadedMaps & { readonly sources: Sources }> {
    const sources = await readSources(found, cwd, async () => parsedFacts());
    const loaded = await new MapLoader().load(sources);
    return { ...loaded, problems: [...sources.problems, ...loaded.problems], sources };
}

/**
 * Parses, links and checks maps, one set of texts after the other. What a set shares with the one before is kept, as long as it means
 * the same: a file whose imports are all there.
 */
export class MapLoader {
    private language: ReturnType<typeof createCrmMapServices> | undefined;
    private readonly kept = new Map<string, { readonly source: SourceFile; readonly document: LangiumDocument }>();

    /** Its problems are of parsing and checking alone. */
    async load(sources: Pick<Sources, 'entries' | 'files'>): Promise<LoadedMaps> {
        const { shared, language } = (this.language ??= newLanguage());
        try {
            await this.forgetOthers(sources.files);
            const parsing = new Parsing(language, sources.files, (source) => this.kept.get(source.address)?.document);
            const entries = sources.entries.flatMap(({ file: source, named }) => {
                const file = parsing.open(source);
                return file ? [{ file, named }] : [];
            });
            const { files, problems } = parsing;
            const unchecked = [...shared.workspace.LangiumDocuments.all].filter(({ state }) => state < DocumentState.Validated);
            const sound = await checkAll(unchecked, entries, language, problems);
            if (problems.length > 0) this.reset();
            else for (const source of sources.files.values()) this.keep(source, files.get(source.address)?.document);
            return { services: language, entries: sound, files, problems };
        } catch (error) {
            this.reset();
            throw error;
        }
    }

    private reset(): void {
        this.language = undefined;
        this.kept.clear();
    }

    private keep(source: SourceFile, document: LangiumDocument | undefined): void {
        if (document) this.kept.set(source.address, { source, document });
    }

    private async forgetOthers(files: ReadonlyMap<string, SourceFile>): Promise<void> {
        const isLost = (address: string): boolean => {
            const before = this.kept.get(address);
            const now = files.get(address);
            if (!before || now?.text !== before.source.text || now.refused.size > 0 || before.source.refused.size > 0) return true;
            // What is said of a file may name others that were read with it.
            return (before.document.diagnostics ?? []).length > 0;
        };
        const lost = new Set([...this.kept.keys()].filter(isLost));
        // What imports a file that is not there as it was has to be read anew as well.
        for (let before = -1; before !== lost.size; ) {
            before = lost.size;
            for (const [address, { source }] of this.kept)
                if (source.imports.some((imported) => imported === undefined || lost.has(imported) || !this.kept.has(imported))) lost.add(address);
        }
        for (const address of lost) this.kept.delete(address);
        if (lost.size > 0)
            await this.language?.shared.workspace.DocumentBuilder.update(
                [],
                [...lost].map((address) => URI.parse(address)),
            );
    }
}

function newLanguage(): ReturnType<typeof createCrmMapServices> {
    const services = createCrmMapServices(EmptyFileSystem);
    services.shared.workspace.LangiumDocuments.addDocument(builtinDocument(services.shared));
    return services;
}

/** Links and checks; where that fails, map by map, so that one that fails does not stop the others. */
async function checkAll(documents: LangiumDocument[], entries: readonly Entry[], services: CrmMapServices, problems: Problem[]): Promise<readonly Entry[]> {
    const { DocumentBuilder } = services.shared.workspace;
    try {
        await DocumentBuilder.build(documents, { validation: true });
        return entries;
    } catch {
        const sound: Entry[] = [];
        for (const entry of entries) {
            try {
                await DocumentBuilder.build([...services.references.ImportGraph.documentsOf(entry.file.document)], { validation: true });
                sound.push(entry);
            } catch (error) {
                problems.push({ file: entry.file.shown, message: `cannot be checked, by a fault of the program: ${textOf(error)}` });
            }
        }
        return sound;
    }
}

/** Parses files with all that they import. */
class Parsing {
    readonly files = new Map<string, LoadedFile>();
    readonly problems: Problem[] = [];
    private readonly services: CrmMapServices;
    private readonly sources: ReadonlyMap<string, SourceFile>;
    private readonly known: (source: SourceFile) => LangiumDocument | undefined;
    private readonly unusable = new Map<string, string>();

    constructor(services: CrmMapServices, sources: ReadonlyMap<string, SourceFile>, known: (source: SourceFile) => LangiumDocument | undefined) {
        this.services = services;
        this.sources = sources;
        this.known = known;
    }

    open(start: SourceFile): LoadedFile | undefined {
        const opened = this.parse(start);
        const open = [start];
        for (let source = open.pop(); source; source = open.pop()) {
            const refused = new Map(source.refused);
            for (const [index, address] of source.imports.entries()) {
                const imported = address === undefined || refused.has(index) ? undefined : this.sources.get(address);
                if (!imported) continue;
                const isNew = !this.files.has(imported.address);
                if (!this.parse(imported)) refused.set(index, { code: 'LNG040', reason: `It ${this.unusable.get(imported.address) ?? 'cannot be read.'}` });
                else if (isNew) open.push(imported);
            }
            const file = this.files.get(source.address);
            if (file && refused.size > 0) this.files.set(source.address, { ...file, refused });
        }
        return opened && this.files.get(start.address);
    }

    private parse(source: SourceFile): LoadedFile | undefined {
        const { address, path, shown, refused } = source;
        const done = this.files.get(address);
        if (done || this.unusable.has(address)) return done;
        const document = this.documentOf(source);
        if (typeof document === 'string') {
            this.unusable.set(address, document);
            this.problems.push({ file: shown, message: document });
            return undefined;
        }
        const file = { document, path, shown, refused };
        this.files.set(address, file);
        return file;
    }

    /** The document, or a sentence that says why there is none. */
    private documentOf(source: SourceFile): LangiumDocument | string {
        const known = this.known(source);
        if (known) return known;
        const { LangiumDocumentFactory, LangiumDocuments } = this.services.shared.workspace;
        try {
            const document = LangiumDocumentFactory.fromString(source.text, URI.parse(source.address));
            LangiumDocuments.addDocument(document);
            return document;
        } catch (error) {
            if (error instanceof RangeError) return 'cannot be parsed: it is nested too deeply.';
            return `cannot be parsed, by a fault of the program: ${textOf(error)}`;
        }
    }
}

function textOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
