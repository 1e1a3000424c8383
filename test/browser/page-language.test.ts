import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Uri, Webview } from 'vscode';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from '../vscode/host/chromium.ts';
import { northwind, PreviewPage, vscodeOfPages } from './preview-page.ts';

const german = vi.hoisted(() => ({ texts: {} as Record<string, string> }));
vi.mock('vscode', () => vscodeOfPages(german));

let browser: Browser;
beforeAll(async () => {
    browser = await openBrowser(() => undefined);
});
afterAll(() => browser.close());

/** All that a reader sees or hears of the page, without the picture. */
const seenWords = `[...document.querySelectorAll('body, body *')].filter((one) => !one.closest('#picture, script')).flatMap((one) => [
    ...['aria-label', 'title', 'placeholder', 'aria-description'].map((name) => one.getAttribute(name) ?? ''),
    ...[...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data),
]).map((words) => words.trim()).filter((words) => words !== '')`;

test('the page speaks the reader’s language: no word of its own stays English', async () => {
    // Each German text is marked, so that a text that is the same in both languages can be told from one that was never looked up.
    const texts = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as Record<string, string>;
    german.texts = Object.fromEntries(Object.entries(texts).map(([english, words]) => [english, `«${words}»`]));
    const { previewPage } = await import('../../src/extension/preview-page.ts');
    const html = previewPage({ asWebviewUri: (file: unknown) => file } as Webview, 'https://preview.test' as unknown as Uri);
    const bench = await PreviewPage.open(browser, html, northwind);
    const { page } = bench;
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    const seen: string[] = [];
    const look = async (): Promise<void> => {
        seen.push(...(await page.evaluate<string[]>(seenWords)));
    };
    await page.locator('#stage .n[data-kind="system"][data-id="crm"] text').first().click();
    await page.locator('.selection-bar').waitFor();
    await look();
    expect(await page.locator('.selection-bar [data-do="up"]').innerText()).toMatch(/^«Davor»/);
    await page.keyboard.press('Escape');
    for (const key of ['v', 'f', 'o']) {
        await page.locator('#stage').press(key);
        await page.locator('.popover:not([hidden])').waitFor();
        await look();
        await page.keyboard.press('Escape');
    }
    await page.locator('#search').fill('contact');
    await page.locator('#found .row').first().waitFor();
    await look();
    await page.locator('#search').fill('no such thing');
    await page.locator('#found .hint').waitFor();
    await look();
    await bench.post({ type: 'server', isRunning: false });
    await page.locator('.server-notice').waitFor();
    await bench.post({ type: 'waiting', file: 'other.crmmap', wish: {} });
    await page.locator('#message').waitFor();
    await look();
    expect(bench.errors).toEqual([]);
    await bench.close();

    // A view without a title is named after its kind by the server; words of the language, as of categories, stay as they are written.
    const others = new Set(['Scorecard', 'system crm { owner sales category crm tags core }']);
    const plain = (words: string): string => words.toLowerCase().replaceAll('-', ' ');
    const isOfMap = (words: string): boolean => plain(northwind).includes(plain(words.replace(/ \(\w+\)$/, ''))) || others.has(words.replace(/ \(\w+\)$/, ''));
    const isMark = (words: string): boolean => !/\p{L}{2}/u.test(words);
    expect([...new Set(seen)].filter((words) => !words.includes('«') && !isMark(words) && !isOfMap(words))).toEqual([]);
    expect(new Set(seen.filter((words) => words.includes('«'))).size).toBeGreaterThan(60);
});
