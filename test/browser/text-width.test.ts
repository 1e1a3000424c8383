import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextRole } from '../../src/diagram/style-names.ts';
import type { Mark } from '../../src/diagram/marks.ts';
import { richWidth, spansOf } from '../../src/diagram/text-lines.ts';
import { fontOf, textWidth } from '../../src/diagram/text-metrics.ts';
import { textRoles } from '../../src/diagram/text-roles.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { viewKinds } from '../../language/vocabulary.ts';
import { viewsOf } from '../../src/model/views.ts';
import { diagramOf, placeDiagram } from '../../src/pipeline.ts';
import { renderSvg } from '../../src/render/svg.ts';
import { exampleFiles, parseFiles } from '../helpers/maps.ts';
import { openBrowser } from '../vscode/host/chromium.ts';

const require = createRequire(import.meta.url);

function fontFace(family: string, weight: number, style: 'normal' | 'italic'): string {
    const folder = path.join(path.dirname(require.resolve(`@fontsource/${family}/package.json`)), 'files');
    const data = readFileSync(path.join(folder, `${family}-latin-${weight}-${style}.woff2`)).toString('base64');
    return `@font-face{font-family:"Measured ${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data})}`;
}

const texts = [
    'Loyalty sign-ups, by spreadsheet',
    'Marketing automation · Subscriber',
    'EUR 96 000 a year, about 27 %',
    'Repeat purchase rate',
    'Größe “Émile” – Łódź',
    'INTERFACE REGISTER',
    'I-0123',
];
const roles = Object.keys(textRoles) as TextRole[];

interface Sample {
    readonly text: string;
    readonly css: string;
}

/** Widths in px of each text in the family, as the browser draws them in SVG. */
async function drawnWidths(browser: Browser, family: string, faces: readonly string[], samples: readonly Sample[]): Promise<number[]> {
    const page = await browser.newPage();
    try {
        await page.setContent(`<style>${faces.join('')}</style><svg xmlns="http://www.w3.org/2000/svg"></svg>`);
        return await page.evaluate(
            `(async ({ family, samples }) => {
                const svg = document.querySelector('svg');
                const nodes = samples.map(({ text, css }) => {
                    const node = document.createElementNS('http://www.w3.org/2000/svg', 'text');
                    node.setAttribute('style', css + ';font-family:"Measured ' + family + '"');
                    node.textContent = text;
                    svg.append(node);
                    return node;
                });
                await Promise.all([...document.fonts].map((font) => font.load()));
                await document.fonts.ready;
                return nodes.map((node) => node.getComputedTextLength());
            })(${JSON.stringify({ family, samples })})`,
        );
    } finally {
        await page.close();
    }
}

/** Every text of a picture, with the width that is kept free for it. */
interface MeasuredText {
    readonly text: string;
    readonly width: number;
}

function measuredTexts(marks: readonly Mark[]): MeasuredText[] {
    return marks.flatMap((mark) => {
        if (mark.type === 'group') return measuredTexts(mark.marks);
        if (mark.type !== 'text') return [];
        return [
            {
                text: spansOf(mark.text)
                    .map(({ text }) => text)
                    .join(''),
                width: richWidth(mark.text, mark.style),
            },
        ];
    });
}

/** One picture of each kind, from the examples. */
async function onePictureOfEachKind(): Promise<ReadonlyMap<string, { readonly svg: string; readonly texts: readonly MeasuredText[] }>> {
    const engine = createElkEngine();
    const pictures = new Map<string, { readonly svg: string; readonly texts: readonly MeasuredText[] }>();
    for (const root of ['northwind.crmmap', 'b2b-software.crmmap']) {
        const { model } = await parseFiles(exampleFiles(root));
        for (const view of viewsOf(model)) {
            const diagram = pictures.has(view.as) ? undefined : diagramOf(model, view);
            if (!diagram) continue;
            const placed = await placeDiagram(diagram, engine);
            pictures.set(view.as, { svg: renderSvg(placed), texts: measuredTexts(placed.marks) });
        }
    }
    return pictures;
}

/** Widths in px of all texts of a picture, in the order of the file, as the browser draws them in the family. */
async function drawnTexts(browser: Browser, family: string, faces: readonly string[], svg: string): Promise<number[]> {
    const page = await browser.newPage();
    try {
        await page.setContent(`<style>${faces.join('')} svg text { font-family: "Measured ${family}" !important }</style>${svg}`);
        return await page.evaluate(`(async () => {
            await Promise.all([...document.fonts].map((font) => font.load()));
            await document.fonts.ready;
            return [...document.querySelectorAll('svg text')].map((text) => text.getComputedTextLength());
        })()`);
    } finally {
        await page.close();
    }
}

const interFaces = (): string[] => [
    ...[400, 500, 600, 700].map((weight) => fontFace('inter', weight, 'normal')),
    ...[400, 500].map((weight) => fontFace('inter', weight, 'italic')),
];
const arimoFaces = (): string[] => [400, 700].flatMap((weight) => [fontFace('arimo', weight, 'normal'), fontFace('arimo', weight, 'italic')]);

describe('every text of a picture, against a browser', () => {
    let browser: Browser | undefined;
    let pictures: Awaited<ReturnType<typeof onePictureOfEachKind>>;

    beforeAll(async () => {
        [browser, pictures] = await Promise.all([openBrowser(() => undefined), onePictureOfEachKind()]);
    });

    afterAll(() => browser?.close());

    it.each(Object.keys(viewKinds))('%s: none is more than five per cent wider than what is kept free for it, nor all together', async (kind) => {
        const picture = pictures.get(kind);
        if (!browser || !picture) throw new Error(`There is no picture of the kind ${kind}.`);
        const { svg, texts } = picture;
        const [inter, arial] = [await drawnTexts(browser, 'inter', interFaces(), svg), await drawnTexts(browser, 'arimo', arimoFaces(), svg)];
        expect(inter).toHaveLength(texts.length);
        expect(texts.length).toBeGreaterThan(10);
        const wider = texts.map((_, index) => Math.max(inter[index] ?? Number.NaN, arial[index] ?? Number.NaN));
        // Browsers set small letters on whole pixels: half a pixel more of a short word is theirs.
        expect(texts.filter(({ width }, index) => !(width > (wider[index] ?? Number.NaN) * 0.95 - 0.5)).map(({ text }) => text)).toEqual([]);
        const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
        const [kept, real] = [sum(texts.map(({ width }) => width)), sum(wider)];
        expect(Math.abs(kept - real) / real).toBeLessThan(0.05);
        console.log(
            kind,
            texts.length,
            kept / real,
            texts
                .map(({ text, width }, index) => [text, width / (wider[index] ?? 1)] as const)
                .filter(([, ratio]) => ratio > 1.05 || ratio < 0.98)
                .slice(0, 12),
        );
    });
});

describe('the measured width of a text, against a browser', () => {
    const cases = roles.flatMap((role) => texts.map((text) => ({ role, text })));
    const samples = cases.map(({ role, text }) => {
        const { size, weight, letterSpacing = 0, italic = false, tabular = false } = textRoles[role];
        const css = `font-size:${size}px;font-weight:${weight};letter-spacing:${letterSpacing}px;font-style:${italic ? 'italic' : 'normal'};font-variant-numeric:${tabular ? 'tabular-nums' : 'normal'}`;
        return { text, css };
    });
    let inter: readonly number[] = [];
    let arial: readonly number[] = [];
    let browser: Browser | undefined;

    beforeAll(async () => {
        browser = await openBrowser(() => undefined);
        inter = await drawnWidths(browser, 'inter', interFaces(), samples);
        arial = await drawnWidths(browser, 'arimo', arimoFaces(), samples);
    });

    afterAll(() => browser?.close());

    it('is never less than what Inter or Arial really takes, but for two per cent of kerning', () => {
        cases.forEach(({ role, text }, index) => {
            const measured = textWidth(text, fontOf(role));
            expect(measured, `${role}, Inter: ${text}`).toBeGreaterThan((inter[index] ?? Number.NaN) * 0.98);
            expect(measured, `${role}, Arial: ${text}`).toBeGreaterThan((arial[index] ?? Number.NaN) * 0.98);
        });
    });

    it('is within five per cent of the wider of the two, over all texts of a role', () => {
        for (const role of roles) {
            const own = cases.flatMap((each, index) => (each.role === role ? [index] : []));
            const measured = own.reduce((sum, index) => sum + textWidth(cases[index]?.text ?? '', fontOf(role)), 0);
            const real = own.reduce((sum, index) => sum + Math.max(inter[index] ?? 0, arial[index] ?? 0), 0);
            expect(Math.abs(measured - real) / real, role).toBeLessThan(0.05);
        }
    });
});
