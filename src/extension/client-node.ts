import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { openPreviewToSide, showReferences } from '../protocol.ts';
import { languageId } from './names.ts';
import { rulePages } from './rule-pages.ts';

/** Where maps are opened from: a folder, an editor that was not saved yet, a repository that is only looked at. */
const schemes: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

/** Commands that the server's lenses and completions may call; editors without them get plain words. */
const clientCommands: readonly string[] = [openPreviewToSide, showReferences, 'editor.action.triggerSuggest'];

/** The client of the language server. The server is started, and started again after a crash, by the client itself. */
export function createClient(context: ExtensionContext): LanguageClient {
    const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
    return new LanguageClient(
        languageId,
        'CRM Map',
        {
            run: { module, transport: TransportKind.ipc },
            debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        {
            documentSelector: schemes.map((scheme) => ({ scheme, language: languageId })),
            initializationOptions: { commands: clientCommands, pages: rulePages },
        },
    );
}
