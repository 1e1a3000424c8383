import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../../host/workbench.ts';
import { takeEntry } from './menus.ts';
import type { Register } from '../registry.ts';
import { chooseView } from './way.ts';
import { shows } from './text-shows.ts';

const MAP = 'northwind.crmmap';

/** Panels, what they keep over a restart, and their tie with the text. */
export function panelWorkbenchTests(test: Register<Workbench>): void {
    test(
        'after a restart a pinned preview comes back with its map, its view and the place in it',
        async (bench) => {
            await bench.openFile(MAP);
            await bench.runCommand('CRM Map: Open Preview to the Side');
            const stage = (): FrameLocator => bench.webview();
            await stage().locator('svg g[data-id="crm"]').first().waitFor();
            await bench.page.locator('.tab').filter({ hasText: 'Preview northwind.crmmap' }).click();
            await bench.runCommand('CRM Map: Pin Preview to This Map');
            await chooseView(bench, 'firstBootsMap');
            const touchpoint = () => stage().locator('#stage [data-kind="touchpoint"][data-id="firstBoots.sizing"]').first();
            await touchpoint().waitFor();
            await stage().locator('#zoom-full').click();
            await stage().locator('#stage').press('ArrowRight');
            const placeOf = () =>
                stage()
                    .locator('#picture')
                    .evaluate((element) => element.style.transform);
            const place = await placeOf();
            await bench.restart();
            await touchpoint().waitFor();
            await bench.page.locator('.tab').filter({ hasText: 'Preview northwind.crmmap (pinned)' }).waitFor();
            await bench.eventually('the place before the restart', placeOf, (now) => now === place);
            await bench.keepEvidence('20 a preview after a restart');
        },
        { alone: true },
    );

    test(
        'after a restart a preview has its filters, the own view of a thing, and the way back',
        async (bench) => {
            await bench.openFile(MAP);
            await bench.runCommand('CRM Map: Open Preview to the Side');
            const page = (): FrameLocator => bench.webview();
            const systems = () => page().locator('#stage .n[data-kind="system"]');
            await page().locator('svg g[data-id="crm"]').first().waitFor();
            await page().locator('#filter').click();
            await page().getByRole('checkbox', { name: 'Growth' }).check();
            await page().locator('#filtered .status').filter({ hasText: '2 of 7 systems' }).waitFor();
            await bench.page.keyboard.press('Escape');
            await page().locator('#stage .n[data-kind="system"][data-id="shop"]').first().press('Enter');
            const name = page().locator('#view .name');
            await name.filter({ hasText: 'Systems: Web shop' }).waitFor();
            await page().getByRole('button', { name: 'Back (Alt+Left)' }).and(page().locator(':enabled')).waitFor();

            await bench.restart();
            await name.filter({ hasText: 'Systems: Web shop' }).waitFor();
            await page().locator('#filtered .chip').filter({ hasText: 'Owner: Growth' }).waitFor();
            await bench.keepEvidence('20 a preview with its filters and own view after a restart');
            await page().locator('#stage').press('Alt+ArrowLeft');
            await page().locator('#view[data-view="landscape"]').waitFor();
            await page().locator('#filtered .status').filter({ hasText: '2 of 7 systems' }).waitFor();
            await bench.eventually(
                'the systems of one team',
                () => systems().count(),
                (count) => count === 2,
            );
            await page().locator('#stage').press('Alt+ArrowRight');
            await name.filter({ hasText: 'Systems: Web shop' }).waitFor();
        },
        { alone: true },
    );

    test('the picture marks what the cursor is in, and a click with Ctrl leads to the text without hiding the picture', async (bench) => {
        await bench.openFile(MAP);
        await bench.runCommand('CRM Map: Open Preview to the Side');
        const marked = bench.webview().locator('#stage .marked');
        await bench.webview().locator('svg g[data-id="crm"]').first().waitFor();
        await bench.goTo(lineOf(bench, 'limit 100000 calls per day'), 5);
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

    test('the menu of an element adds a flow and a touchpoint, and one undo takes each back', async (bench) => {
        await bench.openFile(MAP);
        await bench.runCommand('CRM Map: Open Preview to the Side');
        await choose(bench, 'system', 'erp', 'Add a Flow from Here…');
        await bench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Web shop' }).first().click();
        const box = bench.page.locator('.quick-input-widget:visible input[type="text"]');
        await asked(bench, 'What flows?');
        await box.fill('Stock levels');
        await bench.keepEvidence('24 adding a flow');
        await box.press('Enter');
        const flow = bench.webview().locator('#stage text').filter({ hasText: 'Stock levels' }).first();
        await flow.waitFor();
        await shows(bench, 'erp -> shop "Stock levels"');
        await bench.keepEvidence('25 a flow that was added in the picture');
        await bench.goTo(1);
        await bench.page.keyboard.press('ControlOrMeta+Z');
        await flow.waitFor({ state: 'detached' });

        await chooseView(bench, 'firstBootsMap');
        await choose(bench, 'touchpoint', 'firstBoots.sizing', 'Add a Touchpoint after This…');
        await asked(bench, 'What happens there?');
        // A user types without a look at where the focus is.
        await bench.page.locator('.quick-input-widget:visible input[type="text"]:focus').waitFor();
        await bench.page.keyboard.insertText('Reads reviews');
        await bench.page.keyboard.press('Enter');
        await bench.webview().locator('#stage [data-id="firstBoots.readsReviews"]').first().waitFor();
        await bench.keepEvidence('26 a touchpoint that was added in the picture');
    });

    test('the menu of an element renames it, mends what is wrong with it, and shows its uses', async (bench) => {
        writeFileSync(path.join(bench.workspace, 'mend.crmmap'), 'system shop "Web shop" { owner it }\nsystem erp "ERP"\nshop -> erp\n');
        await bench.openFile('mend.crmmap');
        await bench.runCommand('CRM Map: Open Preview to the Side');
        await choose(bench, 'system', 'shop', 'Rename…');
        const box = bench.page.locator('.quick-input-widget:visible input[type="text"]');
        await asked(bench, 'New name');
        await box.fill('store');
        await box.press('Enter');
        await shows(bench, 'store -> erp');
        await choose(bench, 'system', 'store', 'Quick Fixes…');
        const fix = bench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Declare the team' });
        await fix.first().waitFor();
        await bench.keepEvidence('27 quick fixes of an element');
        await fix.first().click();
        await shows(bench, 'team it');
        await choose(bench, 'system', 'store', 'Find All References');
        await bench.page.locator('.peekview-widget .referenceMatch').first().waitFor();
        await bench.keepEvidence('28 the uses of an element');
    });
}

/** Waits until VS Code asks for a text with these words. */
async function asked(bench: Workbench, words: string): Promise<void> {
    await bench.page.locator('.quick-input-widget:visible .quick-input-message').filter({ hasText: words }).waitFor();
}

/** Chooses an entry of the menu of an element in the picture. */
async function choose(bench: Workbench, kind: string, id: string, entry: string): Promise<void> {
    const element = bench.webview().locator(`#stage [data-kind="${kind}"][data-id="${id}"]`).first();
    await element.waitFor();
    await element.locator('text').first().click({ button: 'right' });
    await bench.keepEvidence(`29 the menu of a ${kind}`);
    await takeEntry(bench, entry);
}

function lineOf(bench: Workbench, words: string): number {
    const lines = readFileSync(path.join(bench.workspace, MAP), 'utf8').split('\n');
    return lines.findIndex((line) => line.includes(words)) + 1;
}
