import { afterEach, beforeEach, expect, test } from 'vitest';
import { DocumentSymbolRequest, HoverRequest } from 'vscode-languageserver/node';
import { LspClient } from './lsp-client.ts';

let client: LspClient;

beforeEach(async () => {
    client = await LspClient.start();
});
afterEach(() => client.stop());

test('A file of 6 MB is told of in one diagnostic, and the server goes on answering', async () => {
    const line = 'system a { vendor "x" entity b { c : id } }\n';
    const uri = await client.open('large.crmmap', line.repeat(Math.ceil(6_000_000 / line.length)));
    await client.subscribe({ preview: 'a', uri });
    const found = await client.diagnosticsOf(uri, (all) => all.length > 0);
    expect(found).toMatchObject([{ code: 'LNG009', severity: 1, message: expect.stringContaining('6.0 MB') }]);
    expect(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })).toEqual([]);

    const content = await client.picture(() => true);
    expect(content.picture).toMatchObject({ state: 'empty', why: 'too-large', message: expect.stringContaining('split it') });

    await client.change(uri, 'system shop "Shop"\n');
    await client.picture(({ picture }) => picture.state === 'drawn');
    await client.diagnosticsOf(uri, (all) => all.every(({ code }) => code !== 'LNG009'));
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 0, character: 9 } });
    expect(JSON.stringify(hover)).toContain('Shop');
});

test('A file with a hundred thousand mistakes is told of in a thousand and one diagnostics', async () => {
    const uri = await client.open('broken.crmmap', 'sytem a\n'.repeat(100_000));
    const found = await client.diagnosticsOf(uri, (all) => all.length > 0);
    expect(found).toHaveLength(1001);
    expect(found.at(-1)).toMatchObject({ code: 'LNG090' });
});
