import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../../host/workbench.ts';
import type { Register } from '../registry.ts';

const MAP = 'northwind.crmmap';

/** What is done with the things in the picture. */
export function thingWorkbenchTests(test: Register<Workbench>): void {
    for (const theme of ['Default Dark Modern', 'Default Light Modern', 'Default High Contrast']) {
        test(`a reviewer selects a system in ${theme}: what hangs on it lights up, the rest fades, and a card has its facts`, async (bench) => {
            mkdirSync(path.join(bench.workspace, '.vscode'), { recursive: true });
            writeFileSync(path.join(bench.workspace, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
            await openPreview(bench);
            await thing(bench, 'system', 'marketing').locator('text').first().click();
            const bar = bench.webview().getByRole('toolbar', { name: 'Selected: Marketing automation' });
            await bar.waitFor();
            await bench.eventually(
                'the systems that light up',
                () => bench.webview().locator('#picture .n.lit[data-kind="system"]').count(),
                (count) => count === 5,
            );
            await bar.getByRole('button', { name: /^Downstream/ }).click();
            await bench.eventually(
                'the system downstream',
                () => bench.webview().locator('#picture .n.lit[data-kind="system"]').count(),
                (count) => count === 2,
            );
            await thing(bench, 'system', 'crm').locator('text').first().hover();
            const card = bench.webview().getByRole('tooltip');
            await card.filter({ hasText: 'Salesforce' }).waitFor();
            await bench.keepEvidence(`40 a selection in ${theme}`);
            await bar.getByRole('button', { name: 'End the selection' }).click();
            await bench.webview().locator('#stage.choosing').waitFor({ state: 'detached' });
        });
    }

    test('by keyboard alone a reviewer goes from element to element, opens the own view of one, and comes back, and VS Code stays where it is', async (bench) => {
        await openPreview(bench);
        const { keyboard } = bench.page;
        await bench.goTo(1);
        await bench.webview().locator('#stage').focus();
        await keyboard.press('Tab');
        const focused = (): Promise<string | null> => bench.webview().locator('#picture .n:focus').first().getAttribute('data-id');
        await bench.eventually('the first system', focused, (id) => id === 'shop');
        await keyboard.press('ArrowDown');
        await bench.eventually('the system below', focused, (id) => id === 'marketing');
        await keyboard.press('Space');
        await bench.webview().getByRole('toolbar', { name: 'Selected: Marketing automation' }).waitFor();
        await bench.keepEvidence('41 selected by keyboard');
        await keyboard.press('Enter');
        await thing(bench, 'system', 'erp').waitFor({ state: 'detached' });
        await bench.keepEvidence('42 the own view of a system');
        await keyboard.press('Alt+ArrowLeft');
        await thing(bench, 'system', 'erp').waitFor();
        await keyboard.press('Alt+ArrowRight');
        await thing(bench, 'system', 'erp').waitFor({ state: 'detached' });
        assert.equal(await bench.cursorLine(), 1);
        await bench.page.locator('.tab').filter({ hasText: 'Preview' }).and(bench.page.locator('.active')).waitFor();
    });

    test(
        'an own view and the way back from it survive a restart',
        async (bench) => {
            await openPreview(bench);
            await thing(bench, 'system', 'marketing').focus();
            await bench.page.keyboard.press('Enter');
            await thing(bench, 'system', 'erp').waitFor({ state: 'detached' });
            await bench.restart();
            await thing(bench, 'system', 'marketing').waitFor();
            assert.equal(await thing(bench, 'system', 'erp').count(), 0);
            await bench.webview().getByRole('button', { name: 'Back (Alt+Left)' }).click();
            await thing(bench, 'system', 'erp').waitFor();
        },
        { alone: true },
    );

    test('what is wrong stands on the elements as it is typed: a badge with a count, the words in the card', async (bench) => {
        writeFileSync(path.join(bench.workspace, 'gaps.crmmap'), 'team it\nsystem shop { owner it }\nsystem crm { owner it }\nshop -> crm "Orders"\n');
        await bench.openFile('gaps.crmmap');
        await bench.runCommand('CRM Map: Open Preview to the Side');
        await thing(bench, 'system', 'shop').waitFor();
        const badge = bench.webview().locator('.problem-badge[data-of-kind="flow"]');
        await badge.waitFor();
        await bench.goTo(2, 8);
        await bench.insert('2');
        await bench.webview().locator('.problem-badge[data-of-kind="flow"]').waitFor({ state: 'detached' });
        await bench.page.keyboard.press('Backspace');
        await badge.waitFor();
        await badge.hover();
        const card = bench.webview().getByRole('tooltip');
        await card.locator('.problem').first().waitFor();
        await bench.keepEvidence('43 what is wrong with a flow');
    });
}

async function openPreview(bench: Workbench): Promise<void> {
    await bench.openFile(MAP);
    await bench.runCommand('CRM Map: Open Preview to the Side');
    await thing(bench, 'system', 'crm').waitFor();
    // What is known of things follows the picture.
    await bench.webview().locator('#picture svg [id^="thing-"]').first().waitFor({ state: 'attached' });
}

function thing(bench: Workbench, kind: string, id: string): Locator {
    return bench.webview().locator(`#picture .n[data-kind="${kind}"][data-id="${id}"]`).first();
}
