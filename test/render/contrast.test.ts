import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Mark } from '../../src/diagram/marks.ts';
import { type Style, type StyleName, styleNames } from '../../src/diagram/style-names.ts';
import { spansOf } from '../../src/diagram/text-lines.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { viewsOf } from '../../src/model/views.ts';
import { diagramOf, placeDiagram } from '../../src/pipeline.ts';
import { darkPalette, lightPalette, type Palette, type PaletteName } from '../../src/render/palette.ts';
import { theme } from '../../src/render/theme.ts';
import { textBoxes } from '../layout/journey-faults.ts';
import { exampleFiles, parseFiles } from '../helpers/maps.ts';

/** A word or sign with its colour and the colour that it stands on. */
interface Seen {
    readonly what: string;
    readonly colour: PaletteName;
    readonly ground: PaletteName;
    readonly isText: boolean;
}

interface Ground {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly colour: PaletteName;
}

/** The palette's name of a property of a style: what stands last in the theme wins. */
function colourOf(style: Style | undefined, property: 'fill' | 'stroke'): PaletteName | undefined {
    const names: ReadonlySet<StyleName> = new Set(styleNames(style));
    let colour: PaletteName | undefined;
    for (const [name, declarations] of theme) {
        for (const [key, value] of names.has(name) ? declarations : []) {
            // A hatch lets the ground through.
            if (key === property && !(typeof value === 'object' && 'def' in value)) colour = typeof value === 'string' ? undefined : value.colour;
        }
    }
    return colour;
}

/** What a reader sees, in drawing order: each word and sign on the last filled shape drawn below its middle. */
function seenIn(marks: readonly Mark[], grounds: Ground[], x = 0, y = 0): Seen[] {
    const groundAt = (atX: number, atY: number): PaletteName =>
        grounds.findLast((each) => atX >= each.x && atX <= each.x + each.width && atY >= each.y && atY <= each.y + each.height)?.colour ?? 'canvas';
    return marks.flatMap((mark): Seen[] => {
        switch (mark.type) {
            case 'group':
                return seenIn(mark.marks, grounds, x + (mark.x ?? 0), y + (mark.y ?? 0));
            case 'text': {
                const [box] = textBoxes([mark], x, y);
                const ground = groundAt((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
                return spansOf(mark.text).map((span) => ({
                    what: span.text,
                    colour: colourOf([...styleNames(mark.style), ...styleNames(span.style)], 'fill') ?? 'ink',
                    ground,
                    isText: true,
                }));
            }
            case 'icon': {
                const ground = groundAt(x + mark.x + 6, y + mark.y + 6);
                const colour = colourOf(mark.style, 'stroke') ?? colourOf(mark.style, 'fill');
                return colour === undefined ? [] : [{ what: `the sign ${mark.icon}`, colour, ground, isText: false }];
            }
            default: {
                const colour = colourOf(mark.style, 'fill');
                const box = mark.type === 'rect' ? mark : mark.type === 'circle' ? around(mark) : boxOfPath(mark.d);
                if (colour !== undefined) grounds.push({ x: x + box.x, y: y + box.y, width: box.width, height: box.height, colour });
                return [];
            }
        }
    });
}

function around({ x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number }): Omit<Ground, 'colour'> {
    return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** The box around a path whose commands are absolute pairs; nothing for other paths, which are small signs. */
function boxOfPath(d: string): Omit<Ground, 'colour'> {
    if (/[^MLQCz\d\s,.-]/.test(d)) return { x: 0, y: 0, width: -1, height: -1 };
    const numbers = (d.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const [xs, ys] = [0, 1].map((from) => numbers.filter((_, index) => index % 2 === from)) as [number[], number[]];
    return { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
}

function luminance(hex: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
        const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(palette: Palette, a: PaletteName, b: PaletteName): number {
    const [dark = 0, light = 0] = [luminance(palette[a]), luminance(palette[b])].sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
}

describe('in every picture of the examples', () => {
    const seen: Seen[] = [];

    beforeAll(async () => {
        const engine = createElkEngine();
        const cases = ['view-options', 'profile-options', 'mapping-hard'].map((name) => ({
            [`${name}.crmmap`]: readFileSync(`test/golden/cases/${name}.crmmap`, 'utf8'),
        }));
        for (const files of [exampleFiles('northwind.crmmap'), exampleFiles('b2b-software.crmmap'), ...cases]) {
            const { model } = await parseFiles(files);
            for (const view of viewsOf(model)) {
                const diagram = diagramOf(model, view);
                if (diagram) seen.push(...seenIn((await placeDiagram(diagram, engine)).marks, []));
            }
        }
    });

    const palettes = [
        ['light', lightPalette],
        ['dark', darkPalette],
    ] as const;

    test.each(palettes)('%s: words have a contrast of 4.5 to what they stand on', (_, palette) => {
        const texts = seen.filter(({ isText }) => isText);
        expect(texts.length).toBeGreaterThan(1000);
        expect(new Set(texts.map(({ ground }) => ground)).size).toBeGreaterThan(5);
        const weak = texts.filter(({ colour, ground }) => contrast(palette, colour, ground) < 4.5);
        expect([...new Set(weak.map(({ what, colour, ground }) => `${what}: ${colour} on ${ground}`))]).toEqual([]);
    });

    test.each(palettes)('%s: signs have a contrast of 3 to what they stand on', (_, palette) => {
        const signs = seen.filter(({ isText }) => !isText);
        expect(signs.length).toBeGreaterThan(200);
        const weak = signs.filter(({ colour, ground }) => contrast(palette, colour, ground) < 3);
        expect([...new Set(weak.map(({ what, colour, ground }) => `${what}: ${colour} on ${ground}`))]).toEqual([]);
    });
});
