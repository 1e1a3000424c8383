import { type FileSystemProvider, type LangiumDocument, URI } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver';
import { CrmMapCodeActions } from '../../language/editor/actions/code-actions.ts';
import { addEditorHandlers } from '../../language/editor/language-server.ts';
import { createCrmMapLspServices } from '../../language/editor/module.ts';
import {
    type MapOfParams,
    outlineChanged,
    type PreviewEnd,
    type PreviewSubscription,
    previewBusy,
    previewPicture,
    previewThings,
    readMapOf,
    readOutline,
    type SettingsEdit,
    settingsEdited,
    subscribePreview,
    unsubscribePreview,
} from '../protocol.ts';
import type { Diagram } from '../pipeline.ts';
import { type Answer, askPreview, type PreviewQuestion } from '../protocol/way.ts';
import { answerQuestion } from './preview-answers.ts';
import { followClosedDocuments } from './closed-documents.ts';
import { answerTexts } from './draw-text.ts';
import { type AskThread, drawHere } from '../drawing/draw-here.ts';
import { DrawingClient, DrawingThreadEnded } from '../drawing/drawing-client.ts';
import type { StartDrawingWorker } from '../drawing/drawing-worker.ts';
import type { HashOf } from '../drawing/hash.ts';
import { refreshLenses, serverFeatures, serverWords } from './editor/module.ts';
import { addExportHandlers, type StartExportThread } from './export/export-handlers.ts';
import { MapModels } from './map-models.ts';
import { OutlineService } from './outline-service.ts';
import { PreviewService } from './preview-service.ts';
import { pageOf } from './page-of.ts';
import { RuleDiagnostics } from './rule-diagnostics.ts';
import { ruleProblems } from './rule-problems.ts';
import { addThingHandlers } from './thing-handlers.ts';
import { followFolders, followSettings } from './workspace-changes.ts';

/** What the machine lends to the server. */
export interface ServerHost {
    readonly connection: Connection;
    /** @param clientAnswers whether the client reads files for the server */
    readonly fileSystemProvider: (clientAnswers: () => boolean) => FileSystemProvider;
    readonly startDrawingWorker: StartDrawingWorker;
    readonly hashOf: HashOf;
    /** Starts the thread that makes files of maps; a server without it makes only what its drawing thread can. */
    readonly startExportThread?: StartExportThread;
    /** The day by the calendar of this machine, ISO. */
    readonly today: () => string;
}

/** Starts the language server with the preview service; it answers until the connection ends. */
export function startServer({ connection, fileSystemProvider, startDrawingWorker, startExportThread, hashOf, today }: ServerHost): void {
    const rules = new RuleDiagnostics(connection, (code) => pageOf(code, language.editor.Client));
    const { shared, language } = createCrmMapLspServices({
        connection: rules.connectionFrom(connection),
        fileSystemProvider: () => fileSystemProvider(() => language.editor.Client.answersFiles),
        words: serverWords,
        features: {
            ...serverFeatures,
            lsp: {
                ...serverFeatures.lsp,
                CodeActionProvider: (services) =>
                    new CrmMapCodeActions(
                        services,
                        ruleProblems(rules, () => models),
                    ),
            },
        },
    });
    const models = new MapModels(language);
    refreshLenses(connection, shared, language);
    const settings = rules.follow(shared, language, models, today);
    followSettings(shared, settings);
    followFolders(connection, shared, models, settings);
    const drawing = new DrawingClient(startDrawingWorker, hashOf);
    const ask: AskThread = (question, signal) => drawAgain(drawing, question, signal);
    const draw = (diagram: Diagram, signal: AbortSignal): Promise<string> => ask(JSON.stringify(diagram), signal);
    const drawLater = (diagram: Diagram, signal: AbortSignal): Promise<string> => drawing.draw(JSON.stringify(diagram), signal, 'later');
    const previews = new PreviewService({
        shared,
        models,
        rules,
        draw: (diagram, memory, signal) => drawHere(diagram, memory, ask, signal),
        send: (content) => void connection.sendNotification(previewPicture, content),
        sendThings: (things) => void connection.sendNotification(previewThings, things),
        sendBusy: (busy) => void connection.sendNotification(previewBusy, busy),
        log: (message) => connection.console.error(message),
    });

    connection.onRequest(subscribePreview, async (subscription: PreviewSubscription) => {
        drawing.warmUp();
        await previews.subscribe(subscription);
        return null;
    });
    connection.onNotification(settingsEdited, ({ uri, text }: SettingsEdit) => settings.edited(URI.parse(uri), text));
    rules.onChange(() => previews.refreshProblems());
    connection.onNotification(unsubscribePreview, ({ preview }: PreviewEnd) => previews.unsubscribe(preview));
    addThingHandlers(connection, language, models);
    const diagnosticsOf = (part: LangiumDocument): readonly Diagnostic[] => [...(part.diagnostics ?? []), ...rules.diagnosticsOf(part.uri)];
    addExportHandlers(connection, shared, { models, diagnosticsOf, startThread: startExportThread, draw });
    connection.onRequest<Answer, void>(askPreview, async ({ uri, question }: PreviewQuestion, token: CancellationToken): Promise<Answer> => {
        const ended = new AbortController();
        token.onCancellationRequested(() => ended.abort());
        // The workspace is let go before the answer is made: an edit need not wait for it.
        const model = await shared.workspace.WorkspaceLock.read(() => {
            const document = shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
            return document && models.modelOf(document);
        });
        return model ? answerQuestion(model, question, drawLater, ended.signal) : null;
    });
    answerTexts(connection, language, { draw, hashOf });
    const changed = (): void => void connection.sendNotification(outlineChanged);
    const outline = new OutlineService({ shared, models, imports: language.references.ImportGraph, changed });
    const { ready } = shared.workspace.WorkspaceManager;
    connection.onRequest(readOutline, () => ready.then(() => outline.read()));
    connection.onRequest(readMapOf, ({ uri }: MapOfParams) => ready.then(() => outline.mapOf(uri)));
    connection.onShutdown(() => {
        drawing.end();
        outline.end();
    });
    followClosedDocuments(shared);
    startLanguageServer(shared);
    addEditorHandlers(connection, shared);
}

/** Draws, once more where the thread has come to an end meanwhile. */
async function drawAgain(drawing: DrawingClient, diagram: string, signal: AbortSignal): Promise<string> {
    try {
        return await drawing.draw(diagram, signal);
    } catch (error) {
        if (error instanceof DrawingThreadEnded) return drawing.draw(diagram, signal);
        throw error;
    }
}
