import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
    createProtocolConnection,
    DidOpenTextDocumentNotification,
    ExitNotification,
    InitializedNotification,
    InitializeRequest,
    PublishDiagnosticsNotification,
    type PublishDiagnosticsParams,
    ShutdownRequest,
    StreamMessageReader,
    StreamMessageWriter,
} from 'vscode-languageserver/node';
import { crmmap, folderWith, program } from './program.ts';

test.each([['lsp'], ['lsp', '--stdio']])('crmmap %s speaks with an editor over standard input and output, and ends when told', async (...args) => {
    const cwd = folderWith({});
    const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const found = new Promise<PublishDiagnosticsParams>((resolve) => connection.onNotification(PublishDiagnosticsNotification.type, resolve));
    connection.listen();
    const rootUri = pathToFileURL(cwd).href;
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri, capabilities: {} });
    expect(capabilities.completionProvider).toBeDefined();
    await connection.sendNotification(InitializedNotification.type, {});
    const textDocument = { uri: `${rootUri}/a.crmmap`, languageId: 'crmmap', version: 1, text: 'system shop\nshop -> crmm\n' };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    expect((await found).diagnostics.map(({ code }) => code)).toContain('LNG010');
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    expect(await once(child, 'exit')).toEqual([0, null]);
});

test('crmmap lsp ends with a failure when the editor goes away without a word', async () => {
    const child = spawn(process.execPath, [program, 'lsp'], { stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.end();
    const [status] = (await once(child, 'exit')) as [number | null];
    expect(status).not.toBe(0);
});

test('crmmap help lsp says what it is for', () => {
    expect(crmmap(['help', 'lsp']).out).toContain('Runs the language server on standard input and output, for editors.');
});
