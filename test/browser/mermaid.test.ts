import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mermaidOf, mermaidParts } from '../../src/export/mermaid/mermaid.ts';
import type { View } from '../../src/model/crm-model.ts';
import { patience } from '../cli/program.ts';
import { parseMap } from '../helpers/maps.ts';
import { nasty, retitled } from '../export/hostile-texts.ts';
import { openBrowser } from '../vscode/host/chromium.ts';

const library = path.join(path.dirname(createRequire(import.meta.url).resolve('mermaid/package.json')), 'dist/mermaid.min.js');

const { model } = await parseMap(`
    system a "A" { category crm  master entity E "E" { F "F" : id key  R "R" : reference(E) } }
    system b "B" { category erp }
    flow x: a -> b "X"
    persona p "P"
    channel c "C" online
    journey j "J" { persona p  stage s "S" { touchpoint t "T" { channel c emotion +1 } touchpoint u "U" { channel c } } t -> u "again" u -> t "back" }`);

const kinds: readonly View['as'][] = ['landscape', 'journey', 'data'];

function textsOf(words: string): { readonly kind: string; readonly text: string }[] {
    return kinds.flatMap((as) => {
        const view: View = { kind: 'view', id: 'v', name: 'v', as, include: [], exclude: [], overlays: [], lanes: [], hide: [], audience: [] };
        const hostile = retitled(model, [words]);
        return mermaidParts(hostile, view).map((part) => ({ kind: part === 'ways' ? part : as, text: mermaidOf(hostile, view, part) }));
    });
}

interface Drawn {
    readonly kind: string;
    /** What a reader sees, without spaces. */
    readonly seen: string;
    readonly foreign: readonly string[];
    readonly ran: boolean;
    readonly error?: string;
}

describe('what Mermaid draws in a browser from hostile texts', () => {
    let browser: Browser | undefined;
    let page: Page | undefined;
    const asked: string[] = [];

    beforeAll(async () => {
        browser = await openBrowser(() => undefined);
        page = await browser.newPage();
        page.setDefaultTimeout(patience);
        await page.setContent('<!doctype html><body></body>');
        await page.addScriptTag({ path: library });
        page.on('request', (request) => asked.push(request.url()));
    });

    afterAll(() => browser?.close());

    function draw(texts: readonly { readonly kind: string; readonly text: string }[], securityLevel: string): Promise<Drawn[]> {
        return page!.evaluate(
            `(async ({ texts, securityLevel }) => {
                window.ran = false;
                window.alert = () => { window.ran = true; };
                mermaid.initialize({ startOnLoad: false, securityLevel, suppressErrorRendering: true });
                const drawn = [];
                for (const { kind, text } of texts) {
                    const holder = document.createElement('div');
                    document.body.append(holder);
                    try {
                        const { svg, bindFunctions } = await mermaid.render('drawn' + window.performance.now().toString().replace('.', ''), text);
                        holder.innerHTML = svg;
                        bindFunctions?.(holder);
                        await new Promise((resolve) => setTimeout(resolve, 0));
                        for (const node of holder.querySelectorAll('style')) node.remove();
                        drawn.push({
                            kind,
                            seen: holder.textContent.replace(/\\s+/g, ''),
                            foreign: [...holder.querySelectorAll('script, img, a, b, i, em, strong, math, iframe, ul, ol, h1')].map((node) => node.outerHTML),
                            ran: window.ran,
                        });
                    } catch (error) {
                        drawn.push({ kind, seen: '', foreign: [], ran: window.ran, error: String(error) });
                    }
                    holder.remove();
                }
                return drawn;
            })(${JSON.stringify({ texts, securityLevel })})`,
        );
    }

    // U+FB02 with a degree sign is Mermaid's own mark for an entity; a browser shows lone halves and what has no width as it likes.
    const shown = nasty.filter((words) => !/\uFB02|\ud800|[\p{C}\p{Z}]/u.test(words.replaceAll(' ', '')));

    test('is the text itself, without markup, script or request, even where Mermaid cleans nothing away', async () => {
        const wrong: unknown[] = [];
        for (const words of nasty) {
            const isShown = shown.includes(words);
            for (const drawn of await draw(textsOf(words), 'loose')) {
                const isThere = !isShown || drawn.seen.includes(words.replace(/\s+/g, ''));
                if (drawn.error !== undefined || drawn.ran || drawn.foreign.length > 0 || !isThere) wrong.push({ words, ...drawn });
            }
        }
        expect(wrong).toEqual([]);
        expect(asked).toEqual([]);
    });

    test('is the same with the cleaning that Mermaid does by default', async () => {
        const words = shown.join(' ');
        const drawn = await draw(textsOf(words), 'strict');
        expect(drawn.map(({ kind, error, foreign, ran }) => ({ kind, error, foreign, ran }))).toEqual(
            ['landscape', 'journey', 'ways', 'data'].map((kind) => ({ kind, error: undefined, foreign: [], ran: false })),
        );
        for (const { kind, seen } of drawn) expect(seen.includes(words.replace(/\s+/g, '')), kind).toBe(true);
    });
});
