import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/cli/check-result.ts';
import { allReports } from '../../src/cli/reports/all-reports.ts';
import { nasty } from '../export/hostile-texts.ts';
import { crmmapHere, folderWith } from './program.ts';

/** Two masters (an error with a related place), a flow without error handling, and a file that is no map. */
const faulty = 'system a { master entity E { id : id key } }\nsystem b { master entity F { id : id key  } }\nsystem c { entity G { same as a.E, b.F } }\n';

/** What the tests look at of a SARIF log. */
interface Log {
    readonly runs: readonly [
        {
            readonly results: readonly {
                readonly ruleId: string;
                readonly ruleIndex: number;
                readonly relatedLocations?: readonly object[];
                readonly partialFingerprints: Readonly<Record<string, string>>;
            }[];
            readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly markdown: string } }[] } };
            readonly invocations: readonly object[];
            readonly columnKind: string;
        },
    ];
}

function reportOf(word: string, result: CheckResult): string {
    return allReports.find((report) => report.word === word)?.text(result, { line: () => undefined, colour: false, version: '1.2.3' }) ?? '';
}

function resultWith(file: string, message: string): CheckResult {
    const place = { file, start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
    const finding = { ...place, severity: 'error' as const, code: 'LNG010', message, related: [{ ...place, message }] };
    return {
        format: 'crmmap-check',
        formatVersion: 1,
        files: [file],
        findings: [finding, finding],
        problems: [{ file, message }],
        summary: { files: 1, errors: 2, warnings: 0, infos: 0 },
    };
}

const anyText = fc
    .array(fc.oneof(fc.constantFrom(...nasty, '::', '%0A', '\n::error::', ']]>', ',', ':'), fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(' '));
const sound = (): ((text: string) => string[]) => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
        JSON.parse(readFileSync('test/cli/schemas/sarif-2.1.0.json', 'utf8')) as object,
    );
    return (text) => (validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
};

describe('SARIF', () => {
    test('follows the schema of OASIS, with places, related places and the pages of the rules', async () => {
        const cwd = folderWith({ 'my maps/shop.crmmap': faulty, 'broken.crmmap': 'sytem x\n', 'image.crmmap': new Uint8Array([0xff, 0xfe, 0x00]) });
        const { status, out } = await crmmapHere(['check', '--format', 'sarif'], { cwd });
        expect(status).toBe(2);
        expect(sound()(out)).toEqual([]);
        const [run] = (JSON.parse(out) as Log).runs;
        const twice = run.results.find(({ ruleId }) => ruleId === 'SOR001');
        expect(twice).toMatchObject({
            level: 'error',
            locations: [
                {
                    physicalLocation: {
                        artifactLocation: { uri: 'my%20maps/shop.crmmap' },
                        region: { startLine: expect.any(Number), endColumn: expect.any(Number) },
                    },
                },
            ],
        });
        expect(twice?.relatedLocations?.length).toBeGreaterThan(0);
        for (const result of run.results ?? []) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
        expect(run.tool.driver.rules.find(({ id }) => id === 'FLW005')?.help.markdown).toContain('```crmmap');
        expect(run.invocations[0]).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] });
        expect(run.columnKind).toBe('utf16CodeUnits');
    });

    test('a finding keeps its mark when lines are put above it, and the same finding twice has two', () => {
        const marksOf = (result: CheckResult): string[] =>
            (JSON.parse(reportOf('sarif', result)) as Log).runs[0].results.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints));
        const result = resultWith('a.crmmap', 'Wrong.');
        const lower = { ...result, findings: result.findings.map((finding) => ({ ...finding, start: { line: 90, column: 1 }, end: { line: 90, column: 2 } })) };
        expect(marksOf(result)).toEqual(marksOf(lower));
        expect(new Set(marksOf(result)).size).toBe(2);
    });

    test('follows the schema whatever files and messages hold', () => {
        const faults = sound();
        fc.assert(
            fc.property(anyText, anyText, (file, message) => {
                expect(faults(reportOf('sarif', resultWith(file.toWellFormed(), message)))).toEqual([]);
            }),
            { numRuns: 60 },
        );
    });
});

describe('annotations for GitHub', () => {
    test('stand on the lines of the files, with the level of the finding', async () => {
        const cwd = folderWith({ 'shop.crmmap': 'system shop\nshop -> crmm\n' });
        const { out } = await crmmapHere(['check', '--format', 'github'], { cwd });
        expect(out.split('\n')).toContain(
            '::error file=shop.crmmap,line=2,endLine=2,title=LNG010,col=9,endColumn=12::There is no system or entity `crmm`. There is `shop`.',
        );
        expect(out).toMatch(/^::warning file=shop\.crmmap,line=1,.*title=SYS002/m);
    });

    test('no text ends a command or begins another', () => {
        fc.assert(
            fc.property(anyText, anyText, (file, message) => {
                const lines = reportOf('github', resultWith(file, message)).split('\n').slice(0, -1);
                expect(lines).toHaveLength(3);
                for (const line of lines)
                    expect(line).toMatch(/^::error file=[^,:]*,(?:line=3,endLine=3,title=LNG010,col=5,endColumn=8|title=crmmap)::[^\r\n]*$/);
            }),
        );
    });
});

describe('JUnit', () => {
    const countsOf = (text: string): Record<string, number> => {
        const faults: string[] = [];
        const document = new DOMParser({ onError: (level, fault) => level !== 'warning' && faults.push(fault) }).parseFromString(text, 'text/xml');
        expect(faults).toEqual([]);
        const count = (name: string): number => document.getElementsByTagName(name).length;
        const stated = (name: string): number => Number(document.documentElement?.getAttribute(name));
        expect({ tests: stated('tests'), failures: stated('failures'), errors: stated('errors') }).toEqual({
            tests: count('testcase'),
            failures: count('failure'),
            errors: count('error'),
        });
        return { tests: count('testcase'), failures: count('failure'), errors: count('error'), output: count('system-out') };
    };

    test('has a case for each finding; only errors fail, and a map without findings passes', async () => {
        const cwd = folderWith({ 'good.crmmap': '', 'shop.crmmap': 'system shop\nshop -> crmm\n' });
        const { out } = await crmmapHere(['check', '--format', 'junit'], { cwd });
        const counts = countsOf(out);
        expect(counts).toMatchObject({ failures: 1, errors: 0 });
        expect(counts['output']).toBeGreaterThan(0);
        expect(out).toContain('<testcase name="nothing found" classname="good.crmmap"/>');
    });

    test('is well-formed whatever files and messages hold', () => {
        fc.assert(
            fc.property(anyText, anyText, (file, message) => {
                expect(countsOf(reportOf('junit', resultWith(file, message)))).toMatchObject({ tests: 3, failures: 2, errors: 1 });
            }),
        );
    });
});

test('the reports go to a file with --output, whole or not at all', async () => {
    const cwd = folderWith({ 'shop.crmmap': 'system shop\nshop -> crmm\n' });
    const { status, out } = await crmmapHere(['check', '--format', 'sarif', '--output', 'found/result.sarif'], { cwd });
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(sound()(readFileSync(`${cwd}/found/result.sarif`, 'utf8'))).toEqual([]);
});
