import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../host/workbench.ts';
import { createSuite, type Suite } from './registry.ts';

const MAP = 'northwind.crmmap';

/** The tests that drive the workbench from outside, each in a page and a workspace of its own. */
export function workbenchSuite(): Suite<Workbench> {
    const suite = createSuite<Workbench>();
    const { test } = suite;

    test('a .crmmap file opens as CRM Map in the editor', async (bench) => {
        await bench.openFile(MAP);
        const language = bench.page.locator('[id="status.editor.mode"]');
        await bench.eventually(
            'the language in the status bar',
            () => language.innerText(),
            (name) => name === 'CRM Map',
        );
    });

    test('the preview shows a picture of the map beside the text', async (bench) => {
        await openPreview(bench);
        const box = await bench.webview().locator('svg').first().boundingBox();
        assert.ok(box !== null && box.width > 100 && box.height > 100, `the picture is ${JSON.stringify(box)}`);
    });

    test('the key opens the preview, and so does the button in the title bar', async (bench) => {
        await bench.openFile(MAP);
        await bench.page.keyboard.press('ControlOrMeta+K');
        await bench.page.keyboard.press('v');
        await crm(bench).waitFor();

        await bench.page.keyboard.press('ControlOrMeta+K');
        await bench.page.keyboard.press('ControlOrMeta+W');
        await bench.page.locator('.webview').waitFor({ state: 'detached' });
        await bench.openFile(MAP);
        await bench.page.getByRole('button', { name: /^Open Preview to the Side/ }).click();
        await crm(bench).waitFor();
    });

    test('typing another title changes the picture', async (bench) => {
        await openPreview(bench);
        const system = declaration(bench, 'system crm "');
        await bench.goTo(system.line, system.column);
        await bench.insert('Zebra ');
        await crm(bench).filter({ hasText: 'Zebra' }).waitFor();
    });

    test('a click on a system in the picture moves the cursor to its declaration', async (bench) => {
        await openPreview(bench);
        await bench.goTo(1);
        await crm(bench).locator('text').first().click();
        const { line } = declaration(bench, 'system crm "');
        await bench.eventually('the cursor on the declaration', bench.cursorLine, (at) => at === line);
    });

    test('an architect opens the example, sees its picture, types a system, sees it appear, and clicks on it to come to its name', async (bench) => {
        await openPreview(bench);
        const systems = bench.webview().locator('#stage .n[data-kind="system"]');
        assert.equal(await systems.count(), 7);
        await bench.keepEvidence('1 the example and its picture');

        const lastLine = readFileSync(path.join(bench.workspace, MAP), 'utf8').split('\n').length;
        await bench.goTo(lastLine);
        await bench.insert('\nsystem tent "Tent rental" { category commerce }\ncrm -> tent "Members"\n');
        const tent = systems.and(bench.webview().locator('[data-id="tent"]'));
        await tent.waitFor();
        assert.equal(await systems.count(), 8);
        await bench.keepEvidence('2 the system that was typed is drawn');

        await bench.goTo(1);
        await tent.locator('text').first().click();
        const selected = bench.page.locator('[id="status.editor.selection"]');
        await bench.eventually(
            'the selection of the name',
            () => selected.innerText(),
            (text) => text.includes(`Ln ${lastLine + 1}, Col 12`) && text.includes('(4 selected)'),
        );
        await bench.keepEvidence('3 the click has selected its name');
    });

    test('the reader chooses the journey, zooms into it, and stays where they are while the text changes', async (bench) => {
        await openPreview(bench);
        const page = bench.webview();
        await page.locator('#view').selectOption('firstBootsMap');
        const touchpoint = page.locator('#stage [data-kind="touchpoint"][data-id="firstBoots.sizing"]').first();
        await touchpoint.waitFor();
        await bench.keepEvidence('4 the journey');

        await page.locator('#zoom-full').click();
        await page.locator('#stage').press('ArrowRight');
        const place = await page.locator('#picture').evaluate((element) => element.style.transform);
        await bench.keepEvidence('5 the journey at full size');
        const at = declaration(bench, 'touchpoint sizing "');
        await bench.goTo(at.line, at.column);
        await bench.insert('Zebra ');
        await touchpoint.filter({ hasText: 'Zebra' }).waitFor();
        assert.equal(await page.locator('#picture').evaluate((element) => element.style.transform), place);
        assert.equal(await page.locator('#zoom-full').innerText(), '100 %');
    });

    test('a map with an error is drawn as far as it can be read, and says so', async (bench) => {
        writeFileSync(path.join(bench.workspace, 'broken.crmmap'), 'system shop "Web shop"\nsystem crm "Salesforce"\nshop -> crm "Orders"\nshop -> nowhere\n');
        await openPreview(bench, 'broken.crmmap');
        const banner = bench.webview().locator('#banner');
        await banner.waitFor();
        assert.match(await banner.innerText(), /^1 error(, \d+ warnings?)? in this map/);
        await bench.keepEvidence('6 a map with an error');
    });

    test('an empty map says what to write', async (bench) => {
        writeFileSync(path.join(bench.workspace, 'empty.crmmap'), '// nothing yet\n');
        await bench.openFile('empty.crmmap');
        await bench.runCommand('CRM Map: Open Preview to the Side');
        await bench.webview().locator('#message').filter({ hasText: 'system crm' }).waitFor();
        await bench.keepEvidence('7 an empty map');
    });

    test('markup in the texts of a map is shown as text, and nothing of it runs', async (bench) => {
        const violations: string[] = [];
        bench.page.on('console', (message) => {
            if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
        });
        const hostile = '<img src=x onerror=alert(1)></text><script>alert(2)</script><style>*{display:none}</style>';
        writeFileSync(path.join(bench.workspace, 'hostile.crmmap'), `map "${hostile}"\nsystem crm "${hostile}" { vendor "${hostile}" }\n`);
        await openPreview(bench, 'hostile.crmmap');
        const stage = bench.webview().locator('#stage');
        assert.ok((await stage.innerText()).replaceAll(/\s/g, '').includes('<script>alert(2)</script>'));
        assert.equal(await stage.locator('script, img, style, foreignObject').count(), 0);
        assert.deepEqual(violations, []);
        await bench.keepEvidence('8 markup is text');
    });

    test('the picture takes the colours of the theme', async (bench) => {
        await openPreview(bench);
        const sheet = bench.webview().locator('#stage svg > rect').first();
        const ground = (): Promise<string> => sheet.evaluate((element) => String(element.ownerDocument.defaultView?.getComputedStyle(element).fill));
        const before = await ground();
        await bench.runCommand('Preferences: Toggle between Light/Dark Themes');
        await bench.eventually('the other colours', ground, (now) => now !== before);
        await bench.keepEvidence('9 the other theme');
    });

    return suite;
}

async function openPreview(bench: Workbench, file = MAP): Promise<void> {
    await bench.openFile(file);
    await bench.runCommand('CRM Map: Open Preview to the Side');
    await crm(bench).waitFor();
}

/** The system `crm` as drawn. */
function crm(bench: Workbench): Locator {
    return bench.webview().locator('svg g[data-id="crm"]').first();
}

/** Where the map first says this: line and column of the place behind it, counted from one. */
function declaration(bench: Workbench, words: string): { line: number; column: number } {
    const lines = readFileSync(path.join(bench.workspace, MAP), 'utf8').split('\n');
    const index = lines.findIndex((line) => line.includes(words));
    assert.ok(index >= 0, `${MAP} says ${words}`);
    return { line: index + 1, column: (lines[index] ?? '').indexOf(words) + words.length + 1 };
}
