import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../../host/workbench.ts';
import { takeEntry } from './menus.ts';
import type { Register } from '../registry.ts';

const MAP = 'northwind.crmmap';
const TRY_MS = 3_000;

/** What leads out of the preview: files and the clipboard. */
export function exportWorkbenchTests(test: Register<Workbench>): void {
    test('what the preview shows is saved as SVG and as PNG, where the reader says', async (bench) => {
        await openPreview(bench);
        for (const [format, name] of [
            ['SVG', 'saved.svg'],
            ['PNG', 'saved.png'],
        ] as const) {
            await fromMenu(bench, 'Save Preview As…');
            await row(bench, format).click();
            const file = path.join(bench.workspace, name);
            await answerPath(bench, file);
            await bench.eventually(
                `the file ${name}`,
                async () => existsSync(file) && readFileSync(file).length > 0,
                (isThere) => isThere,
            );
        }
        assert.match(readFileSync(path.join(bench.workspace, 'saved.svg'), 'utf8'), /^<svg [^>]*>[\s\S]*Salesforce[\s\S]*<\/svg>\s*$/);
        const png = readFileSync(path.join(bench.workspace, 'saved.png'));
        assert.equal(png.toString('latin1', 1, 4), 'PNG');
        const [, width] = /width="(\d+)"/.exec(readFileSync(path.join(bench.workspace, 'saved.svg'), 'utf8')) ?? [];
        assert.equal(png.readUInt32BE(16), 2 * Number(width));
    });

    test('all views are exported into a folder, in the formats that the reader chooses', async (bench) => {
        await openPreview(bench);
        await fromMenu(bench, 'Export All Views…');
        await row(bench, 'JSON').click();
        await bench.keepEvidence('30 the formats of an export');
        await bench.page.locator('.quick-input-widget:visible').getByText('OK', { exact: true }).click();
        const folder = path.join(bench.workspace, 'pictures');
        mkdirSync(folder);
        await answerPath(bench, `${folder}/`);
        const wanted = ['northwind.landscape.svg', 'northwind.firstBootsMap.svg', 'northwind.json'];
        await bench.eventually(
            'the files',
            async () => readdirSync(folder),
            (files) => wanted.every((name) => files.includes(name)),
        );
        assert.deepEqual(
            readdirSync(folder).filter((name) => !/^northwind\.(\w+\.svg|json)$/.test(name)),
            [],
        );
        await bench.keepEvidence('31 all views are exported');
    });

    test('the picture is copied as SVG and as PNG', async (bench) => {
        await bench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        await openPreview(bench);
        const status = bench.page.locator('.statusbar');
        await fromMenu(bench, 'Copy as SVG');
        await status.filter({ hasText: 'Copied as SVG' }).waitFor();
        assert.match(await bench.page.evaluate<string>('navigator.clipboard.readText()'), /^<svg [\s\S]*Salesforce/);
        await fromMenu(bench, 'Copy as PNG');
        await status.filter({ hasText: 'Copied as PNG' }).waitFor();
        const types = await bench.page.evaluate<string[]>('navigator.clipboard.read().then(([item]) => [...item.types])');
        assert.deepEqual(types, ['image/png']);
    });

    test('while the language server is away the picture stays, and the preview says so', async (bench) => {
        await openPreview(bench);
        const notice = bench.webview().locator('.server-notice');
        // The server may be back before anybody could read it: the page notes what it said.
        await notice.evaluate((element) => {
            const page = element.ownerDocument.defaultView as unknown as {
                MutationObserver: new (note: () => void) => { observe(at: object, what: object): void };
            };
            const seen: string[] = [];
            const note = (): void => {
                if (!element.hasAttribute('hidden')) seen.push(`${element.textContent} ${element.ownerDocument.querySelectorAll('#picture > svg').length}`);
            };
            Object.assign(element, { seen });
            new page.MutationObserver(note).observe(element, { attributes: true, childList: true, subtree: true });
        });
        await bench.runCommand('CRM Map: Restart Language Server');
        const seen = await bench.eventually(
            'the notice',
            () => notice.evaluate((element) => (element as unknown as { readonly seen: string[] }).seen),
            (all) => all.length > 0,
        );
        assert.match(seen.at(-1) ?? '', /The language server has stopped\. The picture is the last one.* 1$/);
        await notice.waitFor({ state: 'hidden' });
    });
}

async function openPreview(bench: Workbench): Promise<void> {
    await bench.openFile(MAP);
    await bench.runCommand('CRM Map: Open Preview to the Side');
    await bench.webview().locator('svg g[data-id="crm"]').first().waitFor();
}

/** Chooses an entry of the menu that the picture has where no element is. */
export async function fromMenu(bench: Workbench, entry: string): Promise<void> {
    const box = await bench.webview().locator('#stage').boundingBox();
    assert.ok(box);
    await bench.page.mouse.click(box.x + 6, box.y + box.height / 2, { button: 'right' });
    await takeEntry(bench, entry);
}

export function row(bench: Workbench, text: string) {
    return bench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
}

/** Answers VS Code's own dialog for files, which a browser's workbench has; it writes a path of its own first. */
export async function answerPath(bench: Workbench, file: string): Promise<void> {
    const input = bench.page.locator('.quick-input-widget:visible input[type="text"]');
    await bench.eventually(
        'the dialog',
        () => input.inputValue(),
        (text) => text.startsWith(bench.workspace),
    );
    await input.fill(file);
    // A folder is entered first, and taken by another Enter.
    await bench.eventually(
        'the end of the dialog',
        async () => {
            await input.press('Enter', { timeout: TRY_MS }).catch(() => undefined);
            return input.waitFor({ state: 'hidden', timeout: TRY_MS }).then(
                () => true,
                () => false,
            );
        },
        (isOver) => isOver,
    );
}
