import { commands, type Event, type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';
import { openPreviewToSide, type PreviewContent, readPreviewTarget, showReferences } from '../protocol.ts';
import { answerFiles } from './answer-files.ts';
import { exportCommands } from './export/export-commands.ts';
import type { ShownStatus } from './map-status.ts';
import { MarkdownBlocks } from './markdown/markdown-blocks.ts';
import type { MarkdownIt } from './markdown/markdown-it-plugin.ts';
import { registerGuides } from './guides.ts';
import { diagramEditorType, previewType, restartServerCommand } from './names.ts';
import { previewCommands } from './preview-commands.ts';
import { Previews } from './previews.ts';
import { restartServer } from './restart-server.ts';
import { RulePages } from './rule-pages.ts';
import { followSettingsEdits } from './settings-edits.ts';
import { showPlaces } from './show-places.ts';
import { startWithMaps } from './start-with-maps.ts';
import { thingCommands } from './thing-commands.ts';
import { ServerClient } from './server-client.ts';

/** What the extension offers to others: to tests and measurements. */
export interface ExtensionApi {
    /** Fires for each content of a preview that has come to the screen. */
    readonly onDidPaint: Event<PreviewContent>;
    /** Fires with what stands in the status bar of the active map; undefined once nothing does. */
    readonly onDidChangeStatus: Event<ShownStatus | undefined>;
    /** VS Code's Markdown features hand their markdown-it over. */
    readonly extendMarkdownIt: <T extends MarkdownIt>(markdown: T) => T;
}

/** Sets up everything that the extension does, on a desktop and in a browser alike; what is loaded as client knows how its server is started. */
export function startExtension(context: ExtensionContext, loadClient: () => Promise<BaseLanguageClient>): ExtensionApi {
    const client = new ServerClient(loadClient);
    answerFiles(client);
    const pages = new RulePages(context.extensionUri);
    const previews = new Previews(client, context.extensionUri);
    const blocks = new MarkdownBlocks(client);
    const guides = registerGuides(context, client);
    context.subscriptions.push(
        client,
        previews,
        blocks,
        commands.registerCommand(openPreviewToSide, (uri?: unknown, options?: unknown) => previews.openToSide(readPreviewTarget(uri, options))),
        commands.registerCommand(showReferences, (uri: string, position: Position, places: Location[]) => showPlaces(uri, position, places)),
        pages.register(),
        followSettingsEdits(client),
        commands.registerCommand(restartServerCommand, () => restartServer(client)),
        guides,
        previewCommands(previews),
        thingCommands(previews, client),
        exportCommands(previews, client, context),
        window.registerWebviewPanelSerializer(previewType, previews),
        window.registerCustomEditorProvider(diagramEditorType, previews, { supportsMultipleEditorsPerDocument: true }),
    );
    context.subscriptions.push(startWithMaps(client));
    return { onDidPaint: previews.onDidPaint, onDidChangeStatus: guides.status.onDidChange, extendMarkdownIt: (markdown) => blocks.extend(markdown) };
}
