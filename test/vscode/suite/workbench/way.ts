import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../../host/workbench.ts';
import type { Register } from '../registry.ts';

// Finding one's way in the preview: views, search, filters and overlays.

const MAP = 'northwind.crmmap';

const themes = [
    ['Default Light Modern', 'vs', 'light'],
    ['Default Dark Modern', 'vs-dark', 'dark'],
    ['Default High Contrast', 'hc-black', 'high contrast'],
] as const;

/** Chooses a view in the preview from the list of views, by its name. */
export async function chooseView(bench: Workbench, name: string): Promise<void> {
    const page = bench.webview();
    await page.locator('#view').click();
    await page.locator(`.view[data-view="${name}"]`).click();
}

export function wayWorkbenchTests(test: Register<Workbench>): void {
    test('the views of a map are listed by their kinds with small pictures, and one is chosen by keys alone', async (bench) => {
        await openPreview(bench);
        const page = bench.webview();
        await page.locator('#stage').focus();
        await bench.page.keyboard.press('v');
        const thumbnails = page.locator('.views .thumbnail.filled');
        await bench.eventually(
            'a picture of each view in sight',
            () => thumbnails.count(),
            (count) => count >= 6,
        );
        for (const [theme, look, name] of themes) {
            await useTheme(bench, theme, look);
            await bench.keepEvidence(`way 1 views, ${name}`);
        }
        await page.locator('.popover .field').focus();
        await bench.page.keyboard.type('blueprint');
        await page.locator('.view[data-view="firstBootsBlueprint"].active').waitFor();
        await bench.page.keyboard.press('Enter');
        await page.locator('#stage svg [data-kind="activity"]').first().waitFor();
        assert.equal(await page.locator('#view').getAttribute('data-view'), 'firstBootsBlueprint');
        await page.locator('#view:focus').waitFor();
        await bench.page.keyboard.press('PageUp');
        await page.locator('#view[data-view="firstBootsMap"]').waitFor();
    });

    test('a search finds things in the picture one after the other, and leads to those that another view shows', async (bench) => {
        await openPreview(bench);
        const page = bench.webview();
        await page.locator('#stage').focus();
        await bench.page.keyboard.press('/');
        await bench.page.keyboard.type('customer');
        const count = page.locator('.search .count');
        await bench.eventually(
            'how many were found',
            () => count.innerText(),
            (words) => /^1 of \d+$/.test(words),
        );
        await page.locator('#stage .found-current').first().waitFor();
        for (const [theme, look, name] of themes) {
            await useTheme(bench, theme, look);
            await bench.keepEvidence(`way 2 found, ${name}`);
        }
        await page.locator('#search').press('Enter');
        await bench.eventually(
            'the next one',
            () => count.innerText(),
            (words) => words.startsWith('2 of '),
        );

        await page.locator('#search').fill('sizing');
        const row = page.locator('.found .row.active');
        await row.filter({ hasText: /in First pair of boots/ }).waitFor();
        await bench.keepEvidence('way 3 found in another view');
        await bench.page.keyboard.press('Enter');
        await page.locator('#stage [data-id="firstBoots.sizing"].found-current').first().waitFor();
        await bench.keepEvidence('way 4 gone to the other view');
        await bench.page.keyboard.press('Escape');
        await page.locator('#stage:focus').waitFor();
        assert.equal(await page.locator('#stage .found-current').count(), 0);
    });

    test('filters set by hand take systems out of the picture, say so, stay over a reload, and are let go with one click', async (bench) => {
        await openPreview(bench);
        const page = bench.webview();
        const systems = page.locator('#stage .n[data-kind="system"]');
        await page.locator('#stage').focus();
        await bench.page.keyboard.press('f');
        await page.locator('.filter-panel input:focus').waitFor();
        await page.getByRole('checkbox', { name: 'Growth' }).press('Space');
        await bench.eventually(
            'the systems of one team',
            () => systems.count(),
            (count) => count === 2,
        );
        const status = page.locator('#filtered .status');
        assert.equal(await status.innerText(), '2 of 7 systems');
        for (const [theme, look, name] of themes) {
            await useTheme(bench, theme, look);
            await bench.keepEvidence(`way 5 filtered, ${name}`);
        }
        await bench.page.keyboard.press('Escape');

        await bench.runCommand('Developer: Reload Webviews');
        await bench.eventually(
            'the same systems after the reload',
            () => systems.count().catch(() => -1),
            (count) => count === 2,
        );
        await chooseView(bench, 'scorecard');
        await page.locator('#stage [data-kind="metric"]').first().waitFor();
        await bench.keepEvidence('way 6 the filter in another view');
        await chooseView(bench, 'landscape');
        await page.locator('#clear-filters').click();
        await bench.eventually(
            'all systems',
            () => systems.count(),
            (count) => count === 7,
        );
        await page.locator('#filtered').waitFor({ state: 'hidden' });
    });

    test('filters that leave nothing say so, with a button that lets them go', async (bench) => {
        await openPreview(bench);
        const page = bench.webview();
        await page.locator('#filter').click();
        await page.getByRole('checkbox', { name: 'Store sales' }).check();
        await page.getByRole('checkbox', { name: 'United States' }).check();
        const message = page.locator('#message');
        await message.filter({ hasText: 'The filters leave nothing of this view.' }).waitFor();
        await bench.page.keyboard.press('Escape');
        await bench.keepEvidence('way 7 nothing left');
        await message.getByRole('button', { name: 'Clear the filters' }).click();
        await crm(bench).waitFor();
        assert.equal(await message.isVisible(), false);
    });

    test('a click on a group of a map that is drawn folded opens it', async (bench) => {
        const systems = Array.from({ length: 160 }, (_, n) => `system s${n} "System ${n}" { category ${['crm', 'erp', 'commerce', 'support'][n % 4]} }`);
        const flows = Array.from({ length: 159 }, (_, n) => `s${n} -> s${n + 1}`);
        writeFileSync(path.join(bench.workspace, 'large.crmmap'), [...systems, ...flows, ''].join('\n'));
        await bench.openFile('large.crmmap');
        await bench.runCommand('CRM Map: Open Preview to the Side');
        const page = bench.webview();
        const group = page.locator('#stage [data-kind="group"][data-id="category crm"]').first();
        await group.waitFor();
        await bench.keepEvidence('way 9 a folded map');
        await group.locator('text').first().click();
        await page.locator('#stage .n[data-kind="system"][data-id="s8"]').first().waitFor();
        assert.equal(await page.locator('#filtered .status').innerText(), '40 of 160 systems');
        await bench.keepEvidence('way 10 one of its groups');
    });

    test('overlays are switched on and off in the picture, whatever the text says', async (bench) => {
        await openPreview(bench);
        const page = bench.webview();
        await page.locator('#stage').focus();
        await bench.page.keyboard.press('o');
        await page.getByRole('switch', { name: 'Lifecycle' }).press('Space');
        await crm(bench).filter({ hasText: 'Active' }).waitFor();
        await page.locator('#overlays.on').waitFor();
        for (const [theme, look, name] of themes) {
            await useTheme(bench, theme, look);
            await bench.keepEvidence(`way 8 overlays, ${name}`);
        }
        await page.getByRole('button', { name: 'As the view says' }).click();
        await crm(bench).filter({ hasNotText: 'Active' }).waitFor();
    });
}

async function useTheme(bench: Workbench, theme: string, look: string): Promise<void> {
    const settings = path.join(bench.workspace, '.vscode/settings.json');
    mkdirSync(path.dirname(settings), { recursive: true });
    writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
    await bench.page.locator(`.monaco-workbench.${look}`).waitFor();
}

async function openPreview(bench: Workbench): Promise<void> {
    await bench.openFile(MAP);
    await bench.runCommand('CRM Map: Open Preview to the Side');
    await crm(bench).waitFor();
}

/** The system `crm` as drawn. */
function crm(bench: Workbench): Locator {
    return bench.webview().locator('#stage svg g[data-id="crm"]').first();
}
