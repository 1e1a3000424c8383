import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../../host/workbench.ts';
import type { Register } from '../registry.ts';
import { shows } from './text-shows.ts';

const MAP = 'northwind.crmmap';
/** So long the keys of somebody who writes lie apart. */
const KEY_MS = 60;

/** What ends while one works. */
export function crashWorkbenchTests(test: Register<Workbench>): void {
    test(
        'the server is killed again and again while somebody types: the picture comes back with all that was typed, and nothing complains',
        async (bench) => {
            await bench.openFile(MAP);
            await bench.runCommand('CRM Map: Open Preview to the Side');
            const page = bench.webview();
            for (const [id, word] of [
                ['crm', 'Zebra'],
                ['erp', 'Okapi'],
                ['shop', 'Tapir'],
            ] as const) {
                const system = page.locator(`#stage .n[data-kind="system"][data-id="${id}"]`).first();
                await system.waitFor();
                const lines = readFileSync(path.join(bench.workspace, MAP), 'utf8').split('\n');
                const line = lines.findIndex((one) => one.includes(`system ${id} `)) + 1;
                await bench.goTo(line, (lines[line - 1]?.indexOf('"') ?? 0) + 2);
                const typing = bench.page.keyboard.type(word, { delay: KEY_MS });
                await bench.crashServer();
                await typing;
                await shows(bench, `"${word}`);
                await system.filter({ hasText: word }).waitFor();
            }
            await bench.keepEvidence('90 after the crashes');
            await page.locator('.server-notice').waitFor({ state: 'hidden' });
            assert.equal(await bench.page.locator('.notification-toast, .monaco-dialog-box').count(), 0);
        },
        { alone: true, timeoutMs: 480_000 },
    );
}
