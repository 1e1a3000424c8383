import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/rules/all-rules.ts';
import { parseConfig } from '../../src/rules/config/rules-config.ts';
import type { RuleOptions } from '../../src/rules/run-rules.ts';
import { ruleFiles, ruleMap, told } from './rule-maps.ts';

const two = 'system shop\nsystem crm { owner it }\nteam it { function it }\nshop -> crm { timing event  volume 3 per day  errors alert it }';
const settled = 'GOV004 off';

async function codesOf(text: string, options: Partial<RuleOptions> = {}): Promise<string[]> {
    const { findings } = await ruleMap(text, options);
    return findings.filter(({ code }) => code !== 'GOV004').map(({ severity, code }) => `${severity} ${code}`);
}

describe('the severity of a rule', () => {
    test('is its own where nothing is set', async () => {
        expect(await codesOf(two)).toEqual(['warning SYS002']);
    });

    test('is what the configuration says', async () => {
        expect(await codesOf(two, { config: { rules: { SYS002: 'error' } } })).toEqual(['error SYS002']);
        expect(await codesOf(two, { config: { rules: { SYS002: 'off' } } })).toEqual([]);
    });

    test('is what the map says, before the configuration', async () => {
        const map = `map { rules { ${settled}, SYS002 info } }\n${two}`;
        expect(await codesOf(map, { config: { rules: { SYS002: 'error' } } })).toEqual(['info SYS002']);
    });

    test('is nothing below a comment that silences it, whatever map and configuration say', async () => {
        const map = `map { rules { SYS002 error } }\n// crmmap-ignore SYS002: sold next week\n${two}`;
        expect(await codesOf(map, { config: { rules: { SYS002: 'error' } } })).toEqual([]);
    });

    test('a code that no rule has is told where the map sets it, with the nearest', async () => {
        const { findings } = await ruleMap('map {\n  rules { SYS020 off }\n}');
        expect(told(findings)).toEqual(['2:11 IGN003']);
        expect(findings[0]?.message).toBe('There is no rule `SYS020`. Did you mean SYS002?');
    });
});

describe('crmmap-ignore', () => {
    test('silences several rules for the declaration that follows, and no other', async () => {
        const text = '// crmmap-ignore SYS002, SYS001: a sketch\nsystem a\nsystem b';
        expect(told((await ruleMap(text)).findings)).toEqual(['3:8 SYS001', '3:8 SYS002']);
    });

    test('silences also what the declaration holds', async () => {
        const field = 'team it { function it } system crm { owner it  entity C {\n Phone : phone } }\nsystem x { owner it  users 3 } x -> crm';
        const codes = (await codesOf(field)).map((found) => found.split(' ')[1]);
        expect(codes).toContain('PII006');
        expect((await codesOf(field.replace('system crm', '// crmmap-ignore PII006: of a shop\nsystem crm'))).join()).not.toMatch(/PII006|IGN/);
    });

    test('before a field or a map line silences that alone', async () => {
        const fields = 'system crm { entity C {\n// crmmap-ignore PII006: of a shop\nPhone : phone\nFax : phone } }';
        expect(told((await ruleMap(fields)).findings).filter((one) => /PII006|IGN/.test(one))).toEqual(['4:1 PII006']);
    });

    test('without a reason silences, and is told itself', async () => {
        const { findings } = await ruleMap('// crmmap-ignore SYS001, SYS002\nsystem a');
        expect(told(findings)).toEqual(['1:1 IGN001']);
        expect(told((await ruleMap('// crmmap-ignore SYS001, SYS002:  \nsystem a')).findings)).toEqual(['1:1 IGN001']);
    });

    test('that silences nothing is told, each rule of it by itself', async () => {
        const { findings } = await ruleMap('// crmmap-ignore SYS002, SYS001, FLW001: a sketch\nsystem a');
        expect(findings.map(({ message }) => message)).toEqual(['FLW001 finds nothing in the declaration that follows. Remove it from this comment.']);
        expect(told((await ruleMap('system a { owner it } team it { function it }\n// crmmap-ignore SYS001: at the end')).findings)).toContain('2:1 IGN002');
        expect(told((await ruleMap('// crmmap-ignore\n')).findings)).toEqual(['1:1 IGN001', '1:1 IGN002']);
    });

    test('of a rule that is off is no comment in vain', async () => {
        const { findings } = await ruleMap('map { rules { SYS002 off  SYS001 off } }\n// crmmap-ignore SYS002: sold next week\nsystem a');
        expect(findings).toEqual([]);
    });

    test('of a rule that is not there names the nearest; errors of the language cannot be silenced', async () => {
        const { findings } = await ruleMap('// crmmap-ignore SYS0O2, LNG010: a sketch\nsystem a');
        expect(findings.filter(({ code }) => code === 'IGN003').map(({ message }) => message)).toEqual([
            'There is no rule `SYS0O2`. Did you mean SYS002?',
            '`LNG010` is an error of the language, and cannot be silenced. Mend it.',
        ]);
    });

    test('in a text, in a block comment or in backticks is no comment', async () => {
        const text = 'system a "// crmmap-ignore SYS002: x" /* \n// crmmap-ignore SYS002: x\n*/ system b `// crmmap-ignore`';
        const { findings } = await ruleMap(text.replace(' `// crmmap-ignore`', ''));
        expect(told(findings).map((one) => one.split(' ')[1])).toEqual(['SYS001', 'SYS002', 'SYS001', 'SYS002']);
    });

    test('works in the file in which it stands, with CRLF and behind an emoji', async () => {
        const files = { 'a.crmmap': '/* 🗼 */ // crmmap-ignore SYS002, SYS001: a part\r\nsystem a\r\n', 'root.crmmap': 'import "./a.crmmap"\nsystem b' };
        const { findings } = await ruleFiles(files);
        expect(findings.map(({ place, code }) => `${place.file} ${code}`)).toEqual(['root.crmmap SYS001', 'root.crmmap SYS002']);
    });
});

describe('what is broken', () => {
    test('is not told twice: in a declaration with an error of the language the rules say nothing', async () => {
        const text = 'system a { owner nobody }\nsystem b';
        const broken = [{ file: 'map.crmmap', start: { line: 0, character: 17 }, end: { line: 0, character: 23 } }];
        expect(told((await ruleMap(text, { broken })).findings)).toEqual(['2:8 SYS001', '2:8 SYS002']);
    });
});

describe('crmmap.json', () => {
    const schema = JSON.parse(readFileSync('docs/crmmap.schema.json', 'utf8')) as object;
    const isValid = new Ajv({ strict: false }).compile(schema);

    test('sets severities by the code of a rule, and its schema agrees', () => {
        const text = '\uFEFF{ "$schema": "./crmmap.schema.json", "rules": { "SYS002": "off", "PII006": "warning" } }';
        expect(parseConfig(text)).toEqual({ config: { rules: { SYS002: 'off', PII006: 'warning' } }, problems: [] });
        expect(isValid(JSON.parse(text.slice(1)))).toBe(true);
    });

    test('may be empty', () => {
        expect(parseConfig('{}')).toEqual({ config: {}, problems: [] });
        expect(isValid({})).toBe(true);
    });

    test.each([
        ['{', 'It is no JSON'],
        ['[]', 'It is no JSON object'],
        ['{ "rule": {} }', 'There is no setting "rule". Did you mean "rules"?'],
        ['{ "rules": [] }', '"rules" is no object'],
        ['{ "rules": { "SYS002": "warn" } }', 'The severity "warn" of SYS002 is none. Write one of off, info, warning, error.'],
        ['{ "rules": { "SYS002": "warnin" } }', 'Did you mean "warning"?'],
        ['{ "rules": { "SYS002": 1 } }', 'The severity 1 of SYS002 is none. Write one of'],
        ['{ "rules": { "SYS020": "off" } }', 'There is no rule SYS020. Did you mean SYS002?'],
    ])('that reads %s is told what is wrong', (text, words) => {
        const { problems } = parseConfig(text);
        expect(problems).toHaveLength(1);
        expect(problems[0]).toContain(words);
    });

    test('the schema knows every rule and no other', () => {
        for (const { code } of allRules) expect(isValid({ rules: { [code]: 'off' } }), code).toBe(true);
        expect(isValid({ rules: { SYS020: 'off' } })).toBe(false);
        expect(isValid({ rules: { SYS002: 'warn' } })).toBe(false);
    });
});
