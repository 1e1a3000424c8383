import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
    DidChangeWatchedFilesNotification,
    DocumentSymbolRequest,
    FileChangeType,
    HoverRequest,
    PublishDiagnosticsNotification,
} from 'vscode-languageserver/node';
import { LspClient } from './lsp-client.ts';

describe('files that vanish', () => {
    let client: LspClient;

    beforeEach(async () => {
        client = await LspClient.start();
    });

    afterEach(() => client.stop());

    const tell = (uri: string, type: FileChangeType): Promise<void> =>
        client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });

    test('a file that is gone by the time it is read does not end the work on the others', async () => {
        const uri = await client.open('main.crmmap', 'system shop\n');
        await client.diagnosticsOf(uri, () => true);
        await tell(client.uri('gone.crmmap'), FileChangeType.Created);
        await client.change(uri, 'system shop\nshop -> crm\n');
        await client.diagnosticsOf(uri, (all) => all.some(({ message }) => JSON.stringify(message).includes('crm')));
        const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
        expect(symbols?.map(({ name }) => name)).toEqual(['shop', 'shop -> crm']);
    });

    test('an open file counts as the editor has it, also once it is deleted from the disk', async () => {
        client.write('systems.crmmap', 'system crm\n');
        const systems = await client.open('systems.crmmap', '/** Kept. */ system crm\n');
        const uri = await client.open('main.crmmap', 'import "./systems.crmmap"\nsystem shop\nshop -> crm\n');
        await client.diagnosticsOf(uri, (all) => !all.some(({ severity }) => severity === 1));
        client.remove('systems.crmmap');
        await tell(systems, FileChangeType.Deleted);
        const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: systems }, position: { line: 0, character: 22 } });
        expect(JSON.stringify(hover?.contents)).toContain('Kept.');
        const used = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 2, character: 9 } });
        expect(JSON.stringify(used?.contents)).toContain('Kept.');
    });

    test('what rules found in a file is gone with it, from the first that is told of it then', async () => {
        const uri = await client.open('never-saved.crmmap', 'system shop\nsystem crm\nshop -> crm\n');
        await client.diagnosticsOf(uri, (all) => all.some(({ code }) => code === 'SYS002'));
        const next = new Promise<unknown[]>((resolve) => {
            client.connection.onNotification(PublishDiagnosticsNotification.type, (told) => {
                if (told.uri === uri) resolve(told.diagnostics.map(({ code }) => code));
            });
        });
        await client.close(uri);
        expect(await next).toEqual([]);
    });
});
