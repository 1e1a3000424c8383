import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/cli/check-result.ts';
import { addFiles, crmmap, crmmapHere, folderWith, patience, program, soundMap } from './program.ts';

const schema = JSON.parse(readFileSync('docs/check-result.schema.json', 'utf8')) as object;
const isCheckResult = new Ajv({ allErrors: true, strict: false }).compile(schema);

const tenMistakes = `system shop "Web shop" {
  owner nobody
  category comerce
  region atlantis
}
system shop "Again"
flow people: shop -> crm "People"
flow sales: shop -> erq "Sales" { timing sometimes }
journey first "First" {
  persona ana
  stage find "Find" { touchpoint look { channel web } }
}
sytem till "Till"
`;

function resultOf(out: string): CheckResult {
    return JSON.parse(out) as CheckResult;
}

describe('crmmap check', () => {
    test('finds no error in the reference map, and exits with 0', async () => {
        const { status, out, err } = await crmmapHere(['check', 'examples/northwind.crmmap', '--today', '2026-11-22']);
        expect({ status, last: out.split('\n').at(-2), err }).toEqual({
            status: 0,
            last: expect.stringMatching(/^0 errors, \d+ warnings and \d+ notes in 1 file\.$/),
            err: '',
        });
    });

    test('finds nothing in a map that says all that it should', async () => {
        const { status, out, err } = await crmmapHere(['check'], { cwd: folderWith({ 'shop.crmmap': soundMap }) });
        expect({ status, out, err }).toEqual({ status: 0, out: 'Nothing found in 1 file.\n', err: '' });
    });

    test('tells what rules find at its place, with the line and what it is related to', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap.replace('shop -> crm', 'shop <-> crm').replace('"CRM" { owner it }', '"CRM"') });
        const { status, out } = await crmmapHere(['check'], { cwd: folder });
        expect(status).toBe(1);
        expect(out).toContain('shop.crmmap:5:8 warning SYS002 `crm` has no owner.');
        expect(out).toContain('  5 | system crm "CRM"\n    |        ^^^\n');
        expect(out).toContain('shop.crmmap:6:6 error FLW001 `people` (I-01) goes both ways');
    });

    test('compares dates with --today', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap.replace('currency EUR', 'currency EUR reviewed 2026-09-30 every 90 days') });
        expect((await crmmapHere(['check', '--today', '2026-12-29'], { cwd: folder })).out).toBe('Nothing found in 1 file.\n');
        expect((await crmmapHere(['check', '--today', '2026-12-30'], { cwd: folder })).out).toMatch(/^shop\.crmmap:1:27 warning GOV001 /);
    });

    test('takes severities from crmmap.json above the map, from --config instead, and from the map before both', async () => {
        const folder = folderWith({
            'crmmap.json': '{ "rules": { "SYS002": "error" } }',
            'off.json': '{ "rules": { "SYS002": "off" } }',
            'maps/shop.crmmap': soundMap.replace('"CRM" { owner it }', '"CRM"'),
        });
        expect(await crmmapHere(['check'], { cwd: folder })).toMatchObject({ status: 1, out: expect.stringContaining('maps/shop.crmmap:5:8 error SYS002') });
        expect(await crmmapHere(['check', '--config', 'off.json'], { cwd: folder })).toEqual({ status: 0, out: 'Nothing found in 1 file.\n', err: '' });
        addFiles(folder, { 'maps/shop.crmmap': soundMap.replace('"CRM" { owner it }', '"CRM"').replace('GOV004 off', 'GOV004 off, SYS002 info') });
        expect(await crmmapHere(['check'], { cwd: folder })).toMatchObject({ status: 0, out: expect.stringContaining('maps/shop.crmmap:5:8 info SYS002') });
    });

    test('says what is wrong in crmmap.json, and exits with 2', async () => {
        const folder = folderWith({ 'crmmap.json': '{ "rules": { "SYS020": "off" } }', 'shop.crmmap': soundMap });
        expect(await crmmapHere(['check'], { cwd: folder })).toEqual({
            status: 2,
            out: 'Nothing found in 1 file.\n',
            err: 'crmmap: crmmap.json cannot be used as it is. There is no rule SYS020. Did you mean SYS002?\n',
        });
        expect(await crmmapHere(['check', '--config', 'none.json'], { cwd: folder })).toMatchObject({
            status: 2,
            err: expect.stringMatching(/^crmmap: none\.json cannot be read: /),
        });
    });

    test('looks at a file that another imports as a part of that map, also where both are named', async () => {
        const [head = '', flow = ''] = soundMap.split('flow people');
        const folder = folderWith({ 'systems.crmmap': head, 'root.crmmap': `import "./systems.crmmap"\nflow people${flow}` });
        for (const args of [['check'], ['check', 'systems.crmmap', 'root.crmmap'], ['check', 'root.crmmap']]) {
            expect(crmmap(args, { cwd: folder }).out).toBe('Nothing found in 2 files.\n');
        }
        expect((await crmmapHere(['check', 'systems.crmmap'], { cwd: folder })).out).toContain('SYS001');
    });

    test('says nothing of what a map may lack while one of its files is missing', async () => {
        const folder = folderWith({ 'main.crmmap': 'import "./gone.crmmap"\nsystem a\n' });
        const { out } = await crmmapHere(['check', '--format', 'json'], { cwd: folder });
        expect(resultOf(out).findings.map(({ code }) => code)).toEqual(['LNG040']);
    });

    test('tells of a shared file what all maps that have it lack', async () => {
        const systems = 'team it { function it }\nsystem a { owner it }\nsystem b { owner it }\nsystem c { owner it }\n';
        const uses = (other: string): string =>
            `import "./systems.crmmap"\nmap { rules { GOV004 off } }\na -> ${other} { timing event volume 3 per day errors alert it }\n`;
        const folder = folderWith({ 'systems.crmmap': systems, 'one.crmmap': uses('b'), 'two.crmmap': uses('b') });
        expect((await crmmapHere(['check'], { cwd: folder })).out).toMatch(/^systems\.crmmap:4:8 warning SYS001 /);
        addFiles(folder, { 'two.crmmap': uses('c') });
        expect((await crmmapHere(['check'], { cwd: folder })).out).toBe('Nothing found in 3 files.\n');
    });

    test('gives ten errors for ten mistakes, each on its line, and exits with 1', async () => {
        const folder = folderWith({ 'wrong.crmmap': tenMistakes });
        const { status, out } = await crmmapHere(['check', 'wrong.crmmap', '--format', 'json'], { cwd: folder });
        expect(status).toBe(1);
        const { findings, summary } = resultOf(out);
        expect(findings.map(({ start, severity }) => `${start.line} ${severity}`)).toEqual([
            '2 error',
            '3 error',
            '4 error',
            '6 error',
            '7 error',
            '8 error',
            '8 error',
            '10 error',
            '11 error',
            '13 error',
        ]);
        expect(summary.errors).toBe(10);
    });

    test('shows the line with a marker under what is wrong, aligned behind tabs, wide characters and emoji', async () => {
        const folder = folderWith({ 'wide.crmmap': 'segment a\n\tsystem b "東京 🗼 e\u0301" { owner x1 }\n' });
        const { status, out } = await crmmapHere(['check', 'wide.crmmap'], { cwd: folder });
        expect(status).toBe(1);
        const lines = out.split('\n');
        expect(lines[0]).toMatch(/^wide\.crmmap:2:30 error \S+ There is no team `x1`\./);
        expect(lines[1]).toBe('  2 |     system b "東京 🗼 e\u0301" { owner x1 }');
        // Wide characters and the emoji take two columns each, the accent none.
        expect(lines[2]).toBe(`    | ${' '.repeat('    system b "'.length + 2 * 2 + 1 + 2 + 1 + 1 + '" { owner '.length)}^^`);
        expect(out.endsWith('1 error and 0 warnings in 1 file.\n')).toBe(true);
    });

    test('names the place of the first where something is declared twice', async () => {
        const folder = folderWith({ 'twice.crmmap': 'segment shop\nsegment shop\n' });
        const { out } = await crmmapHere(['check', '--format', 'json'], { cwd: folder });
        const [finding] = resultOf(out).findings;
        expect(finding).toMatchObject({ file: 'twice.crmmap', start: { line: 2, column: 9 } });
        expect(finding?.related).toEqual([expect.objectContaining({ file: 'twice.crmmap', start: { line: 1, column: 9 } })]);
        expect((await crmmapHere(['check'], { cwd: folder })).out).toContain('    twice.crmmap:1:9 ');
    });

    test('writes JSON that its schema allows, with findings and with problems', async () => {
        const folder = folderWith({ 'wrong.crmmap': tenMistakes, 'bytes.crmmap': Uint8Array.of(0x6d, 0xff, 0xfe) });
        const { status, out } = await crmmapHere(['check', '.', 'missing.crmmap', '--format', 'json'], { cwd: folder });
        expect(status).toBe(2);
        expect(isCheckResult(JSON.parse(out)), JSON.stringify(isCheckResult.errors)).toBe(true);
        expect(resultOf(out).problems.map(({ file }) => file)).toEqual(['missing.crmmap', 'bytes.crmmap']);
        expect(resultOf(out).findings.length).toBeGreaterThan(9);
    });

    test('counts columns in UTF-16 units from 1', async () => {
        const folder = folderWith({ 'emoji.crmmap': 'system b "🗼" { owner x1 }\n' });
        const { findings } = resultOf((await crmmapHere(['check', '--format', 'json'], { cwd: folder })).out);
        expect(findings[0]).toMatchObject({ start: { line: 1, column: 23 }, end: { line: 1, column: 25 } });
    });

    test('says the same whatever the order of the arguments, and twice', async () => {
        const folder = folderWith({ 'b/one.crmmap': 'system a { owner x }', 'a.crmmap': 'system a { region y }', 'Z.crmmap': soundMap });
        const first = await crmmapHere(['check', 'b', 'a.crmmap', 'Z.crmmap', '--format', 'json'], { cwd: folder });
        expect(first.out).toBe((await crmmapHere(['check', '--format=json', 'Z.crmmap', 'a.crmmap', 'b'], { cwd: folder })).out);
        expect(first.out).toBe((await crmmapHere(['check', '--format=json'], { cwd: folder })).out);
        expect(resultOf(first.out).files).toEqual(['Z.crmmap', 'a.crmmap', 'b/one.crmmap']);
    });

    test('one bad map hides no other', async () => {
        const folder = folderWith({ 'a.crmmap': 'system a { owner x }', 'b.crmmap': '}}}} "', 'c.crmmap': 'system c { region y }', 'd.crmmap': soundMap });
        const { status, out } = await crmmapHere(['check', '--format', 'json'], { cwd: folder });
        expect(status).toBe(1);
        expect(new Set(resultOf(out).findings.map(({ file }) => file))).toEqual(new Set(['a.crmmap', 'b.crmmap', 'c.crmmap']));
    });

    test('text that is nested beyond measure stops no other map', async () => {
        const folder = folderWith({ 'a.crmmap': `view v { include ${'('.repeat(50_000)}tag x${')'.repeat(50_000)} }`, 'b.crmmap': 'system c { region y }' });
        const { status, out } = await crmmapHere(['check', '--format', 'json'], { cwd: folder });
        expect(status).toBeGreaterThan(0);
        expect(resultOf(out).findings.map(({ file }) => file)).toContain('b.crmmap');
    });

    test('a file that is not UTF-8, too large, a folder by its name or not there is one clear line each, and exit status 2', async () => {
        const folder = folderWith({
            'bytes.crmmap': Uint8Array.of(0x6d, 0xff, 0xfe),
            'huge.crmmap': `system a // ${'x'.repeat(5_000_001)}`,
            'notes.txt': 'system a',
            'good.crmmap': soundMap,
        });
        const { status, out, err } = await crmmapHere(['check', 'bytes.crmmap', 'huge.crmmap', 'notes.txt', 'nothing.crmmap', 'maps/*.crmmap', 'good.crmmap'], {
            cwd: folder,
        });
        expect(status).toBe(2);
        expect(err.trimEnd().split('\n').sort()).toEqual([
            'crmmap: bytes.crmmap is not UTF-8 text. Save it as UTF-8.',
            'crmmap: huge.crmmap is too large: 5.0 MB. A map file may have 5 MB; split it, and use import.',
            'crmmap: maps/*.crmmap matches nothing. Write a .crmmap file, a folder or a glob.',
            'crmmap: notes.txt is no map. The name of a map ends in .crmmap.',
            'crmmap: nothing.crmmap matches nothing. Write a .crmmap file, a folder or a glob.',
        ]);
        expect(out).toBe('Nothing found in 1 file.\n');
    });

    test('a file of exactly 5 MB, and one with a byte order mark, are read', async () => {
        const folder = folderWith({ 'large.crmmap': `system a //${'x'.repeat(4_999_989)}`, 'mark.crmmap': '\uFEFFsystem a { owner x1 }' });
        expect((await crmmapHere(['check', 'large.crmmap'], { cwd: folder })).status).toBe(0);
        const { findings } = resultOf((await crmmapHere(['check', 'mark.crmmap', '--format', 'json'], { cwd: folder })).out);
        expect(findings[0]).toMatchObject({ start: { line: 1, column: 18 } });
    });

    test('a folder without a map is a problem, and so is the working folder', async () => {
        const folder = folderWith({ 'readme.md': '' });
        expect(await crmmapHere(['check'], { cwd: folder })).toEqual({ status: 2, out: '', err: 'crmmap: . has no .crmmap file in it.\n' });
    });

    test('--max-warnings turns warnings into exit status 1, and the number itself is allowed', async () => {
        const folder = folderWith({ 'twice.crmmap': 'import "./a.crmmap"\nimport "./a.crmmap"\n', 'a.crmmap': 'segment young' });
        const { status, out } = await crmmapHere(['check'], { cwd: folder });
        expect({ status, out: out.split('\n').at(-2) }).toEqual({ status: 0, out: '0 errors and 1 warning in 2 files.' });
        expect((await crmmapHere(['check', '--max-warnings', '1'], { cwd: folder })).status).toBe(0);
        const tooMany = await crmmapHere(['check', '--max-warnings', '0'], { cwd: folder });
        expect({ status: tooMany.status, err: tooMany.err }).toEqual({ status: 1, err: 'crmmap: 1 warning, more than --max-warnings 0 allows.\n' });
    });

    test('--output writes the result to a file, and says 2 when it cannot', async () => {
        const folder = folderWith({ 'good.crmmap': soundMap, 'a-file': '' });
        expect(await crmmapHere(['check', '--format', 'json', '--output', 'results/check.json'], { cwd: folder })).toEqual({ status: 0, out: '', err: '' });
        expect(resultOf(readFileSync(path.join(folder, 'results/check.json'), 'utf8')).files).toEqual(['good.crmmap']);
        const { status, err } = await crmmapHere(['check', '--output', 'a-file/check.txt'], { cwd: folder });
        expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(/^crmmap: a-file\/check\.txt cannot be written: .+\n$/) });
    });

    test('has no summary where no file could be read', async () => {
        const folder = folderWith({ 'bytes.crmmap': Uint8Array.of(0xff) });
        expect(await crmmapHere(['check', 'nope.crmmap'], { cwd: folder })).toEqual({
            status: 2,
            out: '',
            err: 'crmmap: nope.crmmap matches nothing. Write a .crmmap file, a folder or a glob.\n',
        });
        expect(await crmmapHere(['check', 'bytes.crmmap'], { cwd: folder })).toMatchObject({ status: 2, out: '' });
        expect(resultOf((await crmmapHere(['check', 'nope.crmmap', '--format', 'json'], { cwd: folder })).out).summary.files).toBe(0);
    });

    test.runIf(process.platform !== 'win32')('--output writes into a pipe and what a link leads to, and leaves both as they are', async () => {
        const folder = folderWith({ 'good.crmmap': soundMap, 'there/old.txt': 'old' });
        const said = 'Nothing found in 1 file.\n';
        for (const [link, target] of [
            ['link.txt', 'there/old.txt'],
            ['new.txt', 'there/new.txt'],
        ] as const) {
            symlinkSync(target, path.join(folder, link));
            expect(await crmmapHere(['check', '--output', link], { cwd: folder })).toEqual({ status: 0, out: '', err: '' });
            expect(lstatSync(path.join(folder, link)).isSymbolicLink()).toBe(true);
            expect(readFileSync(path.join(folder, target), 'utf8')).toBe(said);
        }
        symlinkSync('circle.txt', path.join(folder, 'circle.txt'));
        expect(await crmmapHere(['check', '--output', 'circle.txt'], { cwd: folder })).toMatchObject({
            status: 2,
            err: 'crmmap: circle.txt cannot be written: its links lead in a circle.\n',
        });
        const script = `mkfifo pipe; cat pipe & "${process.execPath}" "${program}" check --output pipe; wait; test -p pipe && echo still a pipe`;
        expect(spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8', timeout: patience }).stdout).toBe(`${said}still a pipe\n`);
    });

    test.runIf(existsSync('/dev/full'))('a device that takes nothing is one line, exit status 2, and stays a device', async () => {
        const folder = folderWith({ 'good.crmmap': soundMap });
        // A link of our own, so that a mistake would replace the link, not the device.
        symlinkSync('/dev/full', path.join(folder, 'full'));
        expect(await crmmapHere(['check', '--output', 'full'], { cwd: folder })).toEqual({
            status: 2,
            out: '',
            err: 'crmmap: full cannot be written: the disk is full.\n',
        });
        expect(statSync(path.join(folder, 'full')).isCharacterDevice()).toBe(true);
    });

    test('colours only when asked: NO_COLOR wins over FORCE_COLOR, and a pipe has none', async () => {
        const folder = folderWith({ 'wrong.crmmap': 'system a { owner x }' });
        const escape = '\u001b[';
        expect((await crmmapHere(['check'], { cwd: folder })).out).not.toContain(escape);
        expect(crmmap(['check'], { cwd: folder, env: { FORCE_COLOR: '1' } }).out).toContain(`${escape}31merror`);
        const both = crmmap(['check'], { cwd: folder, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
        expect(both.out).not.toContain(escape);
        expect(both.err).toBe('');
    });

    test('text of a map does not steer the terminal', async () => {
        const folder = folderWith({ 'hostile.crmmap': 'system a "\u001b[2J\u202e" { owner `\u001b]0;x\u0007` }' });
        const { out } = await crmmapHere(['check'], { cwd: folder });
        // oxlint-disable-next-line no-control-regex
        expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
        expect(out).toContain('hostile.crmmap:1:');
    });
});
