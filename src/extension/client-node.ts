import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './client-options.ts';
import { languageId } from './names.ts';

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
        clientOptions(),
    );
}
