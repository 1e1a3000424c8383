import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { crmmapHere, folderWith, program } from './program.ts';

const untidy = 'system   shop {\nowner it\n}\n';
const tidy = 'system shop {\n  owner it\n}\n';
const broken = 'system   shop { owner = it }\n';

function contentOf(folder: string, name: string): string {
    return readFileSync(path.join(folder, name), 'utf8');
}

function piped(input: string | Uint8Array, ...args: readonly string[]): { status: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'format', '--stdin', ...args], { input, encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
}

describe('crmmap format', () => {
    test('formats maps in place, names those that it changed, and does not touch the others', async () => {
        const folder = folderWith({ 'a.crmmap': untidy, 'maps/b.crmmap': tidy });
        const old = new Date('2020-01-01');
        utimesSync(path.join(folder, 'maps/b.crmmap'), old, old);
        expect(await crmmapHere(['format'], { cwd: folder })).toEqual({ status: 0, out: 'a.crmmap\n1 map formatted, 1 unchanged.\n', err: '' });
        expect(contentOf(folder, 'a.crmmap')).toBe(tidy);
        expect(statSync(path.join(folder, 'maps/b.crmmap')).mtime).toEqual(old);
        expect(readdirSync(folder).sort()).toEqual(['a.crmmap', 'maps']);
        expect((await crmmapHere(['format'], { cwd: folder })).out).toBe('0 maps formatted, 2 unchanged.\n');
    });

    test('with --check writes nothing, names each map that is not formatted, and exits with 1', async () => {
        const folder = folderWith({ 'a.crmmap': untidy, 'b.crmmap': tidy, 'c.crmmap': `\n${tidy}` });
        const { status, out, err } = await crmmapHere(['format', '--check'], { cwd: folder });
        expect({ status, out }).toEqual({ status: 1, out: '' });
        expect(err).toBe(
            'crmmap: a.crmmap is not formatted. To mend it, run: crmmap format a.crmmap\n' +
                'crmmap: c.crmmap is not formatted. To mend it, run: crmmap format c.crmmap\n',
        );
        expect(contentOf(folder, 'a.crmmap')).toBe(untidy);
        expect(await crmmapHere(['format', '--check', 'b.crmmap'], { cwd: folder })).toEqual({ status: 0, out: '1 map formatted.\n', err: '' });
    });

    test('finds all examples formatted', async () => {
        expect(await crmmapHere(['format', '--check', 'examples'])).toEqual({ status: 0, out: expect.stringMatching(/^\d+ maps formatted\.\n$/), err: '' });
    });

    test('leaves a map with a mistake of the syntax as it is, says where the mistake is, formats the others, and exits with 1', async () => {
        const folder = folderWith({ 'a.crmmap': broken, 'b.crmmap': untidy });
        const { status, out, err } = await crmmapHere(['format'], { cwd: folder });
        expect({ status, out }).toEqual({ status: 1, out: 'b.crmmap\n' });
        expect(err).toMatch(/^crmmap: a\.crmmap:1:23 cannot be formatted, and is left as it is: .+\n$/);
        expect(contentOf(folder, 'a.crmmap')).toBe(broken);
        expect(contentOf(folder, 'b.crmmap')).toBe(tidy);
    });

    test('formats a map whose names are unknown', async () => {
        const folder = folderWith({ 'a.crmmap': 'nobody   ->   nothing' });
        expect((await crmmapHere(['format'], { cwd: folder })).status).toBe(0);
        expect(contentOf(folder, 'a.crmmap')).toBe('nobody -> nothing\n');
    });

    test('goes on after a file that cannot be read, and exits with 2', async () => {
        const folder = folderWith({ 'a.crmmap': new Uint8Array([0xff, 0xfe]), 'b.crmmap': untidy, 'c.crmmap': new Uint8Array(5_000_001).fill(0x20) });
        const { status, err } = await crmmapHere(['format', 'nowhere.crmmap', '.'], { cwd: folder });
        expect(status).toBe(2);
        expect(err).toContain('nowhere.crmmap matches nothing.');
        expect(err).toContain('a.crmmap is not UTF-8 text.');
        expect(err).toContain('c.crmmap is too large: 5.0 MB.');
        expect(contentOf(folder, 'b.crmmap')).toBe(tidy);
    });

    test('does not replace a file that may not be written', () => {
        const folder = folderWith({ 'a.crmmap': untidy });
        chmodSync(path.join(folder, 'a.crmmap'), 0o444);
        chmodSync(folder, 0o777);
        // An administrator may write everything; anybody else does as well here.
        const uid = process.getuid?.() === 0 ? 65_534 : undefined;
        const { status, stderr } = spawnSync(process.execPath, [program, 'format'], { cwd: folder, uid, encoding: 'utf8' });
        expect({ status, stderr }).toEqual({ status: 2, stderr: 'crmmap: a.crmmap cannot be written: access is denied.\n' });
        expect(contentOf(folder, 'a.crmmap')).toBe(untidy);
    });

    test('keeps the rights of a file, its byte order mark and its line breaks', async () => {
        const folder = folderWith({ 'a.crmmap': `\uFEFF${untidy.replaceAll('\n', '\r\n')}` });
        chmodSync(path.join(folder, 'a.crmmap'), 0o640);
        expect((await crmmapHere(['format'], { cwd: folder })).status).toBe(0);
        expect(contentOf(folder, 'a.crmmap')).toBe(`\uFEFF${tidy.replaceAll('\n', '\r\n')}`);
        expect(statSync(path.join(folder, 'a.crmmap')).mode & 0o777).toBe(0o640);
    });

    test('follows a link that is named or that stays in the folder, and none that leads out of it', async () => {
        const outside = folderWith({ 'a.crmmap': untidy });
        const folder = folderWith({ 'maps/b.crmmap': untidy });
        symlinkSync(path.join(outside, 'a.crmmap'), path.join(folder, 'out.crmmap'));
        symlinkSync('maps/b.crmmap', path.join(folder, 'in.crmmap'));
        const { status, err } = await crmmapHere(['format'], { cwd: folder });
        expect({ status, err }).toEqual({
            status: 2,
            err: 'crmmap: out.crmmap cannot be written: it is a link that leads out of the folder. Name the file itself.\n',
        });
        expect(contentOf(folder, 'maps/b.crmmap')).toBe(tidy);
        expect(contentOf(outside, 'a.crmmap')).toBe(untidy);
        expect((await crmmapHere(['format', 'out.crmmap'], { cwd: folder })).status).toBe(0);
        expect(contentOf(outside, 'a.crmmap')).toBe(tidy);
        expect(lstatSync(path.join(folder, 'out.crmmap')).isSymbolicLink()).toBe(true);
    });

    test('with --stdin formats what comes in', () => {
        expect(piped(untidy)).toEqual({ status: 0, out: tidy, err: '' });
        expect(piped('')).toEqual({ status: 0, out: '', err: '' });
        expect(piped(untidy, '--check')).toEqual({ status: 1, out: '', err: 'crmmap: standard input is not formatted.\n' });
        expect(piped(tidy, '--check')).toEqual({ status: 0, out: '', err: '' });
        expect(piped(broken)).toEqual({ status: 1, out: '', err: expect.stringContaining('crmmap: standard input:1:23 cannot be formatted') });
        expect(piped(new Uint8Array([0xff]))).toEqual({ status: 2, out: '', err: 'crmmap: standard input is not UTF-8 text. Save it as UTF-8.\n' });
        expect(piped('', 'a.crmmap')).toMatchObject({ status: 2, out: '', err: expect.stringContaining('Leave out the paths, or --stdin.') });
    });
});
