import { URI, UriUtils } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { CrmMapWorkspaceManager } from '../../language/workspace.ts';
import { keepsSettings } from './client-files.ts';
import { settingsName } from './map-settings.ts';
import type { MapModels } from './map-models.ts';
import type { RuleSettingsChange } from './rule-diagnostics.ts';

/** Has the rules run again when settings change on the disk. */
export function followSettings({ lsp, workspace }: LangiumSharedServices, settings: RuleSettingsChange): void {
    const files = workspace.FileSystemProvider;
    lsp.DocumentUpdateHandler.onWatchedFilesChange(async ({ changes }) => {
        const changed = changes.map(({ uri }) => URI.parse(uri)).filter((uri) => UriUtils.basename(uri) === settingsName);
        if (changed.length === 0) return;
        if (keepsSettings(files)) await Promise.all(changed.map((uri) => files.keepSettings(uri)));
        settings.changed();
    });
}

/** Takes in the maps of folders that are added to the workspace, and lets go of those of folders that are removed from it. */
export function followFolders(connection: Connection, shared: LangiumSharedServices, models: MapModels, settings: RuleSettingsChange): void {
    const { WorkspaceManager, WorkspaceLock, DocumentBuilder, LangiumDocuments, TextDocuments } = shared.workspace;
    const change = async ({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> => {
        await WorkspaceManager.ready;
        const manager = WorkspaceManager as CrmMapWorkspaceManager;
        manager.changeFolders(added, removed);
        models.forgetNames();
        const found = (await Promise.all(added.map(({ uri }) => manager.searchFolder(URI.parse(uri))))).flat();
        const gone = LangiumDocuments.all
            .map(({ uri }) => uri)
            .filter((uri) => removed.some((folder) => UriUtils.contains(folder.uri, uri)) && !manager.holds(uri) && !TextDocuments.get(uri))
            .toArray();
        await WorkspaceLock.write((token) => DocumentBuilder.update(found, gone, token));
        settings.changed();
    };
    shared.lsp.LanguageServer.onInitialized(() => {
        if (!hasFolders) return;
        connection.workspace.onDidChangeWorkspaceFolders((event) => {
            change(event).catch((error: unknown) => connection.console.error(`The folders could not be changed: ${String(error)}`));
        });
    });
    let hasFolders = false;
    shared.lsp.LanguageServer.onInitialize(({ capabilities }) => (hasFolders = capabilities.workspace?.workspaceFolders === true));
}
