import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changed } from '../../language/edits/text-change.ts';
import { TextLines } from '../../src/rules/text-lines.ts';
import type { CheckResult } from '../../src/cli/check-result.ts';
import { crmmap, folderWith } from './program.ts';

const quiet = 'map { rules { GOV004 off } }\n';

describe('crmmap check --fix', () => {
    test('mends what is clear, says how much, and tells what is left', () => {
        const cwd = folderWith({
            'a.crmmap': `\uFEFF${quiet.trimEnd()}\r\nteam it { function IT }\r\nsystem shop { categry commerce  owner it  users "40"  since 24.08.2024 }\r\nsystem crm\r\nshop -> crm, crm\r\n`,
        });
        const { out, err, status } = crmmap(['check', 'a.crmmap', '--fix'], { cwd });
        expect(err).toMatch(/^crmmap: \d+ findings mended in 1 file\.$/m);
        const text = readFileSync(join(cwd, 'a.crmmap'), 'utf8');
        expect(text).toContain('system shop { category commerce  owner it  users 40  since 2024-08-24 }\r\n');
        expect(text).toContain('shop -> crm\r\nshop -> crm\r\n');
        expect(text.startsWith('\uFEFFmap')).toBe(true);
        expect(out).not.toContain('LNG0');
        expect(out).toContain('SYS002');
        expect(status).toBe(0);
    });

    test('changes nothing where only the author knows what is meant, and no file that was not asked for', () => {
        const files = { 'a.crmmap': 'import "./b.crmmap"\nsystem shop { owner nobody }\nshop -> crm\n', 'b.crmmap': 'sytem crm\n' };
        const cwd = folderWith(files);
        const { err } = crmmap(['check', 'a.crmmap', '--fix'], { cwd });
        expect(err).not.toContain('mended');
        for (const [name, text] of Object.entries(files)) expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
    });

    test('does not go with --watch', () => {
        const { err, status } = crmmap(['check', '--fix', '--watch'], { cwd: folderWith({}) });
        expect(err).toContain('--watch looks on, and --fix writes');
        expect(status).toBe(2);
    });
});

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
