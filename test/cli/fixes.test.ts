import { describe, expect, test } from 'vitest';
import { changed } from '../../language/edits/text-change.ts';
import { TextLines } from '../../src/rules/text-lines.ts';
import type { CheckResult } from '../../src/cli/check-result.ts';
import { crmmap, folderWith } from './program.ts';

const quiet = 'map { rules { GOV004 off } }\n';

describe('what crmmap check says of fixes', () => {
    test('is the likeliest one, below each finding', () => {
        const cwd = folderWith({ 'a.crmmap': 'system shop { categry commerce }\nsystem crm\nshop -> crm\n' });
        const { out } = crmmap(['check', 'a.crmmap'], { cwd });
        expect(out).toContain('    fix: Write `category`\n');
        expect(out).toContain('    fix: Declare the team `it`, and add it as owner\n');
    });

    test('is all of them in JSON, as edits that mend the files when they are done', () => {
        const text = `${quiet}team it { function it }\nsystem shop\nsystem crm { owner it }\nflow both: shop <-> crm { timing event  volume 3 per day  errors alert it }\n`;
        const files: Record<string, string> = { 'a.crmmap': text };
        const check = (): CheckResult => JSON.parse(crmmap(['check', '--format', 'json'], { cwd: folderWith(files) }).out) as CheckResult;
        const { findings } = check();
        expect(findings.map(({ code }) => code)).toEqual(['SYS002', 'FLW001']);
        expect(findings.map(({ fixes = [] }) => fixes.filter(({ preferred }) => preferred).length)).toEqual([1, 1]);
        const edits = findings.flatMap(({ fixes = [] }) => fixes.find(({ preferred }) => preferred)?.edits ?? []);
        const lines = new TextLines(text);
        const offset = ({ line, column }: { line: number; column: number }): number => lines.offsetOf({ line: line - 1, character: column - 1 });
        files['a.crmmap'] = changed(
            text,
            edits.map((edit) => ({ from: offset(edit.start), to: offset(edit.end), text: edit.text })),
        );
        expect(check().findings).toEqual([]);
    });
});
