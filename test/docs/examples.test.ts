import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleRoots } from '../golden/golden-pictures.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';

const pages = [
    'README.md',
    ...readdirSync('docs')
        .filter((file) => file.endsWith('.md'))
        .map((file) => `docs/${file}`),
];

const blocks = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/^```crmmap\n(.*?)^```/gms)].map((match, index) => ({ page, number: index + 1, text: match[1] ?? '' })),
);

describe('the maps in the documentation', () => {
    test('are there', () => {
        expect(blocks.length).toBeGreaterThan(4);
    });

    for (const { page, number, text } of blocks) {
        test(`block ${number} of ${page} is free of findings`, async () => {
            expect((await parseMap(text)).findings).toEqual([]);
        });
    }
});

describe('the error that the README shows', () => {
    test('is the one that such a map gets', async () => {
        const { findings } = await parseMap('system shop\nsystem crm "Salesforce"\nshop -> crmm "New customers"\n');
        const shown = /^my\.crmmap:(\d+:\d+) error LNG010 (.*)$/m.exec(readFileSync('README.md', 'utf8'));
        expect(findings).toEqual([`${shown?.[1]} ${shown?.[2]}`]);
    });
});

describe('the example maps', () => {
    for (const root of exampleRoots) {
        test(`${root} is free of findings`, async () => {
            expect((await parseFiles(exampleFiles(root))).findings).toEqual([]);
        });
    }
});

describe('links and pictures of the documentation', () => {
    test('links between the pages lead to files that are there', () => {
        const broken = pages.flatMap((page) =>
            [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
                .map((match) => new URL(match[1] ?? '', `file:///${page}`).pathname.slice(1))
                .filter((file) => {
                    try {
                        readFileSync(file);
                        return false;
                    } catch {
                        return true;
                    }
                })
                .map((file) => `${page}: ${file}`),
        );
        expect(broken).toEqual([]);
    });

    test('the pictures are golden pictures, so that they are those that the examples give now', () => {
        const stale = readdirSync('docs/pictures').filter(
            (file) => file.endsWith('.svg') && readFileSync(`docs/pictures/${file}`, 'utf8') !== readFileSync(`test/golden/pictures/${file}`, 'utf8'),
        );
        expect(stale).toEqual([]);
    });
});
