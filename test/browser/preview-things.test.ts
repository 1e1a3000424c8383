import { existsSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import type { Uri, Webview } from 'vscode';
import type { Diagnostic } from 'vscode-languageserver';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBrowser } from '../vscode/host/chromium.ts';
import { bigMap } from '../lsp/big-map.ts';
import { northwind, PreviewPage, type PreviewPageOptions, vscodeOfPages } from './preview-page.ts';

vi.mock('vscode', () => vscodeOfPages({}));

/** Where pictures of the page are put, to be looked at; nowhere when not set. */
const shots = process.env['CRMMAP_SHOTS'];

function diagnostic(text: string, words: string, severity: 1 | 2 | 3, message: string): Diagnostic {
    const line = text.split('\n').findIndex((one) => one.includes(words));
    return { range: { start: { line, character: 4 }, end: { line, character: 5 } }, severity, code: 'FLO101', message };
}

const problems = [
    diagnostic(northwind, 'system erp', 1, 'This interface has no owner, so that nobody would hear of an error in it.'),
    diagnostic(northwind, 'master entity Contact', 2, 'Nothing says how long contacts are kept.'),
];

describe('the things of the preview’s picture, in a browser', () => {
    let browser: Browser;
    let html = '';
    let bench: PreviewPage;

    beforeAll(async () => {
        if (!existsSync('dist/webview.js')) throw new Error('The page is not built: run npm run build.');
        browser = await openBrowser(() => undefined);
        const { previewPage } = await import('../../src/extension/preview-page.ts');
        html = previewPage({ asWebviewUri: (file: unknown) => file } as Webview, 'https://preview.test' as unknown as Uri);
    });

    afterAll(() => browser.close());

    afterEach(async () => {
        expect(bench.errors).toEqual([]);
        await bench.close();
    });

    const open = async (text: string, options?: PreviewPageOptions): Promise<PreviewPage> => (bench = await PreviewPage.open(browser, html, text, options));
    const thing = (kind: string, id: string): Locator => bench.page.locator(`#picture .n[data-kind="${kind}"][data-id="${id}"]`).first();
    const look = async (name: string): Promise<void> => {
        if (shots !== undefined) await bench.page.screenshot({ path: `${shots}/${name}.png` });
    };
    const litSystems = (): Promise<string[]> =>
        bench.page.locator('#picture .n.lit[data-kind="system"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-id') ?? ''));
    const style = (locator: Locator, property: string): Promise<string> =>
        locator.evaluate((element, name) => String(element.computedStyleMap().get(name)), property);
    const focused = (): Promise<string> => bench.page.evaluate('document.activeElement.getAttribute("data-id") ?? document.activeElement.id');

    test('a click lights up what hangs on a system, upstream, downstream or both, and asks for its text', async () => {
        await open(
            'system a "Alpha"\nsystem b "Beta"\nsystem c "Gamma"\nsystem d "Delta"\na -> b "First"\nb -> c "Second"\nd -> a "Elsewhere"\nsystem e "Alone"\n',
        );
        await thing('system', 'b').locator('text').first().click();
        await expect.poll(() => bench.sent).toContainEqual({ type: 'select', thing: { kind: 'system', id: 'b' }, aside: false });
        const bar = bench.page.getByRole('toolbar', { name: 'Selected: Beta' });
        await bar.waitFor();
        await expect.poll(litSystems).toEqual(['a', 'b', 'c', 'd']);
        await expect.poll(() => style(thing('system', 'e'), 'opacity').then(Number)).toBeLessThan(1);
        await bar.getByRole('button', { name: 'Upstream 2' }).click();
        await expect.poll(litSystems).toEqual(['a', 'b', 'd']);
        await bench.page.keyboard.press('d');
        await expect.poll(litSystems).toEqual(['b', 'c']);
        await expect.poll(() => bar.getByRole('button', { name: 'Downstream 1' }).getAttribute('aria-pressed')).toBe('true');
        // A list that is open above the picture takes the key first.
        await bench.page.keyboard.press('v');
        await bench.page.keyboard.press('Escape');
        await expect.poll(() => bar.isVisible()).toBe(true);
        await thing('system', 'b').focus();
        await bench.page.keyboard.press('Escape');
        await bar.waitFor({ state: 'hidden' });
        await expect.poll(litSystems).toEqual([]);
    });

    test('lines and headings that belong to nothing selected fade, and the heading of a group that holds something lit stays', async () => {
        await open(
            'system a "Alpha" { category crm }\nsystem b "Beta" { category erp }\nsystem c "Gamma" { category website }\na -> b "First"\nview all as landscape { group by category }\n',
        );
        await thing('system', 'a').locator('text').first().click();
        await bench.page.getByRole('toolbar', { name: 'Selected: Alpha' }).waitFor();
        const heading = (words: string): Locator => bench.page.locator('#picture text.caption').filter({ hasText: words });
        const opacity = async (locator: Locator): Promise<number> => Number(await style(locator, 'opacity'));
        expect(await opacity(heading('CRM'))).toBe(1);
        expect(await opacity(heading('ERP'))).toBe(1);
        expect(await opacity(heading('WEBSITE'))).toBeLessThan(0.5);
        const loose = bench.page.locator('#picture > svg path:not([data-id] path, defs path)');
        for (const line of await loose.all()) expect(await opacity(line)).toBeLessThan(0.5);
        expect(await opacity(bench.page.locator('#picture text.view-title'))).toBe(1);
        await bench.page.keyboard.press('Escape');
        await expect.poll(() => opacity(heading('WEBSITE'))).toBe(1);
    });

    test('the card of a group of a folded map has its facts, and so has that of the flows between two groups', async () => {
        const systems = Array.from({ length: 130 }, (_, index) => `system s${index} "System ${index}" { category ${index % 2 === 0 ? 'crm' : 'erp'} owner t }`);
        await open(['team t "Operations"', ...systems, 's0 -> s1 "Orders"', 's0 -> s2 "Names"', 's3 -> s2 "Prices"'].join('\n'));
        const card = bench.page.getByRole('tooltip');
        const has = async (locator: Locator, words: RegExp): Promise<void> => {
            await expect
                .poll(async () => {
                    await bench.page.mouse.move(2, 2);
                    await locator.locator('text').first().hover();
                    await card.waitFor();
                    return card.innerText();
                })
                .toMatch(words);
        };
        await has(
            thing('group', 'category crm'),
            /CRM[\s\S]*Systems\s+65: System 0[\s\S]*Owners\s+Operations\s+Flows\s+1 inside, 2 with other groups[\s\S]*open the group/,
        );
        await has(bench.page.locator('#picture .n[data-kind="flows"]').first(), /CRM – ERP\s+Flows\s+2: I-01 Orders, I-03 Prices/);
    });

    test('the card says what a thing is, its facts and what is wrong with it', async () => {
        await open(northwind, { diagnostics: problems });
        await thing('system', 'crm').locator('text').first().hover();
        const card = bench.page.getByRole('tooltip');
        await card.waitFor();
        await expect.poll(() => card.innerText()).toContain('Salesforce');
        expect(await card.innerText()).toMatch(/Users\s+240/);
        await thing('system', 'erp').locator('text').first().hover();
        await card.filter({ hasText: 'nobody would hear' }).waitFor();
        expect(await card.innerText()).toContain('FLO101');
    });

    test('markup in a text of a map is shown as text in cards and bar', async () => {
        await open('system a "<img src=x onerror=alert(1)>" { vendor "<b>bold</b>" }\n');
        await thing('system', 'a').locator('text').first().click();
        await thing('system', 'a').locator('text').last().hover();
        const card = bench.page.getByRole('tooltip');
        await card.filter({ hasText: '<b>bold</b>' }).waitFor();
        expect(await bench.page.locator('.selection-bar').innerText()).toContain('<img src=x onerror=alert(1)>');
        expect(await bench.page.locator('.thing-card img, .selection-bar img, .thing-card dd b').count()).toBe(0);
    });

    test.each([460, 1000])('badges count the problems of a thing, also those of its hidden parts, and cover no text, on a page of %i px', async (width) => {
        await open(northwind, {
            size: { width, height: 760 },
            diagnostics: [...problems, diagnostic(northwind, 'master entity Contact', 1, 'Another one.'), diagnostic(northwind, 'field Email', 2, 'A third.')],
        });
        const badges = bench.page.locator('.problem-badge');
        await badges.first().waitFor();
        const contact = bench.page.locator('.problem-badge[data-of-id="crm.Contact"]');
        await expect.poll(() => contact.innerText().then(Number)).toBeGreaterThanOrEqual(2);
        expect(await contact.getAttribute('class')).toContain('error');
        const covered = await bench.page.evaluate(`
            [...document.querySelectorAll('.problem-badge')].flatMap((badge) => {
                const b = badge.getBoundingClientRect();
                return [...document.querySelectorAll('#picture svg text')].filter((text) => {
                    const t = text.getBoundingClientRect();
                    return t.left < b.right - 1 && b.left + 1 < t.right && t.top < b.bottom - 1 && b.top + 1 < t.bottom;
                }).map((text) => text.textContent);
            })
        `);
        expect(covered).toEqual([]);
        await look(`badges-${width}`);
        await expect.poll(() => thing('system', 'erp').getAttribute('aria-description')).toBe('1 problem');
    });

    test('a double click opens the own view of a thing, and the way back and forward leads through the views', async () => {
        await open(northwind);
        await thing('system', 'marketing').locator('text').first().dblclick();
        await thing('system', 'erp').waitFor({ state: 'detached' });
        await expect
            .poll(() => bench.sent)
            .toContainEqual({
                type: 'wish',
                wish: expect.objectContaining({ own: { as: 'landscape', of: { kind: 'system', id: 'marketing' } } }),
            });
        await expect.poll(() => bench.page.locator('.problem-badge').count()).toBe(0);
        await bench.page.keyboard.press('Alt+ArrowLeft');
        await thing('system', 'erp').waitFor();
        await bench.page.getByRole('button', { name: 'Forward (Alt+Right)' }).click();
        await thing('system', 'erp').waitFor({ state: 'detached' });
        await bench.page.getByRole('button', { name: 'Back (Alt+Left)' }).click();
        await thing('system', 'erp').waitFor();
        await expect.poll(() => bench.page.getByRole('button', { name: 'Back (Alt+Left)' }).isDisabled()).toBe(true);
    });

    test('by keyboard alone: from element to element by place, select, open, back', async () => {
        await open(northwind);
        const { keyboard } = bench.page;
        await bench.page.locator('#stage').focus();
        await keyboard.press('Tab');
        await expect.poll(focused).toBe('shop');
        await keyboard.press('Tab');
        await keyboard.press('Tab');
        await keyboard.press('Shift+Tab');
        await keyboard.press('Shift+Tab');
        await expect.poll(focused).toBe('shop');
        await keyboard.press('ArrowDown');
        await expect.poll(focused).toBe('marketing');
        await keyboard.press('Space');
        const bar = bench.page.getByRole('toolbar', { name: 'Selected: Marketing automation' });
        await bar.waitFor();
        await expect.poll(() => bench.page.locator('.voice').innerText()).toContain('Marketing automation, system, selected');
        await keyboard.press('Enter');
        await thing('system', 'erp').waitFor({ state: 'detached' });
        await keyboard.press('Alt+ArrowLeft');
        await thing('system', 'erp').waitFor();
        await thing('system', 'crm').focus();
        await keyboard.press('t');
        await expect.poll(() => bench.sent).toContainEqual({ type: 'select', thing: { kind: 'system', id: 'crm' }, aside: false });
        await keyboard.press('Control+Enter');
        await expect.poll(() => bench.sent).toContainEqual({ type: 'select', thing: { kind: 'system', id: 'crm' }, aside: true });
    });

    test('the tab key leaves the picture after its last element', async () => {
        await open('system a\nsystem b\na -> b "One"\n');
        const { keyboard } = bench.page;
        const last = await bench.page.evaluate('document.querySelector("#picture > svg").getAttribute("aria-owns").split(" ").at(-1)');
        await bench.page.locator(`#${String(last)}`).focus();
        await keyboard.press('Space');
        await keyboard.press('Tab');
        await expect.poll(() => bench.page.evaluate('document.activeElement.closest(".selection-bar") !== null')).toBe(true);
        await expect.poll(() => bench.page.locator('#picture .n:not([tabindex="0"])').count()).toBe(0);
    });

    test('a screen reader finds things with their kinds, and their rows inside them', async () => {
        await open(northwind);
        const tree = await bench.page.locator('#stage').ariaSnapshot();
        expect(tree).toMatch(/group "Salesforce.*:\n.*\n\s+- img "Contact, entity"/);
        const session = await bench.page.context().newCDPSession(bench.page);
        const { nodes } = await session.send('Accessibility.getFullAXTree');
        const picture = nodes.find(({ role }) => role?.value === 'graphics-document');
        const names = (picture?.childIds ?? []).map((id) => String(nodes.find(({ nodeId }) => nodeId === id)?.name?.value ?? ''));
        const places = ['Web shop', 'Event bus', 'ERP', 'Marketing automation', 'Salesforce', 'Service desk', 'Store tills'].map((title) =>
            names.findIndex((name) => name.startsWith(`${title}, `)),
        );
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(await bench.page.locator('#picture .n[data-kind="flow"]').first().getAttribute('aria-roledescription')).toBe('flow');
    });

    test('a selection survives an edit, and ends with its thing', async () => {
        const text = 'system a "Alpha"\nsystem b "Beta"\nsystem c "Gamma"\na -> b "First"\n';
        await open(text);
        await thing('system', 'a').locator('text').first().click();
        await bench.edit(`${text}b -> c "Second"\n`);
        await expect.poll(litSystems).toEqual(['a', 'b', 'c']);
        await bench.edit('system b "Beta"\nsystem c "Gamma"\n');
        await bench.page.locator('.selection-bar').waitFor({ state: 'hidden' });
        await expect.poll(() => bench.page.locator('#stage.choosing').count()).toBe(0);
    });

    test('a large map has an overview, which shows the part in sight and leads elsewhere', async () => {
        await open(bigMap({ systems: 40, flows: 50 }));
        await bench.page.locator('#zoom-full').click();
        const map = bench.page.locator('.minimap');
        await map.waitFor();
        await look('minimap');
        const place = (): Promise<string> => bench.page.locator('#picture').evaluate((element) => element.style.transform);
        const before = await place();
        const box = await map.boundingBox();
        await bench.page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) - 12);
        await expect.poll(place).not.toBe(before);
        await bench.page.locator('#fit-whole').click();
        await map.waitFor({ state: 'hidden' });
    });

    test('in a narrow panel all buttons stay in reach while one searches, and no card covers the bar of the selection', async () => {
        await open(northwind, { diagnostics: problems });
        await bench.page.setViewportSize({ width: 400, height: 420 });
        const outside = (): Promise<string[]> =>
            bench.page
                .locator('#toolbar button:visible, #toolbar input')
                .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > 400).map((one) => one.outerHTML));
        const zoomIn = bench.page.locator('#zoom-in');
        await zoomIn.waitFor();
        const before = await zoomIn.boundingBox();
        expect(await outside()).toEqual([]);
        await bench.page.locator('#stage').focus();
        await bench.page.keyboard.press('/');
        await bench.page.keyboard.type('customer');
        await bench.page.locator('.search.searching').waitFor();
        await look('narrow-search');
        expect(await outside()).toEqual([]);
        expect(await zoomIn.boundingBox()).toEqual(before);
        await bench.page.keyboard.press('Escape');

        const system = thing('system', 'crm').locator('text').first();
        await system.click();
        const bar = bench.page.locator('.selection-bar');
        await bar.waitFor();
        await bench.page.mouse.move(1, 200);
        await system.hover();
        const card = bench.page.locator('.thing-card');
        await card.waitFor();
        await look('narrow-card');
        const [shown, kept] = [await card.boundingBox(), await bar.boundingBox()];
        expect((shown?.y ?? 0) + (shown?.height ?? Infinity)).toBeLessThanOrEqual(kept?.y ?? 0);
    });

    test('zooming to the selection brings all of it into sight', async () => {
        await open(bigMap({ systems: 40, flows: 50 }));
        await bench.page.locator('#zoom-full').click();
        await thing('system', 's0').focus();
        await bench.page.keyboard.press('Space');
        await bench.page.keyboard.press('z');
        const page = await bench.page.locator('#stage').boundingBox();
        const boxes = await bench.page.locator('#picture .n.lit').evaluateAll((all) => all.map((lit) => lit.getBoundingClientRect()));
        expect(boxes.length).toBeGreaterThan(1);
        for (const box of boxes) {
            expect(box.left).toBeGreaterThanOrEqual(page?.x ?? 0);
            expect(box.bottom).toBeLessThanOrEqual((page?.y ?? 0) + (page?.height ?? 0));
        }
    });

    test.each(['vscode-dark', 'vscode-light', 'vscode-high-contrast'] as const)(
        'in %s what is lit up stands out, and so does the mark of the cursor',
        async (theme) => {
            await open(northwind, { theme, diagnostics: problems });
            await bench.post({ type: 'mark', things: [{ kind: 'system', id: 'desk' }] });
            await look(`${theme}-1-plain`);
            await thing('system', 'marketing').locator('text').first().click();
            await expect.poll(() => style(thing('system', 'erp'), 'opacity').then(Number)).toBeLessThan(0.3);
            await look(`${theme}-2-chosen`);
            await expect.poll(() => style(thing('system', 'crm'), 'opacity')).toBe('1');
            expect(await style(thing('system', 'desk'), 'outline-color')).not.toBe(await style(bench.page.locator('.choice-frame').first(), 'outline-color'));
            await thing('system', 'crm').locator('text').first().hover();
            await bench.page.getByRole('tooltip').waitFor();
            await look(`${theme}-3-card`);
        },
    );
});
