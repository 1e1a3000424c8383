import type { ExtensionContext } from 'vscode';
import { type ExtensionApi, startExtension } from './extension.ts';

/** Called by VS Code in a browser, as `main.ts` is on a desktop. */
export function activate(context: ExtensionContext): ExtensionApi {
    return startExtension(context, async () => (await import('./client-web.ts')).createClient(context));
}
