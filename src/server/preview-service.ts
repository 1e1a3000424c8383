import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Diagnostic } from 'vscode-languageserver';
import { createMemory, type Memory } from '../diagram/memory.ts';
import type { CrmModel, View } from '../model/crm-model.ts';
import type { Diagram } from '../pipeline.ts';
import type { Picture, PreviewBusy, PreviewContent, PreviewSubscription, PreviewThings, WhyEmpty } from '../protocol.ts';
import { asChange } from '../protocol/picture-change.ts';
import { MistakeError } from '../../language/parser/mistake.ts';
import type { MapModels } from './map-models.ts';
import { PreviewThingsTeller } from './preview-things.ts';
import { chooseView, findOwnView, viewSummaries } from './view-choice.ts';
import { adjustedView } from './view-way.ts';

/** What the service needs beside the language. */
export interface PreviewServiceOptions {
    readonly shared: LangiumSharedServices;
    readonly models: MapModels;
    /** What the rules say of a file. */
    readonly rules: { diagnosticsOf(uri: URI): readonly Diagnostic[] };
    /** Draws a diagram, with its layout not on this thread; it is dropped once the signal is aborted. */
    readonly draw: (diagram: Diagram, memory: Memory, signal: AbortSignal) => Promise<string>;
    /** Receives what a preview shows now; for each preview in the order of their versions. */
    readonly send: (content: PreviewContent) => void;
    /** Receives what is known of the things of a preview's map. */
    readonly sendThings: (things: PreviewThings) => void;
    /** Hears that a picture takes its time. */
    readonly sendBusy: (busy: PreviewBusy) => void;
    /** Receives what a developer may want to know. */
    readonly log: (message: string) => void;
}

interface Preview {
    subscription: PreviewSubscription;
    version: number;
    /** Ends the drawing under way. */
    drawing: AbortController;
    /** What it shows. */
    shown?: PreviewContent;
    /** What its pictures have in common. */
    readonly memory: Memory;
    /** Whether the client has that, so that it can be told what has changed since. */
    isKnown?: boolean;
}

/** A picture that is not there after so many milliseconds is said to take its time. */
const busyAfterMs = 400;

/**
 * Keeps previews up to date: after each build of a file of a map its views are drawn anew. Only the newest drawing of a preview is
 * sent, and nothing here waits for a layout while it holds the workspace.
 */
export class PreviewService {
    private readonly options: PreviewServiceOptions;
    private readonly previews = new Map<string, Preview>();
    /** Those that are drawn anew in this build already, once its links were known. */
    private readonly fresh = new Set<Preview>();
    private readonly things: PreviewThingsTeller;

    constructor(options: PreviewServiceOptions) {
        this.options = options;
        this.things = new PreviewThingsTeller({ ...options, diagnosticsOf: (part) => this.diagnosticsOf(part), send: options.sendThings });
        const { DocumentBuilder } = options.shared.workspace;
        // A picture needs no checks: its drawing is under way while they go on.
        DocumentBuilder.onBuildPhase(DocumentState.Linked, (built) => this.refreshFor(built));
        DocumentBuilder.onBuildPhase(DocumentState.Validated, (built) => {
            // A file that was linked ahead of all others is told of only here.
            this.refreshFor(built);
            this.refreshProblems();
        });
        DocumentBuilder.onUpdate((_, deleted) => {
            this.fresh.clear();
            this.refreshDeleted(deleted);
        });
    }

    /** Starts a preview, or lets one show something else. */
    async subscribe(subscription: PreviewSubscription): Promise<void> {
        const existing = this.previews.get(subscription.preview);
        const preview: Preview = existing ?? { subscription, version: 0, drawing: new AbortController(), memory: createMemory() };
        preview.subscription = subscription;
        preview.isKnown = false;
        this.previews.set(subscription.preview, preview);
        const { WorkspaceManager, WorkspaceLock } = this.options.shared.workspace;
        await WorkspaceManager.ready;
        await WorkspaceLock.read(() => this.refresh(preview));
    }

    unsubscribe(id: string): void {
        this.previews.get(id)?.drawing.abort();
        this.previews.delete(id);
        this.things.forget(id);
    }

    /** Tells the previews of which the count of problems has changed, without drawing anew. */
    refreshProblems(): void {
        for (const preview of this.previews.values()) {
            const { shown } = preview;
            const document = this.documentOf(preview);
            if (shown) this.tellThings(preview);
            // A drawing under way brings the new count along.
            if (!shown || !document || shown.version !== preview.version) continue;
            const problems = this.problemsOf(document);
            if (problems.errors === shown.problems.errors && problems.warnings === shown.problems.warnings) continue;
            preview.version += 1;
            this.show(preview, { ...shown, version: preview.version, problems });
        }
    }

    private refreshFor(built: readonly LangiumDocument[]): void {
        const uris = new Set(built.map((document) => document.uri.toString()));
        for (const preview of this.previews.values()) {
            if (this.fresh.has(preview)) continue;
            const document = this.documentOf(preview);
            const touched = document && this.options.models.documentsOf(document).some((part) => uris.has(part.uri.toString()));
            if (!touched) continue;
            this.fresh.add(preview);
            this.refresh(preview);
        }
    }

    private refreshDeleted(deleted: readonly URI[]): void {
        for (const preview of this.previews.values()) {
            if (deleted.some((uri) => uri.toString() === URI.parse(preview.subscription.uri).toString())) this.refresh(preview);
        }
    }

    private documentOf(preview: Preview): LangiumDocument | undefined {
        return this.options.shared.workspace.LangiumDocuments.getDocument(URI.parse(preview.subscription.uri));
    }

    /** Draws a preview in the state that its documents have now; the text may change while the layout is on its way. */
    private refresh(preview: Preview): void {
        const document = this.documentOf(preview);
        // A document on its way through a build comes back when that build is done.
        if (document && document.state < DocumentState.Linked) return;
        preview.drawing.abort();
        const drawing = new AbortController();
        preview.drawing = drawing;
        preview.version += 1;
        const head = this.headOf(preview);
        const show = (content: Omit<PreviewContent, keyof typeof head>): void => {
            if (drawing.signal.aborted) return;
            this.show(preview, { ...head, ...content });
            this.tellThings(preview);
        };
        if (!document) {
            const message = 'The file is gone. Open another map to see its picture.';
            show({ mapTitle: '', views: [], problems: { errors: 0, warnings: 0 }, picture: { state: 'empty', why: 'gone', message } });
            return;
        }
        const model = this.options.models.modelOf(document);
        const views = viewSummaries(model);
        const own = preview.subscription.own && findOwnView(model, preview.subscription.own);
        const view = own ?? chooseView(model, preview.subscription.view);
        const isListed = views.some(({ name }) => name === view?.name);
        const seen = isListed ? { view: view?.name } : { own: preview.subscription.own };
        const content = { mapTitle: model.map.title, views, ...seen };
        const busy = setTimeout(() => {
            if (!drawing.signal.aborted) this.options.sendBusy({ preview: head.preview, uri: head.uri, views, ...seen });
        }, busyAfterMs);
        void this.pictureOf(model, view, preview, drawing.signal, tooLargeIn(document)).then((drawn) => {
            clearTimeout(busy);
            show({ ...content, problems: this.problemsOf(document, preview.shown), ...drawn });
        });
    }

    private show(preview: Preview, content: PreviewContent): void {
        const before = preview.subscription.changes && preview.isKnown ? preview.shown : undefined;
        preview.shown = content;
        preview.isKnown = true;
        this.options.send(asChange(content, before));
    }

    private tellThings(preview: Preview): void {
        const { preview: id, uri } = preview.subscription;
        this.things.tellSoon(id, uri, () => this.documentOf(preview));
    }

    private headOf(preview: Preview): Pick<PreviewContent, 'preview' | 'uri' | 'version' | 'documentVersion'> {
        const { preview: id, uri } = preview.subscription;
        return { preview: id, uri, version: preview.version, documentVersion: this.options.shared.workspace.TextDocuments.get(uri)?.version };
    }

    private async pictureOf(
        model: CrmModel,
        view: View | undefined,
        { subscription, memory }: Preview,
        signal: AbortSignal,
        tooLarge: string | undefined,
    ): Promise<Pick<PreviewContent, 'picture' | 'way'>> {
        const empty = (why: WhyEmpty, message: string, example?: string): Picture => ({
            state: 'empty',
            why,
            message,
            ...(example === undefined ? {} : { example }),
        });
        if (tooLarge !== undefined) return { picture: empty('too-large', tooLarge) };
        if (isEmpty(model)) return { picture: empty('empty-map', 'This map is still empty. Declare a system to see it here:', 'system crm "Salesforce"') };
        if (!view) return { picture: empty('no-view', 'This map has no view yet. Write one:', 'view all as landscape') };
        try {
            const { diagram, way } = adjustedView(model, view, subscription.adjust ?? {}, memory);
            if (!diagram) return { way, picture: empty('no-thing', `The ${view.as} that the view "${view.name}" shows is not in this map.`) };
            if (way.filtered?.shown === 0) return { way, picture: empty('filtered', `The filters leave none of the ${way.filtered.noun} of this view.`) };
            return { way, picture: { state: 'drawn', svg: await this.options.draw(diagram, memory, signal) } };
        } catch (error) {
            const reason = error instanceof Error ? error : new Error(String(error));
            if (!signal.aborted) this.options.log(`Drawing view "${view.name}" failed: ${reason.stack ?? reason.message}`);
            return { picture: { state: 'failed', message: `The view "${view.name}" could not be drawn: ${reason.message}` } };
        }
    }

    private diagnosticsOf(part: LangiumDocument): readonly Diagnostic[] {
        return [...(part.diagnostics ?? []), ...this.options.rules.diagnosticsOf(part.uri)];
    }

    /** What is found in a map; while it is being checked, what was found before counts. */
    private problemsOf(document: LangiumDocument, before?: PreviewContent): PreviewContent['problems'] {
        const parts = this.options.models.documentsOf(document);
        if (before?.uri === document.uri.toString() && parts.some(({ state }) => state < DocumentState.Validated)) return before.problems;
        const found = parts.flatMap((part) => this.diagnosticsOf(part));
        const count = (severity: number): number => found.filter((problem) => problem.severity === severity).length;
        return { errors: count(1), warnings: count(2) };
    }
}

function isEmpty(model: CrmModel): boolean {
    return Object.values(model).every((part) => !Array.isArray(part) || part.length === 0);
}

/** Why nothing of a file was read, where it is over the limit. */
function tooLargeIn({ parseResult }: LangiumDocument): string | undefined {
    const mistake = parseResult.parserErrors.find((error) => error instanceof MistakeError && error.mistake.code === 'LNG009');
    return mistake?.message;
}
