import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { crmmapHere, folderWith, type Outcome, soundMap } from './program.ts';

/** The files that each of these formats writes for the sound map. */
const formats: Readonly<Record<string, readonly string[]>> = {
    html: ['shop.html'],
    png: ['shop.systems.png', 'shop.order.png'],
    pdf: ['shop.pdf'],
};

describe.each(Object.entries(formats))('crmmap export --format %s', (format, files) => {
    const shown = files.map((file) => `out/${file}\n`).join('');

    function contentsOf(folder: string): Record<string, string> {
        return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file)).toString('base64')]));
    }

    test('writes its files, the same bytes twice, and touches none that would not change', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        expect(await crmmapHere(['export', '--format', format], { cwd: folder })).toEqual({ status: 0, out: shown, err: '' });
        const [file = ''] = files;
        utimesSync(path.join(folder, 'out', file), 1_000_000, 1_000_000);
        expect((await crmmapHere(['export', '--format', format], { cwd: folder })).out).toBe(shown.replaceAll('\n', ' (unchanged)\n'));
        await crmmapHere(['export', path.join(folder, 'shop.crmmap'), '--format', format, '--out', 'again'], { cwd: folder });
        expect(contentsOf(path.join(folder, 'again'))).toEqual(contentsOf(path.join(folder, 'out')));
    });

    test('--check tells what is missing, what is out of date, and that all is well', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        const check = (): Promise<Outcome> => crmmapHere(['export', '--format', format, '--check'], { cwd: folder });
        expect(await check()).toMatchObject({ status: 1, out: '' });
        await crmmapHere(['export', '--format', format], { cwd: folder });
        expect(await check()).toEqual({ status: 0, out: `${files.length === 1 ? '1 file' : `${files.length} files`} in out up to date.\n`, err: '' });
        writeFileSync(path.join(folder, 'shop.crmmap'), soundMap.replace('Web shop', 'Store'));
        const stale = await check();
        expect(stale.status).toBe(1);
        expect(stale.err).toMatch(new RegExp(`^crmmap: out/${files[0]} is out of date: `));
    });

    test('a view with an error is not written, the old file stays, and the exit status is 1', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        await crmmapHere(['export', '--format', format], { cwd: folder });
        const before = contentsOf(path.join(folder, 'out'));
        writeFileSync(path.join(folder, 'shop.crmmap'), soundMap.replace('shop -> crm', 'shop -> crn'));
        const { status, err } = await crmmapHere(['export', '--format', format, '--view', 'systems'], { cwd: folder });
        expect(status).toBe(1);
        expect(err).toMatch(/^crmmap: shop\.crmmap: .* is not (?:drawn|written): shop\.crmmap:6:\d+ .*`crn`/);
        expect(contentsOf(path.join(folder, 'out'))).toEqual(before);
    });

    test('another theme is other bytes, and a part of the maps is a part', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        await crmmapHere(['export', '--format', format, '--theme', 'light'], { cwd: folder });
        const light = contentsOf(path.join(folder, 'out'));
        await crmmapHere(['export', '--format', format, '--theme', 'dark'], { cwd: folder });
        expect(contentsOf(path.join(folder, 'out'))).not.toEqual(light);
        expect(await crmmapHere(['export', '--format', format, '--shard', '2/2'], { cwd: folder })).toEqual({ status: 0, out: '', err: '' });
    });
});
