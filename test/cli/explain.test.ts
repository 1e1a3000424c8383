import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/rules/all-rules.ts';
import { languageCodes } from '../../language/checks/codes.ts';
import { crmmap } from './program.ts';

describe('crmmap explain', () => {
    test('without a code lists every rule and every error, each with what it finds', () => {
        const { status, out, err } = crmmap(['explain']);
        expect([status, err]).toEqual([0, '']);
        for (const { code, severity, title } of allRules)
            expect(out).toMatch(new RegExp(`^  ${code}  ${severity} +${title.replaceAll(/[.*+?^$()[\]\\|{}]/g, '\\$&')}$`, 'm'));
        for (const code of Object.keys(languageCodes)) expect(out).toContain(`  ${code}  `);
    });

    test('tells of a rule what it finds, why that matters, and shows it wrong and right', () => {
        const { status, out } = crmmap(['explain', 'sys002']);
        expect(status).toBe(0);
        expect(out).toBe(`SYS002 warning: A system has no owner

A system that belongs to nobody is not looked after: no one plans its end, answers for its data, or
is called when it fails. Write owner and a team. A system that is external belongs to somebody else.

Wrong:

    team it
    system shop
    system crm { owner it }
    shop -> crm

Right:

    team it
    system shop { owner it }
    system crm { owner it }
    shop -> crm
`);
    });

    test('tells of several codes, and of errors of the language, with their files', () => {
        const { out } = crmmap(['explain', 'LNG012', 'FLW006']);
        expect(out).toMatch(/^LNG012 error: .*\n[^]*\/\/ teams\.crmmap\n {4}team crmOps\n[^]*\n\nFLW006 warning: /);
    });

    test('names the nearest code where there is none such, with exit status 2', () => {
        expect(crmmap(['explain', 'SYS020'])).toEqual({
            status: 2,
            out: '',
            err: 'crmmap: There is no rule or error SYS020. Did you mean SYS002?\nSee: crmmap help explain\n',
        });
        expect(crmmap(['explain', 'everything']).err).toContain('crmmap explain lists all of them.');
    });
});
