import { readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/rules/all-rules.ts';
import type { RuleFinding } from '../../src/rules/run-rules.ts';
import { filesOf } from '../helpers/maps.ts';
import { faultsOf } from './fix-faults.ts';
import { fixedText } from './rule-fixes.ts';
import { ruleMap, withoutMarks } from './rule-maps.ts';

/** Marked in the list of rules as ones with a quick fix. */
const promised = (
    'SOR002 SOR004 FLW001 FLW005 FLW006 FLW014 SYS002 MAP001 PII001 PII004 PII006 JRN001 JRN007 GOV003 ' +
    'SOR001 FLW008 FLW009 FLW010 FLW011 FLW013 SYS001 SYS006 MAP002 MAP003 MAP004 MAP005 MAP006 MAP007 MAP008 MAP009 PII002 PII003 PII005 PII007 PII008 ' +
    'JRN002 JRN003 JRN004 JRN006 JRN008 JRN009 JRN011 JRN014 GOV001 GOV002 GOV004 GOV005 GOV007 IGN001 IGN002 IGN003'
).split(' ');

/** The same map with a line for each property, and Windows' line ends. */
function overLines(text: string): string {
    return text
        .replaceAll('\n', '\r\n')
        .replaceAll(' { ', ' {\r\n\t')
        .replaceAll(/ {2}(?=[^\s])/g, '\r\n\t')
        .replaceAll(' }', '\r\n}');
}

describe('the fixes of rules', () => {
    for (const rule of allRules) {
        const { text } = withoutMarks(rule.wrong);
        test(`${rule.code}: each fix of the wrong example takes the finding away, and brings no error`, async () => {
            const { findings } = await ruleMap(text);
            const own = findings.filter(({ code }) => code === rule.code);
            expect(own.some(({ fixes }) => fixes().length > 0)).toBe(promised.includes(rule.code));
            expect(await faultsOf({ 'map.crmmap': text })).toEqual([]);
        });

        test(`${rule.code}: so they do where each property has a line of its own`, async () => {
            const lines = overLines(text);
            expect(await faultsOf({ 'map.crmmap': lines }, ({ code }) => code === rule.code)).toEqual([]);
            const { findings } = await ruleMap(lines);
            for (const { fixes } of findings) for (const fix of fixes()) expect(fixedText(lines, fix).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        });
    }

    const roots = [
        ...['northwind.crmmap', 'b2b-software.crmmap', 'bank/bank.crmmap', 'sketch.crmmap'].map((file) => ['examples', file] as const),
        ...readdirSync('test/maps')
            .filter((name) => name.endsWith('.crmmap') && statSync(`test/maps/${name}`).isFile())
            .map((file) => ['test/maps', file] as const),
    ];
    test.each(roots)('%s/%s: they do so in a whole map', async (folder, file) => {
        const seen = new Map<string, number>();
        const first = ({ code, fixes }: RuleFinding): boolean => {
            if (fixes().length > 0) seen.set(code, (seen.get(code) ?? 0) + 1);
            return (seen.get(code) ?? 0) <= 2;
        };
        expect(await faultsOf(filesOf(folder, file), first)).toEqual([]);
    });
});
