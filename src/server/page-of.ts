import type { EditorClient } from '../../language/editor/editor-client.ts';

/**
 * Where an editor finds the page of a rule or an error, by what it names in `initializationOptions.pages`: an address with `{code}`
 * in it, or one below which `rules.md` and `errors.md` stand. Undefined for an editor that names none.
 */
export function pageOf(code: string, client: EditorClient): string | undefined {
    if (!/^[A-Z]{3}\d{3}$/.test(code)) return undefined;
    const { pages } = client;
    if (pages?.includes('{code}')) return pages.replaceAll('{code}', code);
    return pages === undefined ? undefined : `${pages.replace(/\/$/, '')}/${code.startsWith('LNG') ? 'errors' : 'rules'}.md#${code.toLowerCase()}`;
}
