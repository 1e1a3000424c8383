import { describe, expect, it } from 'vitest';
import { codePages, type Example } from '../../../language/checks/code-pages.ts';
import { languageCodes } from '../../../language/checks/codes.ts';
import { checkFiles } from '../support.ts';

async function codesIn(example: Example): Promise<unknown[]> {
    const files = typeof example === 'string' ? { 'map.crmmap': example } : example;
    const checked = await checkFiles(files);
    return Object.keys(files).flatMap((name) => checked.diagnostics(name).map(({ code }) => code));
}

describe('The page of each mistake', () => {
    it('is there for every code, in their order', () => {
        expect(Object.keys(codePages)).toEqual(Object.keys(languageCodes));
    });

    const shown = Object.entries(codePages).flatMap(([code, { wrong, right }]) =>
        wrong !== undefined && right !== undefined ? [[code, wrong, right] as const] : [],
    );

    it.each(shown)('%s: its wrong example has this mistake and no other, its right example has none', async (code, wrong, right) => {
        expect(await codesIn(wrong)).toEqual([code]);
        expect(await codesIn(right)).toEqual([]);
    });

    it('shows an example but for sizes, and for what stands outside of the workspace', () => {
        const without = Object.entries(codePages).flatMap(([code, { wrong }]) => (wrong === undefined ? [code] : []));
        expect(without).toEqual(['LNG008', 'LNG009', 'LNG043', 'LNG090']);
    });
});
