import { DocumentState, type LangiumDocument, type URI, URI as Uri } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { builtinScheme } from '../../language/imports.ts';
import type { CrmMapServices } from '../../language/module.ts';
import { mapRoots } from '../model/map-roots.ts';
import { type MapFindings, overMaps } from '../rules/over-maps.ts';
import { lacksFiles, type RuleFinding, rulesInSteps } from '../rules/run-rules.ts';
import type { MarkedPlaces } from '../rules/place-of.ts';
import { TextLines } from '../rules/text-lines.ts';
import { diagnosticsOf, isSameFinding, severities } from './finding-diagnostics.ts';
import type { MapModels } from './map-models.ts';
import { MapSettings } from './map-settings.ts';
import { inSlices, turns } from './slices.ts';

/** What the rules found in a map, with the texts in which they found it. */
export interface LiveFindings extends MapFindings {
    readonly root: LangiumDocument;
    /** By the names that the findings have for files. */
    readonly texts: ReadonlyMap<string, string>;
}

/** What one file has of the rules. */
interface OfRules {
    readonly findings: readonly RuleFinding[];
    readonly diagnostics: readonly Diagnostic[];
}

/** What a run looks at; taken from the workspace in one go, so that edits may come while it goes on. */
interface Run {
    readonly root: LangiumDocument;
    readonly texts: ReadonlyMap<string, string>;
    readonly steps: Generator<void, RuleFinding[]> | undefined;
}

const nothing: OfRules = { findings: [], diagnostics: [] };

/**
 * Adds what rules find to what the language finds. The language's diagnostics of a file are sent as soon as it is checked, beside
 * the rules' last ones; after each build the rules run over the maps that were touched, and files with another result are sent again.
 * They run in slices between which the server answers, and a run is dropped when the next edit comes.
 */
export class RuleDiagnostics {
    private readonly send: Connection['sendDiagnostics'];
    private readonly log: (message: string) => void;
    /** Where an editor finds the page of a code; it can tell once it has said what it can do. */
    private readonly pageOf: (code: string) => string | undefined;
    /** The version of an open file's text that was checked last. */
    private versionOf: (uri: string) => number | undefined = () => undefined;
    /** What the language found last, and what the rules did, by the address of a file. */
    private readonly ofLanguage = new Map<string, PublishDiagnosticsParams>();
    private ofRules = new Map<string, OfRules>();
    private readonly ofSettings = new Map<string, readonly Diagnostic[]>();
    private readonly maps = new Map<string, LiveFindings>();
    private readonly lines = new Map<string, TextLines>();
    private readonly places: MarkedPlaces = new WeakMap();
    private readonly listeners: (() => void)[] = [];
    /** Files that changed since the rules ran over their maps. */
    private readonly touched = new Set<string>();
    /** Counts edits: a run that began before the last one is dropped. */
    private edits = 0;
    private isRunning = false;
    /** Whether something happened while the rules ran, which may have been about to end. */
    private isAskedAgain = false;

    constructor(connection: Connection, pageOf: (code: string) => string | undefined) {
        this.pageOf = pageOf;
        this.send = connection.sendDiagnostics.bind(connection);
        this.log = (message) => connection.console.error(message);
    }

    /** The connection with diagnostics that are added up. */
    connectionFrom(connection: Connection): Connection {
        const sendDiagnostics = async (params: PublishDiagnosticsParams): Promise<void> => {
            // No editor has the words that every map knows open.
            if (params.uri.startsWith(`${builtinScheme}:`)) return;
            if (params.diagnostics.length > 0) this.ofLanguage.set(params.uri, params);
            else this.ofLanguage.delete(params.uri);
            return this.sendAll(params);
        };
        return Object.create(connection, { sendDiagnostics: { value: sendDiagnostics } }) as Connection;
    }

    /**
     * Runs the rules after each build.
     *
     * @param today the day of a check, ISO
     * @returns has all rules run again with settings that changed
     */
    follow(shared: LangiumSharedServices, language: CrmMapServices, models: MapModels, today: () => string): RuleSettingsChange {
        const settings = new MapSettings(shared);
        const { DocumentBuilder } = shared.workspace;
        this.versionOf = (uri) => checkedVersion(uri, shared);
        const refresh = (uris: readonly URI[]): void => {
            for (const uri of uris) this.touched.add(uri.toString());
            this.isAskedAgain = this.isRunning;
            if (this.isRunning) return;
            this.isRunning = true;
            this.runAll(shared, language, models, settings, today)
                .catch((error: unknown) => this.log(`The rules could not be run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`))
                .finally(() => {
                    this.isRunning = false;
                    if (this.isAskedAgain) refresh([]);
                });
        };
        DocumentBuilder.onBuildPhase(DocumentState.Validated, (built) => refresh(built.map(({ uri }) => uri)));
        DocumentBuilder.onUpdate((_, deleted) => {
            this.edits++;
            // What was found in them holds for no other file that takes their place.
            for (const uri of deleted) {
                const address = uri.toString();
                this.maps.delete(address);
                if (this.ofRules.delete(address)) void this.sendAll({ uri: address, diagnostics: [] });
            }
            if (deleted.length > 0) refresh(deleted);
        });
        const again = (): void => {
            this.edits++;
            this.maps.clear();
            refresh(shared.workspace.LangiumDocuments.all.map(({ uri }) => uri).toArray());
        };
        return {
            changed: () => {
                settings.forget();
                again();
            },
            edited: (uri, text) => {
                settings.edited(uri, text);
                again();
            },
        };
    }

    /** What the rules found last in the maps that have a file. */
    findingsWith(file: string): LiveFindings[] {
        return [...this.maps.values()].filter(({ files }) => files.has(file));
    }

    /** What the rules say of a file, as the editor shows it. */
    diagnosticsOf(uri: URI): readonly Diagnostic[] {
        return (this.ofRules.get(uri.toString()) ?? nothing).diagnostics;
    }

    /** Is called when the rules have found something else than before in some file. */
    onChange(listener: () => void): void {
        this.listeners.push(listener);
    }

    private async runAll(
        shared: LangiumSharedServices,
        language: CrmMapServices,
        models: MapModels,
        settings: MapSettings,
        today: () => string,
    ): Promise<void> {
        const { WorkspaceLock, LangiumDocuments } = shared.workspace;
        while (this.touched.size > 0) {
            let edits = this.edits;
            // What the language found, and answers that waited for it, are sent before a model is built.
            await turns(2);
            if (edits !== this.edits) continue;
            let isBuilt = false;
            const addresses = new Map<string, string>();
            const runs = await WorkspaceLock.read(() => {
                edits = this.edits;
                const documents = LangiumDocuments.all.filter(({ uri }) => uri.scheme !== builtinScheme).toArray();
                // What a build left undone comes back when the next one is done.
                isBuilt = documents.every(({ state }) => state >= DocumentState.Validated);
                if (!isBuilt) return [];
                for (const { uri } of documents) addresses.set(models.nameOf(uri), uri.toString());
                return this.runsOver(mapRoots(documents, language.references.ImportGraph), models, settings, today());
            });
            if (!isBuilt) return;
            const isStale = (): boolean => edits !== this.edits;
            for (const { root, texts, steps } of runs) {
                const findings = steps ? await inSlices(steps, isStale) : [];
                if (!findings) break;
                this.maps.set(root.uri.toString(), { root, files: new Set(texts.keys()), texts, findings });
            }
            if (isStale()) continue;
            this.touched.clear();
            for (const file of this.lines.keys()) if (!addresses.has(file)) this.lines.delete(file);
            this.publish(overMaps([...this.maps.values()]), addresses);
            this.publishSettings(settings);
        }
    }

    /** The maps of which a file was touched, or that have other files than before. */
    private runsOver(roots: readonly LangiumDocument[], models: MapModels, settings: MapSettings, today: string): Run[] {
        const known = new Set(roots.map(({ uri }) => uri.toString()));
        for (const uri of this.maps.keys()) if (!known.has(uri)) this.maps.delete(uri);
        return roots.flatMap((root) => {
            const parts = models.documentsOf(root);
            const before = this.maps.get(root.uri.toString());
            const isSame = before?.files.size === parts.length && before.root === root && !parts.some(({ uri }) => this.touched.has(uri.toString()));
            return isSame ? [] : [this.runOver(root, parts, models, settings, today)];
        });
    }

    private runOver(root: LangiumDocument, parts: readonly LangiumDocument[], models: MapModels, settings: MapSettings, today: string): Run {
        const texts = new Map(parts.map((part) => [models.nameOf(part.uri), part.textDocument.getText()]));
        const errors = parts.flatMap((part) =>
            (part.diagnostics ?? [])
                .filter(({ severity }) => severity === severities.error)
                .map(({ code, range }) => ({ code: String(code), place: { file: models.nameOf(part.uri), ...range } })),
        );
        if (lacksFiles(errors.map(({ code }) => code))) return { root, texts, steps: undefined };
        const config = settings.configOf(root);
        const broken = errors.map(({ place }) => place);
        return {
            root,
            texts,
            steps: rulesInSteps(models.modelOf(root), { today, texts, config, broken, linesOf: (file, text) => this.linesOf(file, text), places: this.places }),
        };
    }

    private linesOf(file: string, text: string): TextLines {
        let lines = this.lines.get(file);
        if (lines?.text !== text) this.lines.set(file, (lines = new TextLines(text)));
        return lines;
    }

    private publish(found: readonly RuleFinding[], addresses: ReadonlyMap<string, string>): void {
        const now = new Map<string, RuleFinding[]>();
        for (const finding of found) {
            const uri = addresses.get(finding.place.file);
            const list = uri === undefined ? undefined : now.get(uri);
            if (list) list.push(finding);
            else if (uri !== undefined) now.set(uri, [finding]);
        }
        const before = this.ofRules;
        const changed: string[] = [];
        this.ofRules = new Map();
        for (const uri of new Set([...before.keys(), ...now.keys()])) {
            const was = before.get(uri) ?? nothing;
            const findings = now.get(uri) ?? [];
            const isSame = was.findings.length === findings.length && findings.every((finding, index) => isSameFinding(finding, was.findings[index]));
            if (findings.length > 0) this.ofRules.set(uri, { findings, diagnostics: isSame ? was.diagnostics : diagnosticsOf(findings, addresses) });
            if (!isSame) changed.push(uri);
        }
        for (const uri of changed) void this.sendAll(this.ofLanguage.get(uri) ?? { uri, diagnostics: [] });
        if (changed.length > 0) for (const listener of this.listeners) listener();
    }

    /** What is wrong in the settings stands in their files. */
    private publishSettings(settings: MapSettings): void {
        const now = new Map(settings.diagnostics());
        for (const uri of new Set([...this.ofSettings.keys(), ...now.keys()])) {
            const diagnostics = now.get(uri) ?? [];
            if (JSON.stringify(diagnostics) === JSON.stringify(this.ofSettings.get(uri) ?? [])) continue;
            this.ofSettings.set(uri, diagnostics);
            void this.send({ uri, diagnostics: [...diagnostics] });
        }
    }

    private sendAll({ uri, diagnostics }: PublishDiagnosticsParams): Promise<void> {
        const all = [...diagnostics, ...(this.ofRules.get(uri) ?? nothing).diagnostics].map((diagnostic) => {
            const href = this.pageOf(String(diagnostic.code));
            return href === undefined ? diagnostic : { ...diagnostic, codeDescription: { href } };
        });
        return this.send({ uri, version: this.versionOf(uri), diagnostics: all });
    }
}

/** The version of an open file's text, where that is the text that was read last: the next edit may be waiting already. */
function checkedVersion(uri: string, { workspace }: LangiumSharedServices): number | undefined {
    const open = workspace.TextDocuments.get(uri);
    const read = workspace.LangiumDocuments.getDocument(Uri.parse(uri))?.parseResult.value.$cstNode?.root.fullText;
    return open && read === open.getText() ? open.version : undefined;
}

/** Tells of settings that changed. */
export interface RuleSettingsChange {
    /** Some settings changed on the disk, or which of them hold for a map. */
    changed(): void;
    /** An editor changed settings without saving them; an undefined text says that they count as on the disk again. */
    edited(uri: URI, text: string | undefined): void;
}
