import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWoff } from '../../scripts/fonts/woff.ts';
import { asset } from '../../src/cli/assets.ts';
import type { Point } from '../../src/diagram/geometry.ts';
import type { Mark } from '../../src/diagram/marks.ts';
import { pathSteps } from '../../src/export/drawio/path-data.ts';
import { interFaces } from '../../src/export/fonts/inter-faces.ts';
import { fontFile } from '../../src/export/fonts/sfnt.ts';
import { pathOperators } from '../../src/export/pdf/paths.ts';
import { pdfOf } from '../../src/export/pdf/pdf.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import type { PlacedDiagram } from '../../src/layout/placed-diagram.ts';
import type { CrmModel, View } from '../../src/model/crm-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { diagramOf, placeDiagram } from '../../src/pipeline.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';
import { hostile, nasty, retitled } from './hostile-texts.ts';

const fonts = interFaces.map(({ file }) => asset(file));
const engine = createElkEngine();

async function pagesOf(model: CrmModel, change: Partial<View> = {}): Promise<PlacedDiagram[]> {
    const pages: PlacedDiagram[] = [];
    for (const view of viewsOf(model)) {
        const diagram = diagramOf(model, { ...view, ...change });
        if (diagram) pages.push(await placeDiagram(diagram, engine));
    }
    return pages;
}

interface Words {
    readonly text: string;
    /** Where the first letter stands, in points from the left lower corner. */
    readonly x: number;
    readonly y: number;
}

interface ReadPage {
    readonly width: number;
    readonly height: number;
    readonly content: string;
    readonly words: readonly Words[];
}

/** Reads a file as we write it: follows its table of objects, unpacks pages, and turns glyphs into texts by the tables of the fonts. */
function readPdf(file: Uint8Array): { readonly pages: ReadPage[]; readonly titles: string[] } {
    const bytes = Buffer.from(file);
    const raw = bytes.toString('latin1');
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(raw)?.[1]);
    const places = [...raw.slice(table).matchAll(/(\d{10}) 00000 n /g)].map((match) => Number(match[1]));
    const objects = places.map((at, index) => {
        const [head = ''] = /^\d+ 0 obj\n/.exec(raw.slice(at, at + 20)) ?? [];
        expect(head).toBe(`${index + 1} 0 obj\n`);
        return at + head.length;
    });
    const textOf = (id: number): string => raw.slice(objects[id - 1], raw.indexOf('\nendobj', objects[id - 1])).split('\nstream\n')[0] ?? '';
    const streamOf = (id: number): string => {
        const start = raw.indexOf('\nstream\n', objects[id - 1]) + 8;
        return inflateSync(bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(textOf(id))?.[1]))).toString('latin1');
    };
    const link = (id: number, name: string): number => Number(new RegExp(`/${name}[[ ]*(\\d+) 0 R`).exec(textOf(id))?.[1]);
    const lettersOf = (font: number): Map<string, string> =>
        new Map(
            [...streamOf(link(font, 'ToUnicode')).matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, glyph = '', text = '']) => [
                glyph,
                String.fromCharCode(...(text.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16))),
            ]),
        );
    const root = Number(/\/Root (\d+) 0 R/.exec(raw.slice(table))?.[1]);
    const kids = [...(/\/Kids\[([^\]]*)\]/.exec(textOf(link(root, 'Pages')))?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
    const pages = kids.map((id) => {
        const letters = new Map(
            [...textOf(link(id, 'Resources')).matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [name, lettersOf(Number(font))]),
        );
        const content = streamOf(link(id, 'Contents'));
        const [width = 0, height = 0] = /\/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/.exec(textOf(id))?.slice(1).map(Number) ?? [];
        return { width, height, content, words: wordsOf(content, letters) };
    });
    const titles = [...raw.matchAll(/\/Title<feff(\w*)>\/Parent/g)].map(([, text = '']) =>
        String.fromCharCode(...(text.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16))),
    );
    return { pages, titles };
}

/** The texts of a page, each with the place that all movements before it give it. */
function wordsOf(content: string, letters: ReadonlyMap<string, ReadonlyMap<string, string>>): Words[] {
    type Turn = readonly [number, number, number, number, number, number];
    const times = ([a, b, c, d, e, f]: Turn, [A, B, C, D, E, F]: Turn): Turn => [
        a * A + b * C,
        a * B + b * D,
        c * A + d * C,
        c * B + d * D,
        e * A + f * C + E,
        e * B + f * D + F,
    ];
    let turn: Turn = [1, 0, 0, 1, 0, 0];
    const kept: Turn[] = [];
    const words: Words[] = [];
    let text: { text: string; x: number; y: number } | undefined;
    let font = '';
    let at: Turn = turn;
    for (const [token, , before] of content.matchAll(/(\/F\d+|<\w*>|(?<![\w.])(?:q|Q|BT|ET)(?!\w)|((?:-?[\d.]+ ){6})(?:cm|Tm))/g)) {
        const numbers = before?.trim().split(' ').map(Number) as unknown as Turn;
        if (token === 'q') kept.push(turn);
        else if (token === 'Q') turn = kept.pop() ?? turn;
        else if (token.endsWith('cm')) turn = times(numbers, turn);
        else if (token.endsWith('Tm')) at = times(numbers, turn);
        else if (token === 'BT') text = undefined;
        else if (token === 'ET') words.push(text ?? { text: '', x: 0, y: 0 });
        else if (token.startsWith('/')) font = token.slice(1);
        else {
            text ??= { text: '', x: at[4], y: at[5] };
            text.text += (token.slice(1, -1).match(/.{4}/g) ?? []).map((glyph) => letters.get(font)?.get(glyph) ?? '?').join('');
        }
    }
    expect(kept).toEqual([]);
    return words;
}

/** The texts of a picture with their places, in px from the left upper corner. */
function textsOf(marks: readonly Mark[], from: Point = { x: 0, y: 0 }): (Words & { readonly isAtStart: boolean })[] {
    return marks.flatMap((mark) => {
        if (mark.type === 'group') return textsOf(mark.marks, { x: from.x + (mark.x ?? 0), y: from.y + (mark.y ?? 0) });
        if (mark.type !== 'text') return [];
        const text = typeof mark.text === 'string' ? mark.text : mark.text.map((span) => span.text).join('');
        return [{ text, x: from.x + mark.x, y: from.y + mark.y, isAtStart: mark.anchor === undefined }];
    });
}

describe('a map as PDF', () => {
    let model: CrmModel;
    let placed: PlacedDiagram[];
    let file: Uint8Array;

    beforeAll(async () => {
        ({ model } = await parseFiles(exampleFiles('northwind.crmmap')));
        placed = await pagesOf(model);
        file = pdfOf('Northwind', placed, fonts);
    });

    test('has a page for each view, as large as its picture, and names them', () => {
        const { pages, titles } = readPdf(file);
        expect(pages.map(({ width, height }) => [width, height])).toEqual(placed.map(({ width, height }) => [width * 0.75, height * 0.75]));
        expect(titles).toEqual(placed.map(({ sheet }) => sheet.title));
    });

    test('every text of the pictures can be read, and stands where it stands in the picture', () => {
        readPdf(file).pages.forEach(({ words, height }, index) => {
            const expected = textsOf(placed[index]?.marks ?? []);
            expect(words.map(({ text }) => text)).toEqual(expected.map(({ text }) => text));
            words.forEach(({ text, x, y }, at) => {
                const { x: left, y: top, isAtStart } = expected[at] ?? { x: 0, y: 0, isAtStart: false };
                expect(Math.abs((height - y) / 0.75 - top), text).toBeLessThan(0.01);
                if (isAtStart) expect(Math.abs(x / 0.75 - left), text).toBeLessThan(0.01);
                else expect(x / 0.75, text).toBeLessThan(left);
            });
        });
    });

    test('is the same bytes twice, and holds no day', () => {
        expect(Buffer.from(pdfOf('Northwind', placed, fonts)).equals(file)).toBe(true);
        expect(Buffer.from(file).toString('latin1')).not.toMatch(/CreationDate|ModDate|\/ID\b/);
    });

    test('is small: it holds the characters that it shows', () => {
        expect(file.length).toBeLessThan(150_000);
    });

    test('is as large as the paper that a view asks for', async () => {
        const [page] = readPdf(pdfOf('M', (await pagesOf(model, { page: { size: 'a3', orientation: 'landscape' } })).slice(0, 1), fonts)).pages;
        expect([page?.width, page?.height].map((side) => Math.round(side ?? 0))).toEqual([1191, 842]);
    });

    test('is light where it follows the screen, and dark where that is asked for', async () => {
        const ground = (pages: readonly PlacedDiagram[]): string | undefined =>
            /^q\n([\d. ]+) rg$/m.exec(readPdf(pdfOf('M', pages, fonts)).pages[0]?.content ?? '')?.[1];
        expect(ground(placed)).toBe('1 1 1');
        expect(ground(await pagesOf(model, { theme: 'dark' }))).toBe('0.0588 0.0824 0.1137');
    });

    test('takes other fonts for what Inter lacks', () => {
        const [page] = placed;
        if (!page) throw new Error('The map has no view.');
        const hebrew = fontFile(readWoff(readFileSync('node_modules/@fontsource/arimo/files/arimo-hebrew-400-normal.woff')));
        const mixed: PlacedDiagram = { ...page, marks: [{ type: 'text', x: 10, y: 20, text: 'Aש', style: 'body' }] };
        const counts = [fonts, [...fonts, hebrew]].map((some) => {
            const pdf = pdfOf('M', [mixed], some);
            expect(readPdf(pdf).pages[0]?.words[0]?.text).toBe('Aש');
            return Buffer.from(pdf)
                .toString('latin1')
                .match(/\/Type\/FontDescriptor/g)?.length;
        });
        expect(counts).toEqual([1, 2]);
    });

    test('hostile texts stay texts', async () => {
        const { model: small } = await parseMap('map "M" {} system a "A" { vendor "V" } system b "B" {} flow x: a -> b "X"  view l "L" as landscape');
        const check = async (texts: readonly string[]): Promise<void> => {
            const pages = await pagesOf(retitled(small, texts));
            const read = readPdf(pdfOf(texts.join(''), pages, fonts));
            expect(read.titles).toEqual(pages.map(({ sheet }) => sheet.title));
            const seen = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ').replace(/\p{Cf}/gu, '');
            // Characters that the font lacks share the box that stands for them, and so the text of the first of them.
            const known = (text: string): string => [...text].map((letter) => (/[\u0020-\u024f]/.test(letter) ? letter : '?')).join('');
            const expected = textsOf(pages[0]?.marks ?? []).map(({ text }) => known(seen(text)));
            expect(read.pages[0]?.words.map(({ text }) => known(text))).toEqual(expected);
        };
        for (let start = 0; start < nasty.length; start += 8) await check(nasty.slice(start, start + 8));
        await fc.assert(fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 8 }), check), { numRuns: 30 });
    });
});

describe('arcs in a PDF', () => {
    test.each([
        ['a quarter', 'M10 0A10 10 0 0 1 0 10', 1],
        ['a half', 'M10 0A10 10 0 0 1 -10 0', 2],
        ['a large one', 'M10 0A10 10 0 1 1 0 -10', 3],
        ['the other way', 'M10 0A10 10 0 0 0 0 -10', 1],
        ['a small one', 'M10 0A10 10 0 0 1 8 6', 1],
    ])('%s keeps its distance from the centre', (_, d, count) => {
        const curves = pathOperators(pathSteps(d)).split('\n').slice(1);
        expect(curves).toHaveLength(count);
        let [fromX, fromY] = [10, 0];
        for (const curve of curves) {
            const [ax = 0, ay = 0, bx = 0, by = 0, x = 0, y = 0] = curve.split(' ').map(Number);
            const middle = [fromX + 3 * ax + 3 * bx + x, fromY + 3 * ay + 3 * by + y].map((sum) => sum / 8) as [number, number];
            for (const point of [middle, [x, y]] as const) expect(Math.abs(Math.hypot(...point) - 10)).toBeLessThan(0.01);
            [fromX, fromY] = [x, y];
        }
        const [, endX, endY] = /(-?\d+) (-?\d+)$/.exec(d) ?? [];
        expect([fromX, fromY]).toEqual([Number(endX), Number(endY)]);
    });
});
