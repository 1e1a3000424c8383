import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { viewsOf } from '../../src/model/views.ts';
import { drawView } from '../../src/pipeline.ts';
import { filesOf, parseFiles } from '../helpers/maps.ts';

/** Maps that somebody wrote who had read the description of the language, and nothing else of the project. */
const maps = globSync('**/*.crmmap', { cwd: 'test/maps' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();

describe('maps that an outsider wrote', () => {
    test('are there', () => expect(maps.length).toBeGreaterThan(20));

    const engine = createElkEngine();
    for (const file of maps) {
        test(`${file} is free of errors, and all its views are drawn`, async () => {
            const { model, findings } = await parseFiles(filesOf('test/maps', file));
            expect(findings).toEqual([]);
            for (const view of viewsOf(model)) {
                const svg = await drawView(model, view, engine);
                const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(svg, 'image/svg+xml').documentElement;
                expect(root?.localName).toBe('svg');
                expect(svg).not.toMatch(/NaN|undefined|Infinity/);
            }
        });
    }

    test('together use most of the language', () => {
        const text = maps.map((file) => readFileSync(path.join('test/maps', file), 'utf8')).join('\n');
        for (const word of ['<->', '<-', 'neighbours of', 'same as', 'survivorship', 'moment of truth', 'future of', 'evidence', 'growing', 'matrix of']) {
            expect(text).toContain(word);
        }
    });
});
