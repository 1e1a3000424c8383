import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { diagnosticsOf, isError, openText, painted, replace } from './support.ts';
import type { Register } from '../registry.ts';

/** The running language server: a child process of this extension host. */
export function serverProcess(): ChildProcess | undefined {
    const { _getActiveHandles: handles } = process as unknown as { _getActiveHandles(): unknown[] };
    return handles
        .call(process)
        .map((handle) => handle as Partial<ChildProcess>)
        .find(({ spawnargs, exitCode }) => exitCode === null && spawnargs?.some((word) => word.endsWith('server.cjs'))) as ChildProcess | undefined;
}

/** Opens a map with an error and its preview, does something to the server, and sees both come back and follow an edit. */
async function survives(disturb: () => Promise<void>): Promise<void> {
    const document = await openText('map "Ours"\nsystem shop "Web shop"\nshop -> crm\n');
    const first = painted(({ mapTitle, picture }) => mapTitle === 'Ours' && picture.state === 'drawn');
    await vscode.commands.executeCommand('crmmap.openPreviewToSide');
    await first;
    await diagnosticsOf(document.uri, (found) => found.some(isError));
    const again = painted(({ mapTitle, picture }) => mapTitle === 'Ours' && picture.state === 'drawn');
    const gone = diagnosticsOf(document.uri, (found) => found.length === 0);
    await disturb();
    await gone;
    await again;
    await diagnosticsOf(document.uri, (found) => found.some(isError));
    const next = painted(({ picture }) => picture.state === 'drawn' && picture.svg.includes('Zebra'));
    await replace(document, 'Web shop', 'Zebra');
    await next;
}

/** The language server ends, and comes back. */
export function restartTests(test: Register<void>): void {
    test('a command starts the language server anew, and the preview lives on', async () => {
        const before = serverProcess()?.pid;
        assert.ok(before, 'a server runs');
        await survives(async () => {
            await vscode.commands.executeCommand('crmmap.restartServer');
        });
        assert.notEqual(serverProcess()?.pid, before);
    });

    test('after a crash the language server comes back by itself, with findings and preview', async () => {
        await survives(async () => {
            assert.ok(serverProcess()?.kill('SIGKILL'), 'the server was running');
        });
    });
}
