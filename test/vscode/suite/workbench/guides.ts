import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../../host/workbench.ts';
import type { Register } from '../registry.ts';
import { takeEntry } from './menus.ts';

const MAP = 'northwind.crmmap';
const TRY_MS = 5_000;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;

/** What leads through maps beside text and picture: the tree, the status bar, menus and templates. */
export function guideTests(test: Register<Workbench>): void {
    test('the tree CRM Map lists systems, journeys, views and findings, and leads to the text and the picture', async (bench) => {
        await bench.openFile(MAP);
        const tree = await openTree(bench);
        for (const line of ['Northwind Outdoor', 'Systems', 'Lifecycles', 'Journeys', 'Views', 'Open Findings']) await row(tree, line).waitFor();
        await open(bench, row(tree, 'Systems'));
        await row(tree, 'Salesforce').click();
        await cursorOn(bench, 'system crm "');
        await open(bench, row(tree, 'Salesforce'));
        await row(tree, 'Contact').waitFor();
        await bench.keepEvidence('20 systems in the tree, light');
        await close(bench, row(tree, 'Systems'));

        await open(bench, row(tree, 'Journeys'));
        await open(bench, row(tree, 'First pair of boots'));
        await open(bench, row(tree, 'Consideration'));
        await row(tree, 'Tries to find her size').waitFor();
        await theme(bench, 'Default Dark Modern', 'vs-dark');
        await bench.keepEvidence('21 a journey in the tree, dark');
        await close(bench, row(tree, 'Journeys'));

        await open(bench, row(tree, 'Views'));
        await tree.locator('.monaco-list-row').filter({ hasText: 'blueprint' }).first().click();
        await bench.webview().locator('#stage [data-kind="touchpoint"]').first().waitFor();
        await bench.keepEvidence('22 a view opened from the tree');
        await close(bench, row(tree, 'Views'));

        await open(bench, row(tree, 'Open Findings'));
        const finding = tree
            .locator('.monaco-list-row')
            .filter({ hasText: `${MAP}:` })
            .first();
        await finding.waitFor();
        const place = /:(\d+)/.exec(await finding.innerText())?.[1];
        await finding.click();
        await bench.eventually('the cursor on the finding', bench.cursorLine, (line) => line === Number(place));
        await theme(bench, 'Default High Contrast', 'hc-black');
        await bench.keepEvidence('23 findings in the tree, high contrast');
    });

    test('by keyboard alone a line of the tree leads to its text, its uses and its diagram', async (bench) => {
        await bench.openFile(MAP);
        const tree = await openTree(bench);
        const { keyboard } = bench.page;
        const focused = tree.locator('.monaco-list-row.focused');
        // A tree that is told of findings in this moment takes no key.
        const press = async (key: string, shown: Locator): Promise<void> => {
            const look = async (): Promise<string> =>
                `${await focused.allInnerTexts()} ${await focused.and(bench.page.locator('[aria-expanded="true"]')).count()}`;
            const before = await look();
            await bench.eventually(
                `what ${key} leads to`,
                async () => {
                    if ((await look()) === before) await keyboard.press(key);
                    return comes(shown);
                },
                (isShown) => isShown,
            );
        };
        const lineInFocus = (words: string): Locator => focused.filter({ hasText: words });
        await bench.runCommand('Explorer: Focus on CRM Map View');
        await press('Home', lineInFocus('Northwind Outdoor'));
        await press('ArrowDown', lineInFocus('Systems'));
        await press('ArrowRight', row(tree, 'Salesforce'));
        await press('ArrowDown', lineInFocus('Salesforce'));
        const choose = async (words: string): Promise<void> => {
            const menu = bench.page.locator('.monaco-menu');
            const opens = async (): Promise<boolean> => {
                await keyboard.press('Shift+F10');
                return comes(menu);
            };
            await bench.eventually('the menu of the line', opens, (isOpen) => isOpen);
            await takeEntry(bench, words);
        };
        await choose('Open Diagram');
        await bench.webview().locator('svg g[data-id="crm"]').first().waitFor();
        const back = async (): Promise<void> => {
            await bench.runCommand('Explorer: Focus on CRM Map View');
            await focused.filter({ hasText: 'Salesforce' }).waitFor();
        };
        await back();
        await choose('Find All References');
        await bench.page.locator('.peekview-widget .referenceMatch').first().waitFor();
        await keyboard.press('Escape');
        await bench.goTo(1);
        await back();
        await keyboard.press('Enter');
        await cursorOn(bench, 'system crm "');
    });

    test('where there is no map, the tree offers a template and the walkthrough', async (bench) => {
        rmSync(path.join(bench.workspace, MAP));
        const tree = await showTree(bench);
        await tree.getByRole('button', { name: 'New CRM Map from Template…' }).last().waitFor();
        await bench.keepEvidence('24 the tree without a map');
    });

    test('the walkthrough has a picture for each step, and its buttons begin maps', async (bench) => {
        await bench.runCommand('CRM Map: Open the Walkthrough');
        const { page } = bench;
        const steps = page.locator('.getting-started-step');
        await steps.first().waitFor();
        const pictures = ['template', 'preview', 'journey', 'findings', 'tree', 'share'].map((step) => texts[`walkthrough.${step}.picture`]);
        assert.equal(await steps.count(), pictures.length);
        for (const [look, name] of [
            ['Default Light Modern', 'vs'],
            ['Default Dark Modern', 'vs-dark'],
        ] as const) {
            await theme(bench, look, name);
            for (let index = 0; index < pictures.length; index++) {
                await steps.nth(index).click();
                const picture = page.locator(`.getting-started-media img[alt="${pictures[index]}"]`);
                await picture.waitFor();
                await bench.eventually(
                    'a picture that is drawn',
                    () => picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth),
                    (width) => width > 0,
                );
                await bench.keepEvidence(`25 step ${index + 1} of the walkthrough, ${name}`);
            }
        }
        await steps.nth(2).click();
        await page.getByRole('button', { name: 'New Map with a Journey' }).click();
        await bench.webview().locator('#stage [data-kind="touchpoint"]').first().waitFor();
    });

    test(
        'menus and messages are German where VS Code is',
        async (bench) => {
            const { page } = bench;
            // As a language pack does it.
            await page.addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'de'");
            await page.reload();
            await page.waitForFunction('globalThis.driver !== undefined');
            await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
            await bench.openFile(MAP);
            const tree = await openTree(bench);
            await row(tree, 'Kundenreisen').waitFor();
            await row(tree, 'Offene Befunde').waitFor();
            await bench.runCommand('CRM Map: Neue CRM-Karte aus Vorlage');
            await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Systemlandschaft' }).waitFor();
            await bench.keepEvidence('32 in German');
        },
        { alone: true },
    );

    test('the status bar has the findings of the active map, and nothing where none is active', async (bench) => {
        const status = bench.page.locator('[id="crmmap.crmmap.crmmap.findings"]');
        writeFileSync(path.join(bench.workspace, 'small.crmmap'), 'import "./parts.crmmap"\nmap "Small"\nshop -> nowhere\n');
        writeFileSync(path.join(bench.workspace, 'parts.crmmap'), 'system shop\nshop -> nobody\n');
        writeFileSync(path.join(bench.workspace, 'notes.txt'), 'nothing\n');
        // An imported file counts as what it is part of.
        for (const file of ['small.crmmap', 'parts.crmmap']) {
            await bench.openFile(file);
            await bench.eventually(
                `the findings of ${file}`,
                () => status.innerText(),
                (text) => /2\s+\d+/.test(text),
            );
        }
        await status.hover();
        const tooltip = bench.page.locator('.monaco-hover:visible').filter({ hasText: 'LNG010' });
        await tooltip.waitFor();
        assert.match(await tooltip.innerText(), /Small:\s2\serrors/);
        await bench.keepEvidence('26 findings in the status bar');
        await status.click();
        await bench.page.locator('.markers-panel').waitFor();
        await bench.openFile('notes.txt');
        await status.waitFor({ state: 'hidden' });
    });

    test('a file in the explorer opens its preview, and a folder gets a new map from a template', async (bench) => {
        await bench.runCommand('View: Show Explorer');
        const files = bench.page.locator('.explorer-folders-view');
        await files.locator('.monaco-list-row').filter({ hasText: MAP }).click({ button: 'right' });
        await menuItem(bench, 'Open CRM Map Preview').waitFor();
        await bench.keepEvidence('27 the menu of a file');
        await takeEntry(bench, 'Open CRM Map Preview');
        await bench.webview().locator('svg g[data-id="crm"]').first().waitFor();

        mkdirSync(path.join(bench.workspace, 'maps'));
        await files.locator('.monaco-list-row').filter({ hasText: 'maps' }).click({ button: 'right' });
        await takeEntry(bench, 'New CRM Map from Template');
        await chooseTemplate(bench, 'Customer journey', '28 the templates');
        const name = bench.page.locator('.quick-input-widget:visible input[type="text"]');
        await bench.eventually(
            'the name that is suggested',
            () => name.inputValue(),
            (value) => value === 'journey.crmmap',
        );
        await name.fill('customers');
        await bench.page.keyboard.press('Enter');
        await bench.webview().locator('#stage [data-kind="touchpoint"][data-id^="firstPurchase."]').first().waitFor();
        assert.match(readFileSync(path.join(bench.workspace, 'maps/customers.crmmap'), 'utf8'), /^\/\/ A customer journey in four stages/);
        // The text stands beside it, though the preview had its place before.
        await bench.page.locator('.view-line').filter({ hasText: 'four stages' }).first().waitFor();
        await bench.keepEvidence('29 a new map and its picture');
    });

    test('New File offers a map from a template, which needs no folder to begin', async (bench) => {
        await bench.runCommand('Create: New File...');
        await bench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'CRM Map' }).first().click();
        await chooseTemplate(bench, 'Customer lifecycle');
        await bench.webview().locator('#stage svg').first().waitFor();
        await bench.page
            .locator('.tab')
            .filter({ hasText: /Untitled-\d/ })
            .first()
            .waitFor();
        const language = bench.page.locator('[id="status.editor.mode"]');
        assert.equal(await language.innerText(), 'CRM Map');
        await bench.keepEvidence('30 a map that is not saved yet');
    });

    test('the tree follows the text', async (bench) => {
        await bench.openFile(MAP);
        const tree = await openTree(bench);
        await open(bench, row(tree, 'Systems'));
        await bench.goTo(readFileSync(path.join(bench.workspace, MAP), 'utf8').split('\n').length);
        await bench.insert('\nsystem tent "Tent rental" { category commerce }\n');
        // Two systems have the same category now.
        await open(bench, row(tree, 'commerce'));
        await row(tree, 'Tent rental').waitFor();
    });
}

/** Whether it comes in a while; else one tries once more. */
function comes(shown: Locator): Promise<boolean> {
    return shown
        .first()
        .waitFor({ timeout: TRY_MS })
        .then(
            () => true,
            () => false,
        );
}

function menuItem(bench: Workbench, words: string): Locator {
    return bench.page.locator('.monaco-menu .action-item').filter({ hasText: words });
}

async function chooseTemplate(bench: Workbench, title: string, evidence?: string): Promise<void> {
    const choice = bench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title });
    await choice.waitFor();
    if (evidence !== undefined) await bench.keepEvidence(evidence);
    await choice.click();
}

/** Opens the tree of the map in the explorer, at its first line. */
async function openTree(bench: Workbench): Promise<Locator> {
    const tree = await showTree(bench);
    await open(bench, row(tree, 'Northwind Outdoor'));
    return tree;
}

async function showTree(bench: Workbench): Promise<Locator> {
    await bench.runCommand('View: Show Explorer');
    const pane = bench.page.locator('.pane').filter({ has: bench.page.locator('.pane-header[aria-label^="CRM Map"]') });
    const header = pane.locator('.pane-header');
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    // The files make room.
    const files = bench.page.locator('.pane-header[aria-label^="Explorer Section"]');
    if ((await files.getAttribute('aria-expanded')) === 'true') await files.click();
    return pane;
}

/** A line of the tree by how it begins. */
function row(tree: Locator, words: string): Locator {
    return tree.locator('.monaco-list-row').filter({ has: tree.page().locator('.label-name').getByText(words, { exact: true }) });
}

/** Opens a line of the tree by its arrow. */
async function open(bench: Workbench, line: Locator): Promise<void> {
    await turn(bench, line.first(), true);
}

async function close(bench: Workbench, line: Locator): Promise<void> {
    await turn(bench, line.first(), false);
}

/** A tree that is told of findings in this moment takes no click. */
async function turn(bench: Workbench, line: Locator, isOpen: boolean): Promise<void> {
    const turned = line.and(bench.page.locator(`[aria-expanded="${isOpen}"]`));
    await line.waitFor();
    const works = async (): Promise<boolean> => {
        if ((await turned.count()) === 0) await line.locator('.monaco-tl-twistie').click();
        return comes(turned);
    };
    await bench.eventually(`the line ${isOpen ? 'open' : 'closed'}`, works, (isTurned) => isTurned);
}

async function theme(bench: Workbench, name: string, look: string): Promise<void> {
    setting(bench, { 'workbench.colorTheme': name });
    await bench.page.locator(`.monaco-workbench.${look}`).waitFor();
}

async function cursorOn(bench: Workbench, words: string): Promise<void> {
    const at = lineOf(bench, words);
    await bench.eventually(`the cursor on ${words}`, bench.cursorLine, (line) => line === at);
}

function setting(bench: Workbench, settings: Readonly<Record<string, unknown>>): void {
    const file = path.join(bench.workspace, '.vscode/settings.json');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(settings));
}

/** Where the map first says this, counted from one. */
function lineOf(bench: Workbench, words: string): number {
    const index = readFileSync(path.join(bench.workspace, MAP), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(words));
    assert.ok(index >= 0, `${MAP} says ${words}`);
    return index + 1;
}
