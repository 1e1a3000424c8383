import { describe, expect, it } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver-types';
import { open, textOf } from './support.ts';

async function links(files: Readonly<Record<string, string>> | string): Promise<string[]> {
    const { services, document } = await open(files);
    const found: readonly DocumentLink[] = (await services.lsp.DocumentLinkProvider?.getDocumentLinks(document, { textDocument: { uri: '' } })) ?? [];
    return found.map(({ range, target }) => `${textOf(document, range)} → ${target}`);
}

describe('Document links', () => {
    it('lead from an import to the file', async () => {
        const files = { 'map.crmmap': 'import "./parts/teams.crmmap"\nimport "./missing.crmmap"', 'parts/teams.crmmap': 'team a' };
        expect(await links(files)).toEqual(['./parts/teams.crmmap → file:///maps/parts/teams.crmmap']);
    });

    it('lead to pages and mail, and to nothing that runs', async () => {
        const text =
            'system s { link "https://example.com/a b", "HTTPS://example.com/x" "Title", "mailto:a@example.com", "javascript:alert(1)", "java\tscript:x", "command:x" }';
        expect(await links(text)).toEqual(['HTTPS://example.com/x → HTTPS://example.com/x', 'mailto:a@example.com → mailto:a@example.com']);
    });

    it('lead to the files of values and pictures beside the map', async () => {
        expect(
            await links('metric m { source "values/m.csv" column "v" }\npersona p { image "https://example.com/p.png" }\npersona q { image "/etc/passwd" }'),
        ).toEqual(['values/m.csv → file:///maps/values/m.csv', 'https://example.com/p.png → https://example.com/p.png']);
    });
});
