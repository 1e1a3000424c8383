import { DocumentState, type LangiumDocument, type URI, URI as Uri, UriUtils } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { builtinScheme } from '../../language/imports.ts';
import type { CrmMapServices } from '../../language/module.ts';
import { mapRoots } from '../model/map-roots.ts';
import type { SourceRange } from '../model/source-range.ts';
import { type CrmmapConfig, parseConfig } from '../rules/config/rules-config.ts';
import { type MapFindings, overMaps } from '../rules/over-maps.ts';
import { lacksFiles, type RuleFinding, runRules } from '../rules/run-rules.ts';
import type { MapModels } from './map-models.ts';

const severities = { error: 1, warning: 2, info: 3 } as const;

/** What the rules found in a map, with the texts in which they found it. */
export interface LiveFindings extends MapFindings {
    readonly root: LangiumDocument;
    /** By the names that the findings have for files. */
    readonly texts: ReadonlyMap<string, string>;
}

/**
 * Adds what rules find to what the language finds. The language's diagnostics of a file are sent as soon as it is checked, beside
 * the rules' last ones; after each build the rules run over the maps that were touched, and files with another result are sent again.
 */
export class RuleDiagnostics {
    private readonly send: Connection['sendDiagnostics'];
    private readonly log: (message: string) => void;
    /** Where an editor finds the page of a code; it can tell once it has said what it can do. */
    private readonly pageOf: (code: string) => string | undefined;
    /** What the language found last, and what the rules did, by the address of a file. */
    private readonly ofLanguage = new Map<string, PublishDiagnosticsParams>();
    private ofRules = new Map<string, readonly Diagnostic[]>();
    private readonly maps = new Map<string, LiveFindings>();

    constructor(connection: Connection, pageOf: (code: string) => string | undefined) {
        this.pageOf = pageOf;
        this.send = connection.sendDiagnostics.bind(connection);
        this.log = (message) => connection.console.error(message);
    }

    /** The connection with diagnostics that are added up. */
    connectionFrom(connection: Connection): Connection {
        const sendDiagnostics = (params: PublishDiagnosticsParams): Promise<void> => {
            this.ofLanguage.set(params.uri, params);
            return this.sendAll(params);
        };
        return Object.create(connection, { sendDiagnostics: { value: sendDiagnostics } }) as Connection;
    }

    /** @param today the day of a check, ISO */
    follow(shared: LangiumSharedServices, language: CrmMapServices, models: MapModels, today: () => string): void {
        const { DocumentBuilder, WorkspaceLock } = shared.workspace;
        const touched = new Set<string>();
        const refresh = (uris: readonly URI[]): void => {
            for (const uri of uris) touched.add(uri.toString());
            const done = WorkspaceLock.read(() => {
                const documents = shared.workspace.LangiumDocuments.all.filter(({ uri }) => uri.scheme !== builtinScheme).toArray();
                // What a build left undone comes back when the next one is done.
                if (touched.size === 0 || documents.some(({ state }) => state < DocumentState.Linked)) return;
                const now = new Set(touched);
                touched.clear();
                this.refresh(now, documents, shared, language, models, today());
            });
            done.catch((error: unknown) => this.log(`The rules could not be run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
        };
        DocumentBuilder.onBuildPhase(DocumentState.Validated, (built) => refresh(built.map(({ uri }) => uri)));
        DocumentBuilder.onUpdate((_, deleted) => {
            if (deleted.length > 0) refresh(deleted);
        });
    }

    /** What the rules found last in the maps that have a file. */
    findingsWith(file: string): LiveFindings[] {
        return [...this.maps.values()].filter(({ files }) => files.has(file));
    }

    private refresh(
        touched: ReadonlySet<string>,
        documents: readonly LangiumDocument[],
        shared: LangiumSharedServices,
        language: CrmMapServices,
        models: MapModels,
        today: string,
    ): void {
        const roots = mapRoots(documents, language.references.ImportGraph);
        const addresses = new Map<string, string>();
        const known = new Set(roots.map(({ uri }) => uri.toString()));
        for (const uri of this.maps.keys()) if (!known.has(uri)) this.maps.delete(uri);
        for (const root of roots) {
            const parts = models.documentsOf(root);
            for (const { uri } of parts) addresses.set(models.nameOf(uri), uri.toString());
            const uri = root.uri.toString();
            const isSame = this.maps.get(uri)?.files.size === parts.length && !parts.some((part) => touched.has(part.uri.toString()));
            if (!isSame) this.maps.set(uri, findingsOf(root, parts, models, { today, config: configOf(root, shared) }));
        }
        this.publish(overMaps([...this.maps.values()]), addresses);
    }

    private publish(findings: readonly RuleFinding[], addresses: ReadonlyMap<string, string>): void {
        const before = this.ofRules;
        this.ofRules = new Map();
        for (const finding of findings) {
            const uri = addresses.get(finding.place.file);
            if (uri !== undefined) this.ofRules.set(uri, [...(this.ofRules.get(uri) ?? []), diagnosticOf(finding, addresses)]);
        }
        for (const uri of new Set([...before.keys(), ...this.ofRules.keys()])) {
            if (JSON.stringify(before.get(uri)) === JSON.stringify(this.ofRules.get(uri))) continue;
            void this.sendAll(this.ofLanguage.get(uri) ?? { uri, diagnostics: [] });
        }
    }

    private sendAll(params: PublishDiagnosticsParams): Promise<void> {
        const diagnostics = [...params.diagnostics, ...(this.ofRules.get(params.uri) ?? [])];
        return this.send({ ...params, diagnostics: diagnostics.map((diagnostic) => this.withPage(diagnostic)) });
    }

    private withPage(diagnostic: Diagnostic): Diagnostic {
        const href = this.pageOf(String(diagnostic.code));
        return href === undefined ? diagnostic : { ...diagnostic, codeDescription: { href } };
    }
}

function findingsOf(
    root: LangiumDocument,
    parts: readonly LangiumDocument[],
    models: MapModels,
    options: { readonly today: string; readonly config: CrmmapConfig },
): LiveFindings {
    const texts = new Map(parts.map((part) => [models.nameOf(part.uri), part.textDocument.getText()]));
    const errors = parts.flatMap((part) =>
        (part.diagnostics ?? [])
            .filter(({ severity }) => severity === severities.error)
            .map(({ code, range }) => ({ code: String(code), place: { file: models.nameOf(part.uri), ...range } })),
    );
    const isWhole = !lacksFiles(errors.map(({ code }) => code));
    const findings = isWhole ? runRules(models.modelOf(root), { ...options, texts, broken: errors.map(({ place }) => place) }) : [];
    return { files: new Set(texts.keys()), findings, root, texts };
}

function diagnosticOf({ code, severity, message, place, related }: RuleFinding, addresses: ReadonlyMap<string, string>): Diagnostic {
    return {
        range: rangeOf(place),
        severity: severities[severity],
        code,
        source: 'crmmap',
        message,
        data: { code },
        relatedInformation: related.flatMap((other) => {
            const uri = addresses.get(other.place.file);
            return uri === undefined ? [] : [{ message: other.message, location: { uri, range: rangeOf(other.place) } }];
        }),
    };
}

function rangeOf({ start, end }: SourceRange): Diagnostic['range'] {
    return { start, end };
}

/** The settings of a map: `crmmap.json` in the nearest folder above it, up to that of the workspace. */
function configOf(root: LangiumDocument, { workspace }: LangiumSharedServices): CrmmapConfig {
    const folders = (workspace.WorkspaceManager.workspaceFolders ?? []).map(({ uri }) => Uri.parse(uri).toString());
    for (let folder = UriUtils.dirname(root.uri); ; folder = UriUtils.dirname(folder)) {
        const file = UriUtils.joinPath(folder, 'crmmap.json');
        try {
            if (workspace.FileSystemProvider.existsSync(file)) return parseConfig(workspace.FileSystemProvider.readFileSync(file)).config;
        } catch {
            // A file system that cannot be asked at once has no settings.
            return {};
        }
        if (folders.includes(folder.toString()) || folder.path === UriUtils.dirname(folder).path) return {};
    }
}
