import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { nasty } from '../export/hostile-texts.ts';
import { openBrowser } from '../vscode/host/chromium.ts';
import { addFiles, folderWith, patience, soundMap } from './program.ts';
import { quietPort, Serving } from './serving.ts';

let browser: Browser;

beforeAll(async () => {
    browser = await openBrowser(() => undefined);
});

afterAll(() => browser.close());

/** A page, and what the browser complains of. */
async function open(address: string): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.setDefaultTimeout(patience);
    onTestFinished(() => page.close());
    const faults: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(address);
    return { page, faults };
}

test('a page in a browser: chosen from the list by keys, drawn again as its map changes, with the view, the place and the search as they were', async () => {
    const cwd = folderWith({ 'shop.crmmap': soundMap });
    const serving = await Serving.start(cwd);
    await serving.list();
    const { page, faults } = await open(`${serving.origin}/`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/maps\/shop-/);
    const shown = (): Promise<string | null> => page.locator('.p-stage svg').getAttribute('id');
    const wordsOfPicture = (): Promise<string> => page.locator('.p-stage svg').textContent().then(String);
    const transform = (): Promise<string> => page.evaluate(`document.getElementById('picture').style.transform`);
    const search = page.locator('.p-search input');
    await expect.poll(shown).toBe('systems');
    await page.keyboard.press('PageDown');
    await expect.poll(shown).toBe('order');
    await page.keyboard.press('/');
    await page.keyboard.type('buys');
    await page.locator('.p-stage').focus();
    for (const key of ['1', '+', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    const place = await transform();
    const state = async (): Promise<object> => ({ view: await shown(), place: await transform(), search: await search.inputValue() });

    addFiles(cwd, { 'shop.crmmap': soundMap.replaceAll('"Looks"', '"Looks around"') });
    await expect.poll(wordsOfPicture).toContain('Looks around');
    await expect.poll(state).toEqual({ view: 'order', place, search: 'buys' });
    await expect.poll(() => page.locator('.p-stage .p-found').count()).toBeGreaterThan(0);
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('p-stage');

    // A mistake in the midst of writing: it is told, and when it is mended the reader is where he was.
    addFiles(cwd, { 'shop.crmmap': `map {{\n${soundMap}` });
    await expect.poll(() => page.locator('.s-findings li').count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator('.s-findings li').first().textContent()).toContain('shop.crmmap:1:');
    addFiles(cwd, { 'shop.crmmap': soundMap.replaceAll('"Buys"', '"Buys and pays"') });
    await expect.poll(() => page.locator('.p-stage svg').count()).toBe(1);
    await expect.poll(wordsOfPicture).toContain('Buys and pays');
    await expect.poll(state).toEqual({ view: 'order', place, search: 'buys' });
    expect(faults).toEqual([]);
});

test('a page says that its program has ended, and follows it when it is started again', async () => {
    const cwd = folderWith({ 'shop.crmmap': soundMap });
    const first = await Serving.start(cwd, '--port', String(await quietPort()));
    const { page } = await open(`${first.origin}${await first.pageOf('Shop')}#view=order`);
    await page.locator('.p-stage svg').waitFor();
    expect(await page.locator('.s-lost').isVisible()).toBe(false);
    await first.endBy('SIGINT');
    await page.locator('.s-lost').waitFor({ state: 'visible' });
    expect(await page.locator('.s-lost').textContent()).toBe('crmmap serve has ended. This page is as it was.');
    addFiles(cwd, { 'shop.crmmap': soundMap.replaceAll('"Looks"', '"Looks around"') });
    await Serving.start(cwd, '--port', String(first.port));
    await expect.poll(() => page.locator('.p-stage svg').textContent()).toContain('Looks around');
    await expect.poll(() => page.locator('.s-lost').isVisible()).toBe(false);
});

test('texts of a map run nothing and load nothing on any page', async () => {
    const texts = nasty.filter((text) => !/[\p{Cc}\p{Cs}\u2028]/u.test(text));
    const systems = texts.map(
        (text, index) => `system s${index} ${JSON.stringify(text)} { category ${JSON.stringify(text)} vendor ${JSON.stringify(text)} }\n`,
    );
    const named = texts.map((text, index) => `system s${index} ${JSON.stringify(text)} { vendor ${JSON.stringify(text)} }\n`);
    const title = JSON.stringify(texts.join(' '));
    const serving = await Serving.start(
        folderWith({
            [process.platform === 'win32' ? 'whole.crmmap' : '"><img src=x onerror=window.ran=true>.crmmap']:
                `map ${title} {}\n${named.join('')}view v ${title} as landscape\n`,
            'broken.crmmap': `map "Broken" {}\n${systems.join('')}`,
        }),
    );
    await serving.list();
    const { page, faults } = await open(`${serving.origin}/`);
    const links: string[] = await page.locator('a').evaluateAll((all) => all.map((one) => (one as unknown as { href: string }).href));
    expect(links).toHaveLength(4);
    for (const link of links) {
        expect(link.startsWith(`${serving.origin}/maps/`)).toBe(true);
        await page.goto(link);
        expect(await page.locator('.p-stage svg, .s-page li').count()).toBeGreaterThan(0);
        expect(await page.evaluate('({ ran: window.ran === true, scripts: document.scripts.length, pictures: document.images.length })')).toEqual({
            ran: false,
            scripts: 1,
            pictures: 0,
        });
    }
    expect(faults).toEqual([]);
});

test('a page of another origin reads nothing, and learns nothing, from a browser on the same machine', async () => {
    const serving = await Serving.start(folderWith({ 'shop.crmmap': soundMap }));
    const address = `${serving.origin}${await serving.pageOf('Shop')}`;
    const other = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>Other</title><body></body>'));
    other.listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { page } = await open(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const learned = await page.evaluate(`(async (address, events) => {
        const tried = (name, element) => new Promise((resolve) => {
            element.onload = () => resolve(name + ' loaded');
            element.onerror = () => resolve(name + ' failed');
            document.body.append(element);
        });
        const made = (name, facts) => Object.assign(document.createElement(name), facts);
        const frame = made('iframe', { src: address });
        return {
            fetched: await fetch(address).then(() => 'read', () => 'refused'),
            opaque: await fetch(address, { mode: 'no-cors' }).then(({ type }) => type, () => 'refused'),
            posted: await fetch(address, { method: 'POST', mode: 'no-cors', body: 'x' }).then(({ type }) => type, () => 'refused'),
            events: await new Promise((resolve) => {
                const source = new EventSource(events);
                source.onopen = () => resolve('open');
                source.onerror = () => resolve('refused');
            }),
            script: await tried('script', made('script', { src: address })),
            picture: await tried('picture', made('img', { src: address })),
            frame: await tried('frame', frame).then(() => { try { return String(frame.contentDocument && frame.contentDocument.body.textContent); } catch { return 'closed'; } }),
        };
    })(${JSON.stringify(address)}, ${JSON.stringify(`${serving.origin}/events`)})`);
    expect(learned).toEqual({
        fetched: 'refused',
        opaque: expect.stringMatching(/^(?:refused|opaque)$/),
        posted: expect.stringMatching(/^(?:refused|opaque)$/),
        events: 'refused',
        script: 'script failed',
        picture: 'picture failed',
        frame: expect.stringMatching(/^(?:null|closed)$/),
    });
    // Nor does a window that it opens stay in its hands.
    const [opened] = await Promise.all([page.waitForEvent('popup'), page.evaluate(`void (window.opened = window.open(${JSON.stringify(address)}))`)]);
    await opened.waitForSelector('.p-stage svg');
    expect(await page.evaluate('window.opened.closed')).toBe(true);
    await opened.close();
});
