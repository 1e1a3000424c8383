import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { crmmap, folderWith, soundMap } from './program.ts';

/** The files that each of these formats writes for the sound map. */
const formats: Readonly<Record<string, readonly string[]>> = {
    html: ['shop.html'],
    png: ['shop.systems.png', 'shop.order.png'],
    pdf: ['shop.pdf'],
};

// The renderer of PNG takes a second to start, several times in a test, and longer on a busy machine.
describe.each(Object.entries(formats))('crmmap export --format %s', (format, files) => {
    const shown = files.map((file) => `out/${file}\n`).join('');

    function contentsOf(folder: string): Record<string, string> {
        return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file)).toString('base64')]));
    }

    test('writes its files, the same bytes twice, and touches none that would not change', () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        expect(crmmap(['export', '--format', format], { cwd: folder })).toEqual({ status: 0, out: shown, err: '' });
        const [file = ''] = files;
        utimesSync(path.join(folder, 'out', file), 1_000_000, 1_000_000);
        expect(crmmap(['export', '--format', format], { cwd: folder }).out).toBe(shown.replaceAll('\n', ' (unchanged)\n'));
        crmmap(['export', path.join(folder, 'shop.crmmap'), '--format', format, '--out', 'again'], { cwd: folder });
        expect(contentsOf(path.join(folder, 'again'))).toEqual(contentsOf(path.join(folder, 'out')));
    });

    test('--check tells what is missing, what is out of date, and that all is well', () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        const check = (): ReturnType<typeof crmmap> => crmmap(['export', '--format', format, '--check'], { cwd: folder });
        expect(check()).toMatchObject({ status: 1, out: '' });
        crmmap(['export', '--format', format], { cwd: folder });
        expect(check()).toEqual({ status: 0, out: `${files.length === 1 ? '1 file' : `${files.length} files`} in out up to date.\n`, err: '' });
        writeFileSync(path.join(folder, 'shop.crmmap'), soundMap.replace('Web shop', 'Store'));
        const stale = check();
        expect(stale.status).toBe(1);
        expect(stale.err).toMatch(new RegExp(`^crmmap: out/${files[0]} is out of date: `));
    });

    test('a view with an error is not written, the old file stays, and the exit status is 1', () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        crmmap(['export', '--format', format], { cwd: folder });
        const before = contentsOf(path.join(folder, 'out'));
        writeFileSync(path.join(folder, 'shop.crmmap'), soundMap.replace('shop -> crm', 'shop -> crn'));
        const { status, err } = crmmap(['export', '--format', format, '--view', 'systems'], { cwd: folder });
        expect(status).toBe(1);
        expect(err).toMatch(/^crmmap: shop\.crmmap: .* is not (?:drawn|written): shop\.crmmap:6:\d+ .*`crn`/);
        expect(contentsOf(path.join(folder, 'out'))).toEqual(before);
    });

    test('another theme is other bytes, and a part of the maps is a part', () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        crmmap(['export', '--format', format, '--theme', 'light'], { cwd: folder });
        const light = contentsOf(path.join(folder, 'out'));
        crmmap(['export', '--format', format, '--theme', 'dark'], { cwd: folder });
        expect(contentsOf(path.join(folder, 'out'))).not.toEqual(light);
        expect(crmmap(['export', '--format', format, '--shard', '2/2'], { cwd: folder })).toEqual({ status: 0, out: '', err: '' });
    });
});
