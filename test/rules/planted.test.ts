import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/rules/all-rules.ts';
import { parseConfig } from '../../src/rules/config/rules-config.ts';
import { filesOf } from '../helpers/maps.ts';
import { faultsOf } from './fix-faults.ts';
import { ruleFiles } from './rule-maps.ts';

const folder = 'test/rules/planted';
const roots = [
    ...['hotel', 'telecom', 'car-dealer', 'energy', 'clinic', 'university', 'charity', 'gym', 'bikes', 'nothing', 'library', 'soft-words'].map(
        (name) => `${name}.crmmap`,
    ),
    'airline/main.crmmap',
    'insurance/main.crmmap',
];
const settings: Readonly<Record<string, string>> = { 'insurance/main.crmmap': 'insurance/crmmap.json' };

/** What the marks of a map expect: `//! SYS002` on its line, or `//!^ IGN001` on the line below. */
function plantedIn(files: Readonly<Record<string, string>>): string[] {
    return Object.entries(files).flatMap(([file, text]) =>
        text.split('\n').flatMap((line, index) => {
            const [, up = '', codes = ''] = /\/\/!(\^*) ([A-Z0-9 ]+)/.exec(line) ?? [];
            return codes
                .split(' ')
                .filter((code) => code !== '')
                .map((code) => `${file}:${index + 1 - up.length} ${code}`);
        }),
    );
}

function configOf(root: string): Parameters<typeof ruleFiles>[1] {
    const file = settings[root];
    return file === undefined ? {} : { config: parseConfig(readFileSync(`${folder}/${file}`, 'utf8')).config };
}

describe('maps with planted faults, written from the language page by one who does not know the rules from within', () => {
    test.each(roots)('%s: each fault is told where it stands, and nothing else is told', async (root) => {
        const files = filesOf(folder, root);
        const { findings, mistakes } = await ruleFiles(files, configOf(root));
        expect(mistakes).toEqual([]);
        expect(findings.map(({ place, code }) => `${place.file}:${place.start.line + 1} ${code}`).sort()).toEqual(plantedIn(files).sort());
    });

    test.each(roots)('%s: the preferred fix of each finding takes it away, and brings no error', async (root) => {
        expect(await faultsOf(filesOf(folder, root), () => true, true)).toEqual([]);
    });

    test('every rule is planted twice or more', () => {
        const planted = roots.flatMap((root) => plantedIn(filesOf(folder, root)).map((place) => place.split(' ')[1]));
        expect(allRules.map(({ code }) => code).filter((code) => planted.filter((one) => one === code).length < 2)).toEqual([]);
    });
});
