import { type ExtensionContext, Uri } from 'vscode';
import { ErrorAction, type ErrorHandler, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './client-options.ts';
import { languageId } from './names.ts';

/** The client of the language server. The server is started, and started again after a crash, by the client itself. */
export function createClient(context: ExtensionContext): LanguageClient {
    const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
    return new Client(
        languageId,
        'CRM Map',
        {
            run: { module, transport: TransportKind.ipc },
            debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        clientOptions(),
    );
}

class Client extends LanguageClient {
    /** What is written to a server that has just crashed fails: that must not count as a wish to end it, or it would not be started again. */
    override createDefaultErrorHandler(maxRestartCount?: number): ErrorHandler {
        const usual = super.createDefaultErrorHandler(maxRestartCount);
        return { error: () => ({ action: ErrorAction.Continue, handled: true }), closed: () => usual.closed() };
    }
}
