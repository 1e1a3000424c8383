import type { ExtensionContext } from 'vscode';
import { createClient } from './client-web.ts';
import { type ExtensionApi, startExtension } from './extension.ts';

/** Called by VS Code in a browser, as `main.ts` is on a desktop. */
export function activate(context: ExtensionContext): ExtensionApi {
    return startExtension(context, createClient(context));
}
