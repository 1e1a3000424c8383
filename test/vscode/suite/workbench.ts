import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../host/workbench.ts';
import { markdownTests } from './markdown.ts';
import { createSuite, type Suite } from './registry.ts';
import { chooseView, wayWorkbenchTests } from './workbench/way.ts';
import { panelWorkbenchTests } from './workbench/panels.ts';
import { crashWorkbenchTests } from './workbench/crashes.ts';
import { exportWorkbenchTests } from './workbench/exports.ts';
import { guideTests } from './workbench/guides.ts';
import { thingWorkbenchTests } from './workbench/things.ts';
import { shows } from './workbench/text-shows.ts';

const MAP = 'northwind.crmmap';
const TRY_MS = 5_000;

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
        const box = await bench.webview().locator('#picture > svg').boundingBox();
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
        await chooseView(bench, 'firstBootsMap');
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

    test('an empty map can be begun from a template by keyboard, and shows its picture', async (bench) => {
        writeFileSync(path.join(bench.workspace, 'empty.crmmap'), '// My first map\n');
        await bench.openFile('empty.crmmap');
        await bench.runCommand('CRM Map: Open Preview to the Side');
        const begin = bench.webview().getByRole('button', { name: 'Start from a template …' });
        await begin.press('Enter');
        await bench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'System landscape' }).waitFor();
        await bench.page.keyboard.type('System landscape');
        await bench.page.keyboard.press('Enter');
        await bench.webview().locator('#stage .n[data-kind="system"]').first().waitFor();
        await shows(bench, '// My first map');
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

    test('by keyboard alone a mistake is mended, the map is formatted, and an error leads to the page that explains it', async (bench) => {
        writeFileSync(path.join(bench.workspace, 'mistakes.crmmap'), 'team it\nsystem shop{owner   it}\nsystem crm {owner it}\nshop -> crmm\n');
        await bench.openFile('mistakes.crmmap');
        const { keyboard } = bench.page;
        const squiggle = bench.page.locator('.squiggly-error');
        await squiggle.waitFor();
        await bench.goTo(4, 10);
        const fix = bench.page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Write `crm`' });
        await until(bench, 'the quick fix', () => keyboard.press('ControlOrMeta+.'), fix);
        await bench.keepEvidence('10 ways out of a mistake');
        await keyboard.press('Enter');
        await squiggle.waitFor({ state: 'detached' });
        await shows(bench, 'shop -> crm');

        await keyboard.press(process.platform === 'linux' ? 'Control+Shift+I' : 'Shift+Alt+F');
        await shows(bench, 'system shop { owner it }');
        await shows(bench, 'system crm  { owner it }');
        await bench.keepEvidence('11 mended and formatted');

        await bench.goTo(4, 1);
        await keyboard.press('F8');
        const link = bench.page.locator('.marker-widget a.code-link');
        await link.waitFor();
        await bench.keepEvidence('12 a finding and the link to its page');
        await link.click();
        await bench.page
            .locator('.tab')
            .filter({ hasText: /[A-Z]{3}\d{3}\.md/ })
            .waitFor();
    });

    test('a key leads to a declaration, F2 renames it where it stands, and Shift+F12 shows its uses', async (bench) => {
        await bench.openFile(MAP);
        const { keyboard } = bench.page;
        const flow = declaration(bench, 'shop.Order -> e');
        await bench.goTo(flow.line, flow.column);
        // A hint says that the server answers; before that VS Code knows of no definitions.
        await shows(bench, 'I-04');
        // F12 is the browser's own, so VS Code takes another key in one.
        await keyboard.press('ControlOrMeta+F12');
        const at = declaration(bench, 'system erp').line;
        await bench.eventually('the cursor on the declaration', bench.cursorLine, (line) => line === at);
        await keyboard.press('F2');
        const box = bench.page.locator('.rename-box input');
        await box.waitFor();
        await box.fill('warehouse');
        await keyboard.press('Enter');
        await shows(bench, 'system warehouse');
        await keyboard.press('Shift+F12');
        const peek = bench.page.locator('.peekview-widget');
        await peek.locator('.referenceMatch').first().waitFor();
        await bench.keepEvidence('13 the uses of a renamed system');
    });

    test('lenses and hints stand tidily in light, dark and high contrast, and a click on Open diagram shows the journey', async (bench) => {
        await bench.openFile(MAP);
        const flows = declaration(bench, 'flow customers').line;
        for (const [theme, look, name] of themes) {
            const settings = path.join(bench.workspace, '.vscode/settings.json');
            mkdirSync(path.dirname(settings), { recursive: true });
            writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
            await bench.page.locator(`.monaco-workbench.${look}`).waitFor();
            await bench.goTo(flows, 6);
            await shows(bench, 'mapped 3 of 6');
            await bench.page.locator('.codelens-decoration:visible').filter({ hasText: 'Open diagram' }).first().waitFor();
            await bench.keepEvidence(`14 lenses and hints, ${name}`);
        }
        const journey = declaration(bench, 'journey firstBoots').line;
        await bench.goTo(journey);
        const lens = bench.page.locator('.codelens-decoration:visible a').filter({ hasText: 'Open diagram' });
        const touchpoint = bench.webview().locator('#stage [data-kind="touchpoint"]').first();
        await until(bench, 'the journey', () => clickAbove(bench, lens, journey), touchpoint);
        assert.equal(await bench.webview().locator('#view').getAttribute('data-view'), 'firstBootsMap');
        await bench.keepEvidence('15 the journey opened from its lens');
    });

    panelWorkbenchTests(test);
    crashWorkbenchTests(test);
    thingWorkbenchTests(test);
    wayWorkbenchTests(test);
    exportWorkbenchTests(test);
    markdownTests(test);
    guideTests(test);
    return suite;
}

const themes = [
    ['Default Light Modern', 'vs', 'light'],
    ['Default Dark Modern', 'vs-dark', 'dark'],
    ['Default High Contrast', 'hc-black', 'high contrast'],
] as const;

/**
 * Does something again until it shows what it should. VS Code drops a menu when marks come while it asks what belongs in it, and a
 * click on a lens while it fetches lenses anew.
 */
async function until(bench: Workbench, what: string, act: () => Promise<void>, shown: Locator): Promise<void> {
    const works = async (): Promise<boolean> => {
        await act();
        return shown.waitFor({ timeout: TRY_MS }).then(
            () => true,
            () => false,
        );
    };
    await bench.eventually(what, works, (isShown) => isShown);
}

/** Clicks the lens that stands directly above a line. */
async function clickAbove(bench: Workbench, lenses: Locator, line: number): Promise<void> {
    const number = bench.page.locator('.margin-view-overlays .line-numbers').filter({ hasText: new RegExp(`^${line}$`) });
    const nearest = async (): Promise<number> => {
        const y = (await number.first().boundingBox())?.y ?? 0;
        const boxes = await Promise.all((await lenses.all()).map((lens) => lens.boundingBox()));
        return boxes.findIndex((box) => box !== null && box.y < y && y - box.y < 2 * box.height + 20);
    };
    await lenses.nth(await bench.eventually('the lens above its line', nearest, (index) => index >= 0)).click();
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
