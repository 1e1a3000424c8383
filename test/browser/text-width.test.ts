import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextRole } from '../../src/diagram/style-names.ts';
import { fontOf, textWidth } from '../../src/diagram/text-metrics.ts';
import { textRoles } from '../../src/diagram/text-roles.ts';
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
        const upright = [400, 500, 600, 700].map((weight) => fontFace('inter', weight, 'normal'));
        const slanted = [400, 500].map((weight) => fontFace('inter', weight, 'italic'));
        inter = await drawnWidths(browser, 'inter', [...upright, ...slanted], samples);
        const plain = [400, 700].flatMap((weight) => [fontFace('arimo', weight, 'normal'), fontFace('arimo', weight, 'italic')]);
        arial = await drawnWidths(browser, 'arimo', plain, samples);
    }, 120_000);

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
