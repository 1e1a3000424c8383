import type { ExtensionContext } from 'vscode';
import { type ExtensionApi, startExtension } from './extension.ts';

/** Called by VS Code when the first map is opened, a command of the extension runs or a preview comes back after a restart. */
export function activate(context: ExtensionContext): ExtensionApi {
    return startExtension(context, async () => (await import('./client-node.ts')).createClient(context));
}

export type { ExtensionApi };
