import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asset } from '../../src/cli/assets.ts';
import { htmlOf, type HtmlMeans } from '../../src/export/html/html.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { drawView, pictureTitle } from '../../src/pipeline.ts';
import { patience } from '../cli/program.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';
import { openBrowser } from '../vscode/host/chromium.ts';
import { hostile, nasty, retitled } from './hostile-texts.ts';

const engine = createElkEngine();
const means: HtmlMeans = {
    script: asset('html-page.js').toString('utf8'),
    style: asset('html-page.css').toString('utf8'),
    sha256: (text) => createHash('sha256').update(text).digest('base64'),
};

async function pageOf(model: CrmModel): Promise<string> {
    const views = [];
    for (const view of viewsOf(model))
        views.push({ name: view.name, title: pictureTitle(model, view), kind: view.as, svg: await drawView(model, view, engine) });
    return htmlOf({ title: model.map.title, views }, means);
}

describe('a map as a page', () => {
    let browser: Browser;
    let folder: string;
    let file: string;
    let northwind: CrmModel;

    beforeAll(async () => {
        browser = await openBrowser(() => undefined);
        folder = mkdtempSync(path.join(tmpdir(), 'crmmap-html-'));
        ({ model: northwind } = await parseFiles(exampleFiles('northwind.crmmap')));
        file = path.join(folder, 'northwind.html');
        writeFileSync(file, await pageOf(northwind));
    });

    afterAll(async () => {
        await browser.close();
        rmSync(folder, { recursive: true, force: true });
    });

    /** Opens the page as a reader does, and keeps what the browser complains of and asks for. */
    async function open(address = '', scheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; faults: string[]; asked: string[] }> {
        const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 1200, height: 800 } });
        const faults: string[] = [];
        const asked: string[] = [];
        page.setDefaultTimeout(patience);
        page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('request', (request) => asked.push(request.url()));
        await page.goto(`${pathToFileURL(file).href}${address}`);
        return { page, faults, asked };
    }

    const scaleOf = async (page: Page): Promise<number> => Number.parseInt((await page.locator('[data-do="full"]').textContent()) ?? '', 10);
    const shown = (page: Page): Promise<string | null> => page.locator('.p-stage svg').getAttribute('id');

    test('opens without a fault or a request of its own, lists the views, and shows the first', async () => {
        const { page, faults, asked } = await open();
        expect(await page.locator('.p-list a > span:first-child').allTextContents()).toEqual(viewsOf(northwind).map((view) => pictureTitle(northwind, view)));
        await expect.poll(() => shown(page)).toBe(viewsOf(northwind)[0]?.name);
        const box = await page.locator('.p-stage svg').boundingBox();
        expect(box?.width).toBeGreaterThan(200);
        // The style sheet of the picture counts: without it a shape is filled black.
        expect(await page.evaluate(`getComputedStyle(document.querySelector('.p-stage svg > rect')).fill`)).toBe('rgb(255, 255, 255)');
        expect(faults).toEqual([]);
        expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
        await page.close();
    });

    test('its policy lets no other script, style sheet, picture or request through', async () => {
        const { page, faults } = await open();
        const done = await page.evaluate(`(async () => {
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            document.body.append(script);
            const style = document.createElement('style');
            style.textContent = 'body { color: rgb(1, 2, 3) }';
            document.head.append(style);
            const holder = document.createElement('div');
            holder.innerHTML = '<img src="https://e.example/x.png" onerror="window.ran = true">';
            document.body.append(holder);
            const fetched = await fetch('https://e.example/').then(() => 'fetched', () => 'refused');
            return { ran: window.ran === true, colour: getComputedStyle(document.body).color, fetched };
        })()`);
        expect(done).toEqual({ ran: false, colour: 'rgb(17, 27, 43)', fetched: 'refused' });
        await expect.poll(() => faults.length).toBeGreaterThanOrEqual(3);
        await page.close();
    });

    test('an address names its view, a link and the page keys change it, and going back returns', async () => {
        const { page, faults } = await open('#view=mapping');
        await expect.poll(() => shown(page)).toBe('mapping');
        await page.locator('.p-list a[data-view="scorecard"]').click();
        await expect.poll(() => shown(page)).toBe('scorecard');
        expect(page.url()).toMatch(/#view=scorecard$/);
        await page.goBack();
        await expect.poll(() => shown(page)).toBe('mapping');
        await page.locator('.p-stage').focus();
        await page.keyboard.press('PageDown');
        await expect.poll(() => shown(page)).toBe('firstBootsMap');
        await expect.poll(() => page.locator('.p-list [aria-current]').getAttribute('data-view')).toBe('firstBootsMap');
        expect(faults).toEqual([]);
        await page.close();
        const other = await open('#view=%E0%A4%A');
        await expect.poll(() => shown(other.page)).toBe('landscape');
        await other.page.close();
    });

    test('zooms by buttons, keys and the wheel, at the pointer, and is moved by dragging', async () => {
        const { page } = await open('#view=landscape');
        const fitted = await scaleOf(page);
        expect(fitted).toBeLessThan(100);
        await page.locator('[data-do="larger"]').click();
        await expect.poll(() => scaleOf(page)).toBeCloseTo(fitted * 1.25, -0.5);
        await page.locator('.p-stage').focus();
        await page.keyboard.press('0');
        await expect.poll(() => scaleOf(page)).toBe(fitted);
        await page.keyboard.press('1');
        await expect.poll(() => scaleOf(page)).toBe(100);
        const thing = page.locator('.p-stage [data-kind="system"]').first();
        const before = await thing.boundingBox();
        await page.mouse.move((before?.x ?? 0) + 20, (before?.y ?? 0) + 20);
        await page.keyboard.down('Control');
        await page.mouse.wheel(0, -100);
        await page.keyboard.up('Control');
        const zoomed = await thing.boundingBox();
        expect(zoomed?.width).toBeGreaterThan((before?.width ?? 0) * 1.1);
        expect(Math.abs((zoomed?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(10);
        await page.mouse.move(700, 500);
        await page.mouse.down();
        await page.mouse.move(650, 440, { steps: 3 });
        await page.mouse.up();
        const moved = await thing.boundingBox();
        expect([(moved?.x ?? 0) - (zoomed?.x ?? 0), (moved?.y ?? 0) - (zoomed?.y ?? 0)].map(Math.round)).toEqual([-50, -60]);
        await page.close();
    });

    test('finds things by their words in every view, without regard to case and accents', async () => {
        const { page, faults } = await open('#view=landscape');
        await page.keyboard.press('/');
        await page.keyboard.type('SÁLESFORCE');
        const output = page.locator('.p-search output');
        await expect.poll(() => output.textContent()).toMatch(/^1 of \d+$/);
        const current = page.locator('.p-stage .p-current');
        await expect.poll(() => current.getAttribute('aria-label')).toMatch(/Salesforce/);
        const [box, stage] = [await current.boundingBox(), await page.locator('.p-stage').boundingBox()];
        const middle = (part: typeof box): number[] => [(part?.x ?? 0) + (part?.width ?? 0) / 2, (part?.y ?? 0) + (part?.height ?? 0) / 2].map(Math.round);
        expect(middle(box)).toEqual(middle(stage));
        const total = Number((await output.textContent())?.split(' ').at(-1));
        const counts = (await page.locator('.p-list .p-count').allTextContents()).map(Number);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
        for (let step = 1; step < total; step++) await page.keyboard.press('Enter');
        await expect.poll(() => output.textContent()).toBe(`${total} of ${total}`);
        await expect.poll(() => shown(page)).not.toBe('landscape');
        await page.keyboard.press('Enter');
        await expect.poll(() => shown(page)).toBe('landscape');
        await page.keyboard.press('Shift+Enter');
        await expect.poll(() => output.textContent()).toBe(`${total} of ${total}`);
        await page.keyboard.press('Escape');
        await expect.poll(() => page.locator('.p-found').count()).toBe(0);
        await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('p-stage');
        await page.keyboard.press('/');
        await page.keyboard.type('no such words');
        await expect.poll(() => output.textContent()).toBe('nothing');
        expect(faults).toEqual([]);
        await page.close();
    });

    test('says what is below the pointer, and what has the focus', async () => {
        const { page } = await open('#view=landscape');
        const card = page.locator('.p-card');
        await expect.poll(() => card.isVisible()).toBe(false);
        const shop = page.locator('.p-stage [data-kind="system"][aria-label^="Web shop"]').first();
        await shop.hover({ position: { x: 12, y: 12 } });
        await expect.poll(() => card.textContent()).toBe(`system${await shop.getAttribute('aria-label')}`);
        await page.mouse.move(5, 5);
        await expect.poll(() => card.isVisible()).toBe(false);
        await page.locator('.p-stage').focus();
        await page.keyboard.press('Tab');
        await expect.poll(() => card.textContent()).toContain((await page.evaluate('document.activeElement.getAttribute("aria-label")')) as string);
        await page.close();
    });

    test('has the colours of the screen, until the reader chooses others', async () => {
        const { page } = await open('', 'dark');
        const colours = (): Promise<string[]> =>
            page.evaluate(`[document.querySelector('.p-list'), document.querySelector('.p-stage svg > rect')].map((part, at) =>
                getComputedStyle(part)[at === 0 ? 'backgroundColor' : 'fill'])`);
        await expect.poll(colours).toEqual(['rgb(28, 38, 50)', 'rgb(15, 21, 29)']);
        await page.locator('.p-scheme').selectOption('light');
        await expect.poll(colours).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
        await page.locator('.p-scheme').selectOption('dark');
        await page.emulateMedia({ colorScheme: 'light' });
        await expect.poll(colours).toEqual(['rgb(28, 38, 50)', 'rgb(15, 21, 29)']);
        await page.close();
    });

    test('prints every view on a sheet of its own, in order, and is itself again afterwards', async () => {
        const { page } = await open('#view=mapping');
        const order = (): Promise<string[]> => page.evaluate(`[...document.querySelectorAll('.p-views svg[role]')].map(({ id }) => id)`);
        const names = viewsOf(northwind).map(({ name }) => name);
        await expect.poll(order).toEqual(names.filter((name) => name !== 'mapping'));
        const pdf = await page.pdf({ format: 'A4' });
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(names.length);
        await expect.poll(() => shown(page)).toBe('mapping');
        await page.close();
    });

    test('can be read without scripts', async () => {
        const context = await browser.newContext({ javaScriptEnabled: false });
        const page = await context.newPage();
        await page.goto(pathToFileURL(file).href);
        expect(await page.locator('.p-views svg[role]').count()).toBe(viewsOf(northwind).length);
        expect(await page.locator('.p-views svg[role]').last().isVisible()).toBe(true);
        expect(await page.locator('.p-tools').isVisible()).toBe(false);
        await context.close();
    });

    test('texts of a map never become markup', async () => {
        const { model } = await parseMap(`map "M" {} system a "A" { vendor "V" category crm master entity E "E" { F "F" : id key } } system b "B" {}
            flow x: a -> b "X" { format "f" } persona p "P" channel c "C" online
            journey j "J" { persona p stage s "S" { touchpoint t "T" { channel c } } }
            view l "L" { purpose "why" } as landscape view o "O" as journey of j`);
        const page = await browser.newPage();
        const check = async (texts: readonly string[]): Promise<void> => {
            const text = await pageOf(retitled(model, texts));
            const found = await page.evaluate(
                `((text) => {
                    const parsed = new DOMParser().parseFromString(text, 'text/html');
                    const all = [...parsed.querySelectorAll('*')];
                    return {
                        names: [...new Set(all.map(({ localName }) => localName))],
                        scripts: [...parsed.scripts].map(({ textContent }) => textContent),
                        handlers: all.flatMap((one) => [...one.attributes]).filter(({ name }) => name.startsWith('on') || name === 'style').length,
                        addresses: all.flatMap((one) => ['href', 'src', 'xlink:href'].map((name) => one.getAttribute(name))).filter((value) => value && !/^(#|data:,$)/.test(value)),
                        shown: parsed.querySelector('h1').textContent,
                    };
                })(${JSON.stringify(text)})`,
            );
            const { names, scripts, shown: title, ...rest } = found as { names: string[]; scripts: string[]; shown: string };
            const html = 'html head meta title link style body nav h1 ul li a span small div input button output select option main section script'.split(' ');
            const svg = 'svg desc defs g path rect circle clippath clipPath pattern linearGradient stop use text tspan'.split(' ');
            expect(names.filter((name) => ![...html, ...svg].includes(name))).toEqual([]);
            expect(scripts).toEqual([means.script]);
            expect(rest).toEqual({ handlers: 0, addresses: [] });
            expect(title).toBe(readable(retitled(model, texts).map.title));
        };
        for (let start = 0; start < nasty.length; start += 8) await check(nasty.slice(start, start + 8));
        await fc.assert(fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 12 }), check), { numRuns: 25 });
        await page.close();
    });
});

/** What a reader can get of a text: characters that no page may hold are replaced. */
function readable(text: string): string {
    return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
