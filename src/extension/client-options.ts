import { workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { openPreviewToSide, showReferences } from '../protocol.ts';
import { languageId } from './names.ts';
import { rulePages } from './rule-pages.ts';

/** Where maps are opened from: a folder, an editor that was not saved yet, a repository that is only looked at. Other schemes show old versions. */
const schemes: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

/** Commands that the server's lenses and completions may call; editors without them get plain words. */
const clientCommands: readonly string[] = [openPreviewToSide, showReferences, 'editor.action.triggerSuggest'];

/** What every client tells its server. */
export function clientOptions(): LanguageClientOptions {
    const ofFolders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
    return {
        documentSelector: [...new Set([...schemes, ...ofFolders])].map((scheme) => ({ scheme, language: languageId })),
        initializationOptions: { commands: clientCommands, pages: rulePages, files: true },
    };
}
