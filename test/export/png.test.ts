import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWoff } from '../../scripts/fonts/woff.ts';
import { asset } from '../../src/cli/assets.ts';
import { textWidth } from '../../src/diagram/text-metrics.ts';
import { readCharacters } from '../../src/export/fonts/characters.ts';
import { readGlyphs } from '../../src/export/fonts/glyphs.ts';
import { interFaces } from '../../src/export/fonts/inter-faces.ts';
import { fontFile, readFont } from '../../src/export/fonts/sfnt.ts';
import { pngOf, startPng } from '../../src/export/png/png.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { viewsOf } from '../../src/model/views.ts';
import { drawView } from '../../src/pipeline.ts';
import { parseMap } from '../helpers/maps.ts';

const fonts = interFaces.map(({ file }) => asset(file));

interface Pixels {
    readonly width: number;
    readonly height: number;
    /** The colour of a pixel, `#rrggbb`. */
    at(x: number, y: number): string;
}

/** Reads a PNG of eight bits for red, green, blue and alpha. */
function pixelsOf(png: Uint8Array): Pixels {
    const file = Buffer.from(png);
    expect(file.toString('latin1', 1, 4)).toBe('PNG');
    const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
    expect([...file.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
    const parts: Buffer[] = [];
    for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
        if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
    const packed = inflateSync(Buffer.concat(parts));
    const row = 4 * width;
    const bytes = Buffer.alloc(row * height);
    for (let y = 0; y < height; y++) {
        const filter = packed[y * (row + 1)];
        for (let x = 0; x < row; x++) {
            const left = x < 4 ? 0 : (bytes[y * row + x - 4] ?? 0);
            const up = y === 0 ? 0 : (bytes[(y - 1) * row + x] ?? 0);
            const corner = y === 0 || x < 4 ? 0 : (bytes[(y - 1) * row + x - 4] ?? 0);
            const guess = left + up - corner;
            const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
            const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
            const added = [0, left, up, (left + up) >> 1, paeth][filter ?? 0] ?? 0;
            bytes[y * row + x] = (packed[y * (row + 1) + 1 + x] ?? 0) + added;
        }
    }
    return { width, height, at: (x, y) => `#${bytes.toString('hex', y * row + 4 * x, y * row + 4 * x + 3)}` };
}

/** The first and the last column in which something other than the ground is drawn between two rows. */
function inkOf({ width, at }: Pixels, top: number, bottom: number, right = width): { readonly from: number; readonly to: number } {
    const ground = at(0, top);
    const columns = Array.from({ length: right }, (_, x) => x).filter((x) =>
        Array.from({ length: bottom - top }, (_, y) => at(x, top + y)).some((colour) => colour !== ground),
    );
    return { from: columns[0] ?? -1, to: columns.at(-1) ?? -1 };
}

function line(text: string, more = ''): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"><rect width="400" height="40" fill="#fff"/><text x="10" y="28" font-family="Inter" font-size="20" ${more}>${text}</text></svg>`;
}

describe('a picture as PNG', () => {
    let svg: string;
    let dark: string;

    beforeAll(async () => {
        await startPng(asset('resvg.wasm'));
        const { model } = await parseMap('map "M" {} system shop "Web shop" { category commerce } view all "All systems" as landscape');
        const [view] = viewsOf(model);
        if (!view) throw new Error('The map has no view.');
        svg = await drawView(model, view, createElkEngine());
        dark = await drawView(model, { ...view, theme: 'dark' }, createElkEngine());
    });

    test.each([1, 2, 1.5])('has %d pixels for each px', (scale) => {
        const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
        const { width: across, height: down } = pixelsOf(pngOf(svg, { scale, fonts }));
        expect([across, down]).toEqual([Math.round(width * scale), Math.round(height * scale)]);
    });

    test('has the light colours where it follows the screen, and the dark ones where they are asked for', () => {
        const light = pixelsOf(pngOf(svg, { scale: 1, fonts }));
        expect([light.at(2, 2), light.at(40, 25)]).toEqual(['#ffffff', '#111b2b']);
        const night = pixelsOf(pngOf(dark, { scale: 1, fonts }));
        expect([night.at(2, 2), night.at(40, 25)]).toEqual(['#0f151d', '#eef2f6']);
    });

    test('is the same bytes twice', () => {
        expect(Buffer.from(pngOf(svg, { scale: 2, fonts })).equals(pngOf(svg, { scale: 2, fonts }))).toBe(true);
    });

    test.each([
        [400, 'normal', 'Loyalty sign-ups'],
        [600, 'normal', 'Größe “Émile” – Łódź'],
        [700, 'normal', 'Ελλάδα Россия'],
        [500, 'italic', 'Tiếng Việt'],
    ] as const)('draws text of weight %d, %s, as wide as it was measured: %s', (weight, style, text) => {
        const ink = inkOf(pixelsOf(pngOf(line(text, `font-weight="${weight}" font-style="${style}"`), { scale: 1, fonts })), 0, 40);
        const width = textWidth(text, { size: 20, weight, italic: style === 'italic' });
        expect(ink.from).toBeGreaterThanOrEqual(9);
        expect(Math.abs(ink.to - ink.from - width)).toBeLessThan(width * 0.05 + 2);
    });

    test('draws the words of the map, which without a font would be missing', () => {
        const drawn = pixelsOf(pngOf(svg, { scale: 1, fonts }));
        const title = inkOf(drawn, 52, 80, 500);
        expect(title.to - title.from).toBeGreaterThan(100);
        const blank = pixelsOf(pngOf(svg, { scale: 1, fonts: [] }));
        expect(inkOf(blank, 52, 80, 500)).toEqual({ from: -1, to: -1 });
    });

    test('draws other scripts with a font that has them', () => {
        const hebrew = fontFile(readWoff(readFileSync('node_modules/@fontsource/arimo/files/arimo-hebrew-400-normal.woff')));
        const [without, drawn] = [fonts, [...fonts, hebrew]].map((some) => pngOf(line('שלום'), { scale: 1, fonts: some })) as [Uint8Array, Uint8Array];
        const tables = readFont(hebrew);
        const [characters, glyphs] = [readCharacters(tables), readGlyphs(tables)];
        const own = [...'שלום'].reduce((sum, letter) => sum + (glyphs[characters.get(letter.codePointAt(0) ?? 0) ?? 0]?.advance ?? 0) / 2048, 0) * 20;
        const { from, to } = inkOf(pixelsOf(drawn), 0, 40);
        expect(Math.abs(to - from - own)).toBeLessThan(own * 0.1);
        expect(Buffer.from(drawn).equals(without)).toBe(false);
    });

    test('refuses more pixels than a machine may have room for, and says what to do', () => {
        const large = '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="20000"><rect width="9" height="9"/></svg>';
        expect(() => pngOf(large, { scale: 2, fonts })).toThrow(/60000 × 40000 pixels\. Write --scale 0\.4 or less/);
    });
});

describe('the fonts of the pictures', () => {
    test.each(interFaces)('$file has the letters of Latin, Greek and Cyrillic, of Inter’s own widths', ({ file, weight, style }) => {
        const tables = readFont(asset(file));
        const [characters, glyphs] = [readCharacters(tables), readGlyphs(tables)];
        const missing = [...'AaÄßŁőǅΑωἄЖяҐệ€–×·“’'].filter((letter) => !characters.has(letter.codePointAt(0) ?? 0));
        expect(missing).toEqual([]);
        for (const letter of 'AgŁΩЖệ') {
            const width = ((glyphs[characters.get(letter.codePointAt(0) ?? 0) ?? 0]?.advance ?? 0) / 2048) * 100;
            expect(Math.abs(width - textWidth(letter, { size: 100, weight, italic: style === 'italic' }))).toBeLessThan(4);
        }
    });
});
