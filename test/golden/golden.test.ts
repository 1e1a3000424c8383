import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { drawGoldenPictures, goldenFolder } from './golden-pictures.ts';

const pictures = await drawGoldenPictures();

describe('golden pictures (npm run golden draws them anew, with a page of old beside new)', () => {
    test('there is one for every picture, and none besides', () => {
        expect(readdirSync(goldenFolder).sort()).toEqual([...pictures.keys()].sort());
    });

    for (const [file, svg] of pictures) {
        test(`${file} is byte for byte as it was looked at`, () => {
            const golden = existsSync(`${goldenFolder}/${file}`) ? readFileSync(`${goldenFolder}/${file}`, 'utf8') : '';
            // A plain comparison: the difference of two pictures is looked at, not read.
            expect(svg === golden).toBe(true);
        });

        test(`${file} is valid XML without script, and needs nothing from elsewhere`, () => {
            expect(new DOMParser({ onError: onErrorStopParsing }).parseFromString(svg, 'image/svg+xml').documentElement?.localName).toBe('svg');
            expect(svg).not.toMatch(/<script|<foreignObject|<image|javascript:|\son[a-z]+=|@import|url\((?!#)|href="(?!#)/i);
        });
    }

    test('drawn again, they have the same bytes', async () => {
        expect([...(await drawGoldenPictures())].filter(([file, svg]) => pictures.get(file) !== svg).map(([file]) => file)).toEqual([]);
    });
});
