import { type Disposable, l10n, workspace } from 'vscode';
import { languageId } from './names.ts';
import type { ServerClient } from './server-client.ts';

/**
 * Starts the language server once a map is open; requests start it as well. VS Code activates the extension for every Markdown
 * preview, and most of those hold no map.
 */
export function startWithMaps(client: ServerClient): Disposable {
    const start = (): void => {
        listening.dispose();
        client.start().catch((error: unknown) => client.error(l10n.t('The language server of CRM Map did not start.'), error, 'force'));
    };
    const listening = workspace.onDidOpenTextDocument((document) => {
        if (document.languageId === languageId) start();
    });
    if (workspace.textDocuments.some((document) => document.languageId === languageId)) start();
    return listening;
}
