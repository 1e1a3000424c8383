import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { crmmap, folderWith, program, soundMap } from './program.ts';

describe('crmmap', () => {
    test.each([
        [['chekc'], 'There is no command chekc. Did you mean check?'],
        [['check', '--formt', 'json'], 'There is no option --formt. Did you mean --format?'],
        [['check', '--format', 'jsn'], 'There is no --format jsn. Did you mean json?'],
        [['check', '--format'], '--format needs a value. Write --format FORMAT.'],
        [['check', '--format', '--output', 'x'], '--format needs a value. Write --format FORMAT.'],
        [['check', '--max-warnings', 'many'], '--max-warnings many is no number.'],
        [['check', '--max-warnings=-1'], '--max-warnings -1 is no number.'],
        [['check', '--today', '2026-02-30'], '--today 2026-02-30 is no date.'],
        [['check', '--config'], '--config needs a value. Write --config FILE.'],
        [['check', '-x'], 'There is no option -x.'],
        [['export', '--format', 'svg,pmg'], 'There is no --format pmg. Did you mean png?'],
        [['export', '--format', 'svg,visio'], 'There is no --format visio. There are json, csv, svg, png, pdf, mermaid, drawio, html and markdown.'],
        [['export', '--theme', 'drak'], 'There is no --theme drak. Did you mean dark?'],
        [['export', '--watch', '--check'], '--watch draws, and --check only compares. Write one of the two.'],
        [['check', '--watch', '--format', 'json'], '--watch tells people, and json is for machines.'],
        [['export', '--jobs', '0'], '--jobs 0 is no number of threads. Write one from 1 to 64.'],
        [['export', '--jobs', 'all'], '--jobs all is no number.'],
        [['export', '--scale', '0'], '--scale 0 is no scale. Write a number from 0.1 to 20, such as --scale 2.'],
        [['export', '--font', 'none.ttf'], '--font none.ttf cannot be read: '],
        [['export', '--font', 'shop.crmmap'], '--font shop.crmmap is no TrueType or OpenType font.'],
        [['export', '--check=yes'], '--check takes no value.'],
        [['export', '--view', 'sytems'], 'There is no view sytems. Did you mean systems?'],
        [['import'], 'The command import is not part of this version yet.'],
    ])('%j is wrong usage: exit status 2, and what to write instead', (args, message) => {
        const { status, out, err } = crmmap(args, { cwd: folderWith({ 'shop.crmmap': soundMap }) });
        expect({ status, out }).toEqual({ status: 2, out: '' });
        expect(err.startsWith(`crmmap: ${message}`), err).toBe(true);
        expect(err).toContain('See: crmmap help');
    });

    test('says its version', () => {
        const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
        expect(crmmap(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
    });

    test.each([[['help', 'export']], [['export', '--help']], [['export', '-h', 'anything']]])('%j explains the command', (args) => {
        const { status, out, err } = crmmap(args);
        expect({ status, err }).toEqual({ status: 0, err: '' });
        expect(out).toContain('crmmap export [paths] [options]');
        expect(out).toContain('--view NAME');
        expect(out).toContain('--watch');
    });

    test('without a command shows the help, and exits with 2', () => {
        const { status, out, err } = crmmap([]);
        expect({ status, out }).toEqual({ status: 2, out: '' });
        expect(err).toContain('crmmap check [paths]');
    });
});

describe('the process', () => {
    test('runs where Object.groupBy is missing, as on Node 20', () => {
        const env = { NODE_OPTIONS: '--import=data:text/javascript,delete%20Object.groupBy' };
        expect(crmmap(['check'], { env, cwd: folderWith({ 'shop.crmmap': soundMap }) })).toEqual({ status: 0, out: 'Nothing found in 1 file.\n', err: '' });
    });

    test('runs where nothing can be kept compiled', () => {
        const folder = folderWith({ 'shop.crmmap': soundMap, 'a-file': '' });
        const unwritable = path.join(folder, 'a-file', 'cache');
        expect(crmmap(['check'], { cwd: folder, env: { TMPDIR: unwritable, NODE_COMPILE_CACHE: unwritable } })).toEqual({
            status: 0,
            out: 'Nothing found in 1 file.\n',
            err: '',
        });
    });

    test.runIf(existsSync('/dev/full'))('exits with 2 when the result cannot be written', () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" check > /dev/full`], { cwd: folder, encoding: 'utf8' });
        expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^crmmap: cannot write the result: .+\n$/) });
    });

    test.runIf(process.platform === 'linux')('exits with 2 when the working folder is gone', () => {
        const folder = folderWith({ 'gone/shop.crmmap': soundMap });
        const command = `cd gone && rm -r ../gone && "${process.execPath}" "${program}" check`;
        const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
        expect(status).toBe(2);
        expect(stderr).not.toContain('    at ');
    });
});
