import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapText } from '../bench/map-text.ts';
import { seeded } from '../bench/large-workspace.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { viewsOf } from '../../src/model/views.ts';
import { drawView } from '../../src/pipeline.ts';
import { patience } from '../cli/program.ts';
import { parseFiles } from '../helpers/maps.ts';
import { openBrowser } from '../vscode/host/chromium.ts';

/** What the page under test offers: it takes picture after picture, and says how each came out. */
const entry = `
import { cleaned, readSvg } from './clean-svg.ts';
import { LivePicture } from './picture/live-picture.ts';
const picture = new LivePicture();
globalThis.take = (text) => {
    const before = picture.element;
    picture.take(text);
    if (picture.element !== before) document.body.replaceChildren(picture.element);
    return picture.element.isEqualNode(cleaned(readSvg(text).root));
};
globalThis.note = () => { for (const element of document.querySelectorAll('svg [data-id]')) element.noted = true; };
globalThis.notNoted = () => [...document.querySelectorAll('svg [data-id]')].filter(({ noted }) => !noted).map((element) => element.dataset.id);
`;

const engine = createElkEngine();

async function picture(text: string): Promise<string> {
    const { model } = await parseFiles({ 'a.crmmap': text });
    const [view] = viewsOf(model);
    if (!view) throw new Error('The map has no view.');
    return drawView(model, view, engine);
}

describe('A picture in the page becomes the next one', () => {
    let browser: Browser;
    let page: Page;
    let script = '';
    beforeAll(async () => {
        const { outputFiles } = await build({
            stdin: { contents: entry, resolveDir: 'src/webview', loader: 'ts' },
            bundle: true,
            format: 'iife',
            write: false,
        });
        script = outputFiles[0]?.text ?? '';
        browser = await openBrowser(() => undefined);
    });
    afterAll(() => browser?.close());
    const open = async (): Promise<void> => {
        page = await browser.newPage();
        page.setDefaultTimeout(patience);
        await page.setContent('<body></body>');
        await page.addScriptTag({ content: script });
    };
    const take = (svg: string): Promise<boolean> => page.evaluate((text) => (globalThis as unknown as { take(text: string): boolean }).take(text), svg);

    test('whatever is added, taken away, moved and renamed', async () => {
        await open();
        const next = seeded(3);
        let lines = mapText(9, 12).split('\n\n');
        expect(await take(await picture(lines.join('\n\n')))).toBe(true);
        for (let step = 0; step < 25; step++) {
            const at = 2 + next(lines.length - 2);
            const line = lines[at] ?? '';
            const change = next(4);
            if (change === 0) lines = lines.toSpliced(at, 1);
            else if (change === 1) lines = lines.toSpliced(at, 0, `s${1 + next(9)} -> s${1 + next(9)} "Added ${step}"`);
            else if (change === 2) lines = lines.with(at, line.replace(/"[^"]*"/, `"Renamed in step ${step}"`));
            else lines = [...lines.toSpliced(at, 1), line];
            expect(await take(await picture(lines.join('\n\n'))), `step ${step}`).toBe(true);
        }
        await page.close();
    });

    test('from the picture of one map to that of another', async () => {
        await open();
        for (const name of ['northwind.landscape', 'b2b-software.aims', 'northwind.landscape', 'northwind.firstBootsMap']) {
            expect(await take(readFileSync(`test/golden/pictures/${name}.svg`, 'utf8')), name).toBe(true);
        }
        await page.close();
    });

    test('however it is written', async () => {
        await open();
        const svg = await picture(mapText(3, 4));
        const ways = [svg, svg.replaceAll('\n<g', ' <g'), svg, svg.replaceAll(/(<title>)(System)/g, '$1\n$2'), svg.replaceAll('\n', ''), svg];
        for (const [index, way] of ways.entries()) expect(await take(way), `way ${index}`).toBe(true);
        await page.close();
    });

    test('and what looks as before is not touched', async () => {
        await open();
        const text = mapText(9, 12);
        await take(await picture(text));
        await page.evaluate('note()');
        const other = text.replace('lifecycle active', 'lifecycle retiring');
        expect(await take(await picture(other))).toBe(true);
        // A row of the card that looks otherwise may have been made anew.
        expect(((await page.evaluate('notNoted()')) as string[]).filter((id) => !id.startsWith('s1.'))).toEqual([]);
        await page.evaluate('note()');
        expect(await take(await picture(`${other}\nsystem added\n`))).toBe(true);
        expect(await page.evaluate('notNoted()')).toEqual(['added']);
        await page.close();
    });

    test('without what may not stand in a page', async () => {
        await open();
        const svg = await picture('system a "A"\nview all as landscape\n');
        await take(svg);
        const hostile = [
            ['</svg>', '<script>globalThis.ran = true</script></svg>'],
            ['<rect ', '<rect onclick="globalThis.ran = true" '],
            ['</svg>', '<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="globalThis.ran = true"/></foreignObject></svg>'],
            ['<svg ', '<svg onload="globalThis.ran = true" '],
            ['</svg>', '<script>globalThis.ran = true</script>\n</svg>'],
            ['</svg>', '<a href="javascript:globalThis.ran = true">\n<image href="x"/>\n</a>\n</svg>'],
            ['</svg>', '<use href="https://elsewhere.test/#a" onload="globalThis.ran = true"/>\n</svg>'],
        ] as const;
        for (const [words, instead] of hostile) expect(await take(svg.replace(words, instead))).toBe(true);
        expect(
            await page.evaluate(
                'document.querySelectorAll("script, foreignObject, img, image, a, [href^=http], [onclick], [onload]").length - document.scripts.length',
            ),
        ).toBe(0);
        expect(await page.evaluate('globalThis.ran')).toBeUndefined();
        await page.close();
    });
});
