import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../../host/workbench.ts';
import type { Register } from '../registry.ts';

const MAP = 'northwind.crmmap';

/** Panels, what they keep over a restart, and their tie with the text. */
export function panelWorkbenchTests(test: Register<Workbench>): void {
    test('after a restart a pinned preview comes back with its map, its view and the place in it', async (bench) => {
        await bench.openFile(MAP);
        await bench.runCommand('CRM Map: Open Pinned Preview to the Side');
        const stage = (): FrameLocator => bench.webview();
        await stage().locator('svg g[data-id="crm"]').first().waitFor();
        await stage().locator('#view').selectOption('firstBootsMap');
        const touchpoint = () => stage().locator('#stage [data-kind="touchpoint"][data-id="firstBoots.sizing"]').first();
        await touchpoint().waitFor();
        await stage().locator('#zoom-full').click();
        await stage().locator('#stage').press('ArrowRight');
        const placeOf = () =>
            stage()
                .locator('#picture')
                .evaluate((element) => element.style.transform);
        const place = await placeOf();
        await bench.page.evaluate('globalThis.driver.whenWorkbenchRestored()');
        await bench.page.reload();
        await bench.page.waitForFunction('globalThis.driver !== undefined');
        await bench.page.evaluate('globalThis.driver.whenWorkbenchRestored()');
        await touchpoint().waitFor();
        await bench.page.locator('.tab').filter({ hasText: 'Preview northwind.crmmap (pinned)' }).waitFor();
        await bench.eventually('the place before the restart', placeOf, (now) => now === place);
        await bench.keepEvidence('20 a preview after a restart');
    });

    test('the picture marks what the cursor is in, and a click with Ctrl leads to the text without hiding the picture', async (bench) => {
        await bench.openFile(MAP);
        await bench.runCommand('CRM Map: Open Preview to the Side');
        const marked = bench.webview().locator('#stage .marked');
        await bench.webview().locator('svg g[data-id="crm"]').first().waitFor();
        await bench.goTo(lineOf(bench, 'master entity Contact'), 20);
        await bench.eventually(
            'the mark',
            () => marked.first().getAttribute('data-id'),
            (id) => id === 'crm',
        );
        await bench.goTo(lineOf(bench, 'system erp'), 3);
        await bench.eventually(
            'the mark',
            () => marked.first().getAttribute('data-id'),
            (id) => id === 'erp',
        );
        assert.equal(await marked.count(), 1);
        await bench.keepEvidence('21 the mark of the cursor');
        await bench.goTo(1);
        await marked.waitFor({ state: 'detached' });
    });

    test('a map opened as Diagram shows its picture alone, and a click with Ctrl opens the text beside it', async (bench) => {
        await bench.openFile(MAP);
        await bench.runCommand('View: Reopen Editor With...');
        const rows = bench.page.locator('.quick-input-list .monaco-list-row');
        await rows.filter({ hasText: 'Diagram' }).first().click();
        const crm = bench.webview().locator('svg g[data-id="crm"]').first();
        await crm.waitFor();
        assert.equal(await bench.page.locator('.monaco-editor .view-line').count(), 0);
        await bench.keepEvidence('22 a map opened as Diagram');
        await crm
            .locator('text')
            .first()
            .click({ modifiers: ['ControlOrMeta'] });
        const line = lineOf(bench, 'system crm "');
        const at = bench.page.locator('.editor-group-container').nth(1).locator('.margin-view-overlays .active-line-number');
        await bench.eventually(
            'the text beside',
            async () => Number((await at.allInnerTexts())[0]),
            (now) => now === line,
        );
        await crm.waitFor();
        await bench.keepEvidence('23 the text beside the diagram');
    });
}

function lineOf(bench: Workbench, words: string): number {
    const lines = readFileSync(path.join(bench.workspace, MAP), 'utf8').split('\n');
    return lines.findIndex((line) => line.includes(words)) + 1;
}
