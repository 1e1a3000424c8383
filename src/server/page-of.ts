import type { EditorClient } from '../../language/editor/editor-client.ts';
import { explainCode } from '../protocol.ts';

/**
 * Where an editor finds the page of a rule or an error: by its own command, else below the address that it names in
 * `initializationOptions.pages`, where `rules.md` and `errors.md` stand. Undefined for an editor that has neither.
 */
export function pageOf(code: string, client: EditorClient): string | undefined {
    if (!/^[A-Z]{3}\d{3}$/.test(code)) return undefined;
    if (client.knows(explainCode)) return `command:${explainCode}?${encodeURIComponent(JSON.stringify([code]))}`;
    return client.pages === undefined
        ? undefined
        : `${client.pages.replace(/\/$/, '')}/${code.startsWith('LNG') ? 'errors' : 'rules'}.md#${code.toLowerCase()}`;
}
