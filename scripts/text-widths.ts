/**
 * Writes `src/diagram/text-widths.ts`: for each character the larger of Inter's and Arial's advance widths, in 1/1000 em.
 * Arimo has Arial's widths. Arial knows two weights: browsers take regular for 500 and bold for 600.
 * Run with `node scripts/text-widths.ts`.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

interface GlyphFont {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
    layout(text: string, features: Record<string, boolean>): { readonly advanceWidth: number };
}

function fonts(family: string, weight: number): GlyphFont[] {
    const folder = join(dirname(require.resolve(`@fontsource/${family}/package.json`)), 'files');
    return readdirSync(folder)
        .filter((file) => file.endsWith(`-${weight}-normal.woff2`))
        .map((file) => fontkit.create(readFileSync(join(folder, file))) as unknown as GlyphFont);
}

function advance(set: readonly GlyphFont[], codePoint: number): number | undefined {
    const font = set.find((candidate) => candidate.hasGlyphForCodePoint(codePoint));
    return font && (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm;
}

/** Inter's figures, and the signs that it sets as wide as figures beside them. */
function tabular(inter: readonly GlyphFont[], arial: readonly GlyphFont[]): string {
    const entries: string[] = [];
    for (let codePoint = 0x20; codePoint < 0x2213; codePoint += 1) {
        const font = inter.find((candidate) => candidate.hasGlyphForCodePoint(codePoint));
        if (!font || (codePoint > 0xff && codePoint < 0x2010)) {
            continue;
        }
        const width = (font.layout(String.fromCodePoint(codePoint), { tnum: true }).advanceWidth * 1000) / font.unitsPerEm;
        if (Math.abs(width - (advance(inter, codePoint) ?? 0)) > 0.5) {
            entries.push(`${codePoint}: ${Math.ceil(Math.max(width, advance(arial, codePoint) ?? 0))}`);
        }
    }
    return `{ ${entries.join(', ')} }`;
}

// Latin with its extensions, Greek, Cyrillic, Latin and Greek additions, punctuation, currency, letter-like signs, arrows, signs of mathematics.
const blocks: readonly (readonly [number, number])[] = [
    [0x20, 0x7e],
    [0xa0, 0x24f],
    [0x370, 0x3ff],
    [0x400, 0x52f],
    [0x1e00, 0x1eff],
    [0x2010, 0x205e],
    [0x20a0, 0x20bf],
    [0x2116, 0x2122],
    [0x2190, 0x2195],
    [0x2212, 0x2212],
    [0x2248, 0x2265],
];
const weights = [400, 500, 600, 700] as const;

const sets = weights.map((weight) => ({ weight, inter: fonts('inter', weight), arial: fonts('arimo', weight < 600 ? 400 : 700) }));
const lines: string[] = [
    '// Written by scripts/text-widths.ts; do not edit.',
    '',
    '/**',
    ' * Advance widths in 1/1000 em, the larger of Inter and Arial, for each weight and for blocks of characters that follow',
    ' * each other from `from` on; 0 where neither font has the character.',
    ' */',
    'export interface WidthBlock {',
    '    readonly from: number;',
    '    readonly widths: readonly number[];',
    '}',
    '',
    '/** By code point: characters that take another width where figures are tabular. */',
    'export const tabularWidths: Readonly<Record<400 | 500 | 600 | 700, Readonly<Record<number, number>>>> = {',
    ...sets.map(({ weight, inter, arial }) => `    ${weight}: ${tabular(inter, arial)},`),
    '};',
    '',
    'export const textWidths: Readonly<Record<400 | 500 | 600 | 700, readonly WidthBlock[]>> = {',
];
for (const { weight, inter, arial } of sets) {
    lines.push(`    ${weight}: [`);
    for (const [from, to] of blocks) {
        const widths: number[] = [];
        for (let codePoint = from; codePoint <= to; codePoint += 1) {
            widths.push(Math.ceil(Math.max(advance(inter, codePoint) ?? 0, advance(arial, codePoint) ?? 0)));
        }
        lines.push(`        { from: ${from}, widths: [`);
        for (let start = 0; start < widths.length; start += 24) {
            lines.push(`            ${widths.slice(start, start + 24).join(', ')},`);
        }
        lines.push('        ] },');
    }
    lines.push('    ],');
}
lines.push('};', '');
writeFileSync(join(root, 'src/diagram/text-widths.ts'), lines.join('\n'));
