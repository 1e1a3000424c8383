import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../../src/extension/main.ts';
import { openText } from './support.ts';
import { serverProcess } from './server-restart.ts';
import type { Register } from '../registry.ts';

const MOST_CRASHES = 8;

/** The server ends for good. These tests come last: so many crashes in a short time count for those that follow. */
export function serverGoneTests(test: Register<void>): void {
    test('where the language server is gone for good the status bar says so, and a click starts it', async () => {
        const api = await vscode.extensions.getExtension<ExtensionApi>('crmmap.crmmap')?.activate();
        assert.ok(api);
        const shows = (sign: string): Promise<string> =>
            new Promise((resolve) => {
                const listening = api.onDidChangeStatus((shown) => {
                    if (!shown?.text.includes(sign)) return;
                    listening.dispose();
                    resolve(shown.command ?? '');
                });
            });
        const counted = shows('$(error)');
        await openText('map "Ours"\nsystem shop\nshop -> crm\n');
        await counted;
        // VS Code starts it again a few times, and then no more.
        let command: string | undefined;
        const gone = shows('$(debug-disconnect)').then((found) => (command = found));
        for (let crashes = 0; command === undefined; crashes++) {
            assert.ok(crashes < MOST_CRASHES, `after ${crashes} crashes it was started once more`);
            const back = shows('$(error)');
            serverProcess()?.kill('SIGKILL');
            await Promise.race([back, gone]);
        }
        const again = shows('$(error)');
        await vscode.commands.executeCommand(await gone);
        assert.equal(command, 'crmmap.restartServer');
        assert.equal(await again, 'workbench.actions.view.problems');
    });
}
