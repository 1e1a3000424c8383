import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import type { StyleName } from '../../src/diagram/style-names.ts';
import { darkPalette, lightPalette } from '../../src/render/palette.ts';
import type { StyleSheetOptions } from '../../src/render/style-sheet.ts';
import { styleSheet } from '../../src/render/style-sheet.ts';
import { theme } from '../../src/render/theme.ts';

const sheetOf = (names: readonly StyleName[], changes: Partial<StyleSheetOptions> = {}): string =>
    styleSheet({ id: 'a', used: new Set(names), theme: 'auto', things: false, bidi: false, ...changes });

describe('the style sheet', () => {
    it('writes light literals for every program, and variables for those that know them', () => {
        const [literals, variables] = sheetOf(['fill-ink', 'card']).split('@supports (fill:var(--ink)){');
        expect(literals).toContain('#a .fill-ink{fill:#111B2B}');
        expect(literals).toContain('#a .card{fill:#FFFFFF;stroke:#B9C2CD;stroke-width:1}');
        expect(literals).not.toContain('var(');
        expect(variables).toContain('#a .fill-ink{fill:var(--ink)}');
        expect(variables).toContain('#a .card{fill:var(--card);stroke:var(--edge)}');
    });

    it('is drawn light by a program that knows no variables', () => {
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" id="a" width="4" height="4"><style>${sheetOf(['fill-blue'])}</style><rect class="fill-blue" width="4" height="4"/></svg>`;
        expect([...new Resvg(svg).render().pixels.subarray(0, 4)]).toEqual([0x1d, 0x5f, 0xbf, 255]);
    });

    it('lets a later style take an earlier one’s fill away, with variables too', () => {
        const variables = sheetOf(['card', 'retiring']).split('@supports')[1] ?? '';
        expect(variables.indexOf('#a .card{fill:var(--card)')).toBeGreaterThan(0);
        expect(variables.indexOf('#a .retiring{fill:url(#a-hatch)')).toBeGreaterThan(variables.indexOf('#a .card{'));
    });

    it('sets every variable that it reads, in light and in dark', () => {
        const css = sheetOf(
            theme.map(([name]) => name),
            { things: true, bidi: true },
        );
        const blocks = [...css.matchAll(/\{(--[^}]*)\}/g)].map(([, block]) => block ?? '');
        expect(blocks.length).toBe(3);
        for (const [, name] of css.matchAll(/var\((--[a-z0-9-]+)\)/g)) {
            for (const block of blocks) {
                expect(block).toContain(`${name}:`);
            }
        }
    });

    it('goes dark with the screen unless the class light says no, and with the class dark; never on paper', () => {
        const css = sheetOf(['fill-ink']);
        expect(css).toContain('@media screen and (prefers-color-scheme:dark){#a:not(.light){');
        expect(css).toContain('@media screen{#a.dark{');
    });

    it('draws a forced dark picture in dark literals, and prints it light', () => {
        const css = sheetOf(['fill-ink', 'w2'], { theme: 'dark' });
        const [screen, print] = css.split('@media print{');
        expect(screen).toContain('#a .fill-ink{fill:#EEF2F6}');
        expect(print).toContain('#a .fill-ink{fill:#111B2B}');
        expect(css).not.toContain('var(');
    });

    it('draws a forced light picture in light literals alone', () => {
        const css = sheetOf(['fill-ink'], { theme: 'light' });
        expect(css).toContain('#a .fill-ink{fill:#111B2B}');
        expect(css).not.toMatch(/var\(|@media/);
    });

    it('lets single properties win over shapes and text roles, by their order', () => {
        const css = sheetOf(['fill-red', 'w2', 'small', 'card']);
        expect(css.indexOf('.card{')).toBeLessThan(css.indexOf('.small{'));
        expect(css.indexOf('.small{')).toBeLessThan(css.indexOf('.fill-red{'));
    });

    it('knows each style name once', () => {
        const names = theme.map(([name]) => name);
        expect(new Set(names).size).toBe(names.length);
    });
});

function luminance(hex: string): number {
    const [red, green, blue] = [1, 3, 5].map((start) => {
        const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
    const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number];
    return (light + 0.05) / (dark + 0.05);
}

describe.each([
    ['light', lightPalette],
    ['dark', darkPalette],
])('the %s palette', (_, palette) => {
    const grounds = ['canvas', 'frame', 'card', 'sunk'] as const;
    const tints = ['blue-tint', 'red-tint', 'green-tint', 'amber-tint'] as const;

    it('keeps every text at a contrast of 4.5 on every ground that it stands on', () => {
        for (const text of ['ink', 'ink2', 'ink3'] as const) {
            for (const ground of grounds) {
                expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
            }
        }
        for (const text of ['ink', 'ink2'] as const) {
            for (const ground of tints) {
                expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
            }
        }
        expect(contrast(palette.inv, palette.ink)).toBeGreaterThanOrEqual(4.5);
    });

    it('keeps coloured words readable on paper and on their own tint', () => {
        for (const colour of ['blue', 'red', 'green', 'amber'] as const) {
            expect(contrast(palette[colour], palette.canvas), colour).toBeGreaterThanOrEqual(4.5);
            expect(contrast(palette[colour], palette[`${colour}-tint`]), `${colour} on its tint`).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(palette.violet, palette.card)).toBeGreaterThanOrEqual(4.5);
    });

    it('keeps marks that mean something at a contrast of 3', () => {
        for (const mark of ['mark', 'line', 'violet', 'blue'] as const) {
            for (const ground of grounds) {
                expect(contrast(palette[mark], palette[ground]), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
            }
        }
    });
});
