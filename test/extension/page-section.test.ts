import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allCodes, pageOf } from '../../src/rules/pages.ts';
import { sectionOf, titlesIn } from '../../src/extension/page-section.ts';

const pages = { rules: readFileSync('docs/rules.md', 'utf8'), errors: readFileSync('docs/errors.md', 'utf8') };

describe('the page that a code in the editor leads to', () => {
    test.each(allCodes)('%s has its own, with its heading first, and nothing of the next one', (code) => {
        expect(sectionOf(code.startsWith('LNG') ? pages.errors : pages.rules, code)).toBe(pageOf(code)?.trimEnd());
    });

    test('is not there for a code that nothing has', () => {
        expect(sectionOf(pages.rules, 'SYS999')).toBeUndefined();
    });
});

describe('the titles of the pages', () => {
    test('are there for each code', () => {
        const titles = new Map([...titlesIn(pages.rules), ...titlesIn(pages.errors)]);
        expect(allCodes.filter((code) => !titles.get(code))).toEqual([]);
        expect(titles.get('SYS002')).toBe('A system has no owner');
    });
});
