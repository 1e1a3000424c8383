import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { addFiles, crmmapHere, folderWith, program, slowMaps, soundMap, startCrmmap } from './program.ts';

const isModel = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync('docs/model.schema.json', 'utf8')) as object);

/** Every file below a folder, with `/`, by name. */
function filesIn(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .sort();
}

function contentsOf(folder: string): Record<string, string> {
    return Object.fromEntries(filesIn(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

describe('crmmap export', () => {
    test('draws each view, and names the pictures on standard output', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        const { status, out, err } = await crmmapHere(['export', 'shop.crmmap'], { cwd: folder });
        expect({ status, out, err }).toEqual({ status: 0, out: 'out/shop.systems.svg\nout/shop.order.svg\n', err: '' });
        expect(filesIn(path.join(folder, 'out'))).toEqual(['shop.order.svg', 'shop.systems.svg']);
        expect(readFileSync(path.join(folder, 'out/shop.systems.svg'), 'utf8')).toMatch(/^<svg [\s\S]*Web shop[\s\S]*<\/svg>\n$/);
    });

    test('gives the same bytes twice, in another order of arguments, and from a moved folder', async () => {
        const files = { 'maps/shop.crmmap': soundMap, 'maps/b/other.crmmap': soundMap.replace('"Shop"', '"Other"') };
        const folder = folderWith(files);
        const formats = ['--format', 'svg,json'];
        await crmmapHere(['export', 'maps/shop.crmmap', 'maps/b/other.crmmap', '--out', 'one', ...formats], { cwd: folder });
        await crmmapHere(['export', 'maps/b', 'maps/shop.crmmap', '--out', 'two', ...formats], { cwd: folder });
        const moved = `${folder}-moved`;
        renameSync(folder, moved);
        await crmmapHere(['export', '--out', 'three', ...formats], { cwd: moved });
        const one = contentsOf(path.join(moved, 'one'));
        expect(Object.keys(one)).toEqual([
            'maps/b/other.json',
            'maps/b/other.order.svg',
            'maps/b/other.systems.svg',
            'maps/shop.json',
            'maps/shop.order.svg',
            'maps/shop.systems.svg',
        ]);
        expect(contentsOf(path.join(moved, 'two'))).toEqual(one);
        expect(contentsOf(path.join(moved, 'three'))).toEqual(one);
        renameSync(moved, folder);
    });

    test('does not touch a file that would not change', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        await crmmapHere(['export'], { cwd: folder });
        const picture = path.join(folder, 'out/shop.systems.svg');
        utimesSync(picture, 1_000_000, 1_000_000);
        const { status, out } = await crmmapHere(['export'], { cwd: folder });
        expect({ status, out }).toEqual({ status: 0, out: 'out/shop.systems.svg (unchanged)\nout/shop.order.svg (unchanged)\n' });
        expect(statSync(picture).mtimeMs).toBe(1_000_000_000);
        writeFileSync(path.join(folder, 'shop.crmmap'), soundMap.replace('Web shop', 'Store'));
        expect((await crmmapHere(['export'], { cwd: folder })).out).toContain('out/shop.systems.svg\n');
        expect(statSync(picture).mtimeMs).toBeGreaterThan(1_000_000_000);
        expect(readFileSync(picture, 'utf8')).toContain('Store');
    });

    test('--check writes nothing, and names each file and view that is missing or different', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        const missing = await crmmapHere(['export', '--check'], { cwd: folder });
        expect(missing.status).toBe(1);
        expect(missing.err).toMatch(/out\/shop\.systems\.svg .*view systems.*\n.*out\/shop\.order\.svg .*view order/);
        expect(filesIn(folder)).toEqual(['shop.crmmap']);
        await crmmapHere(['export'], { cwd: folder });
        expect(await crmmapHere(['export', '--check'], { cwd: folder })).toEqual({ status: 0, out: '2 files in out up to date.\n', err: '' });
        writeFileSync(path.join(folder, 'out/shop.order.svg'), 'old');
        const stale = await crmmapHere(['export', '--check'], { cwd: folder });
        expect(stale.status).toBe(1);
        expect(stale.err).toContain('out/shop.order.svg');
        expect(stale.err).not.toContain('shop.systems.svg');
        expect(readFileSync(path.join(folder, 'out/shop.order.svg'), 'utf8')).toBe('old');
        expect(stale.err).toMatch(/^crmmap: out\/shop\.order\.svg is out of date: /);
        rmSync(path.join(folder, 'out/shop.order.svg'));
        expect(await crmmapHere(['export', '--check'], { cwd: folder })).toEqual({
            status: 1,
            out: '',
            err: 'crmmap: out/shop.order.svg is missing: view order would be drawn there.\n',
        });
    });

    test('--view draws one view', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        expect(await crmmapHere(['export', '--view', 'order'], { cwd: folder })).toEqual({ status: 0, out: 'out/shop.order.svg\n', err: '' });
    });

    test('writes views as Mermaid too, the ways of a journey that branches in a file of their own, and says which kinds have no such text', async () => {
        const data = 'system till { entity Sale { No : id key } }\nview sales as data of till\nview hangs as trace of shop\n';
        const folder = folderWith({ 'shop.crmmap': soundMap.replace(/\}\nview/, '  look -> buy "again"\n  buy -> look\n}\nview') + data });
        const { status, out, err } = await crmmapHere(['export', '--format', 'svg,mermaid'], { cwd: folder });
        expect({ status, err }).toEqual({
            status: 0,
            err: 'crmmap: shop.crmmap: kinds of view without a text for Mermaid: hangs (trace).\n',
        });
        expect(out.trimEnd().split('\n')).toEqual(
            ['systems.svg', 'order.svg', 'sales.svg', 'hangs.svg', 'systems.mmd', 'order.mmd', 'sales.mmd', 'order.ways.mmd'].map((name) => `out/shop.${name}`),
        );
        expect(readFileSync(path.join(folder, 'out/shop.order.mmd'), 'utf8')).toMatch(/^journey\n {4}title First order$/m);
        expect(readFileSync(path.join(folder, 'out/shop.order.ways.mmd'), 'utf8')).toMatch(/-->\|"again"\|/);
        expect((await crmmapHere(['export', '--format', 'mermaid', '--check'], { cwd: folder })).out).toBe('4 files in out up to date.\n');
        const one = await crmmapHere(['export', '--format', 'mermaid', '--view', 'hangs'], { cwd: folder });
        expect({ status: one.status, out: one.out }).toEqual({ status: 2, out: '' });
    });

    test('a view with an error is not written as Mermaid either, and the old text stays', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        await crmmapHere(['export', '--format', 'mermaid'], { cwd: folder });
        const before = contentsOf(path.join(folder, 'out'));
        writeFileSync(path.join(folder, 'shop.crmmap'), soundMap.replace('frontstage shop emotion +1', 'frontstage shup emotion +1'));
        const { status, out, err } = await crmmapHere(['export', '--format', 'mermaid'], { cwd: folder });
        expect({ status, out }).toEqual({ status: 1, out: 'out/shop.systems.mmd (unchanged)\n' });
        expect(err).toMatch(/^crmmap: shop\.crmmap: view order as Mermaid is not drawn: shop\.crmmap:10:\d+ .*`shup`.*\n$/);
        expect(contentsOf(path.join(folder, 'out'))).toEqual(before);
    });

    test('--theme forces one theme', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        await crmmapHere(['export', '--view', 'systems', '--out', 'auto'], { cwd: folder });
        await crmmapHere(['export', '--view', 'systems', '--out', 'light', '--theme', 'light'], { cwd: folder });
        await crmmapHere(['export', '--view', 'systems', '--out', 'dark', '--theme', 'dark'], { cwd: folder });
        const [auto, light, dark] = ['auto', 'light', 'dark'].map((theme) => readFileSync(path.join(folder, theme, 'shop.systems.svg'), 'utf8'));
        expect(auto).toContain('prefers-color-scheme');
        expect(light).not.toContain('prefers-color-scheme');
        expect(dark).not.toContain('prefers-color-scheme');
        expect(light).not.toBe(dark);
    });

    test('the model of every example is as its schema says', async () => {
        const folder = folderWith({});
        const { status } = await crmmapHere(['export', 'examples', '--format', 'json', '--out', folder]);
        expect(status).toBe(0);
        const models = filesIn(folder);
        expect(models.length).toBeGreaterThanOrEqual(4);
        for (const file of models)
            expect(isModel(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))), `${file} ${JSON.stringify(isModel.errors)}`).toBe(true);
    });

    test('both schemas are made from the types as they are now', () => {
        const { status, stderr } = spawnSync(process.execPath, ['scripts/model-schema.ts', '--check'], { encoding: 'utf8' });
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    });

    test('draws what is sound of a map with an error, says which view is not drawn and why, keeps the old picture, and exits with 1', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        await crmmapHere(['export', '--format', 'svg,json'], { cwd: folder });
        const before = contentsOf(path.join(folder, 'out'));
        writeFileSync(
            path.join(folder, 'shop.crmmap'),
            soundMap.replace('"Shop"', '"New"').replace('frontstage shop emotion +1', 'frontstage shup emotion +1'),
        );
        const { status, out, err } = await crmmapHere(['export', '--format', 'svg,json'], { cwd: folder });
        expect({ status, out }).toEqual({ status: 1, out: 'out/shop.systems.svg\n' });
        expect(err).toMatch(
            /^crmmap: shop\.crmmap: the model is not written: shop\.crmmap:10:\d+ .*`shup`.*\ncrmmap: shop\.crmmap: view order is not drawn: shop\.crmmap:10:\d+ .*`shup`.*\n$/,
        );
        const after = contentsOf(path.join(folder, 'out'));
        expect(after['shop.order.svg']).toBe(before['shop.order.svg']);
        expect(after['shop.json']).toBe(before['shop.json']);
        expect(after['shop.systems.svg']).not.toBe(before['shop.systems.svg']);
    });

    test('an error that no picture shows still makes exit status 1', async () => {
        const folder = folderWith({ 'shop.crmmap': `${soundMap}goal more "More" { owner nobody }\n` });
        const { status, out, err } = await crmmapHere(['export'], { cwd: folder });
        expect({ status, out }).toEqual({ status: 1, out: 'out/shop.systems.svg\nout/shop.order.svg\n' });
        expect(err).toContain('shop.crmmap:16:');
    });

    test('one map that fails stops no other, and is never exit status 0', async () => {
        const folder = folderWith({ 'a.crmmap': 'system a { owner x }', 'b.crmmap': Uint8Array.of(0xff), 'c.crmmap': soundMap });
        const { status, out, err } = await crmmapHere(['export'], { cwd: folder });
        expect(status).toBe(2);
        expect(out).toBe('out/c.systems.svg\nout/c.order.svg\n');
        expect(err).toContain('b.crmmap is not UTF-8 text');
        expect(err).toContain('a.crmmap: view landscape is not drawn');
    });

    test('writes below the output folder only, whatever stands in names', async () => {
        const folder = folderWith({});
        const names = ['../../evil', '/etc/x', 'a/b', 'a\\b', 'CON', 'Big', 'big', '..', 'tab\tbed', 'x'.repeat(400), 'é', 'e\u0301', ' . '];
        addFiles(folder, {
            'work/hostile.crmmap': `system s\n${names.map((name) => `view \`${name}\` as landscape`).join('\n')}\n`,
            'aux.crmmap': soundMap,
            'work/maps/con.crmmap': soundMap,
        });
        const { out, err } = await crmmapHere(['export', '.', '../aux.crmmap', '--out', 'out'], { cwd: path.join(folder, 'work') });
        const written = filesIn(path.join(folder, 'work/out'));
        expect(filesIn(folder).filter((file) => file.endsWith('.svg'))).toHaveLength(written.length);
        expect(err).not.toContain('fault');
        expect(out.trimEnd().split('\n')).toHaveLength(written.length);
        expect(new Set(written.map((file) => file.normalize('NFC').toLowerCase())).size).toBe(written.length);
        expect(written).toContain('_up/_aux.systems.svg');
        expect(written).toContain('maps/_con.systems.svg');
        for (const file of written) {
            const base = path.basename(file);
            expect(base).toMatch(/^[^\\/:*?"<>|\p{C}]+$/u);
            expect(Buffer.byteLength(base)).toBeLessThan(256);
        }
    });

    test('says in one line that it cannot write, and goes on', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap, out: 'a file' });
        const { status, out, err } = await crmmapHere(['export'], { cwd: folder });
        expect({ status, out }).toEqual({ status: 2, out: '' });
        expect(err.trimEnd().split('\n')).toEqual([
            expect.stringMatching(/^crmmap: out\/shop\.systems\.svg cannot be written: .+\.$/),
            expect.stringMatching(/^crmmap: out\/shop\.order\.svg cannot be written: .+\.$/),
        ]);
        const other = folderWith({ 'shop.crmmap': soundMap });
        mkdirSync(path.join(other, 'out/shop.systems.svg'), { recursive: true });
        const result = await crmmapHere(['export'], { cwd: other });
        expect({ status: result.status, out: result.out }).toEqual({ status: 2, out: 'out/shop.order.svg\n' });
        expect(filesIn(path.join(other, 'out'))).toEqual(['shop.order.svg']);
    });

    test.each([
        ['SIGINT', '1'],
        ['SIGTERM', '1'],
        ['SIGINT', '2'],
    ] as const)('%s ends it at once, without a temporary or half a file, with %s threads', async (signal, jobs) => {
        // After the first map there is work for minutes, so that it is not done before the signal comes.
        const folder = folderWith({ 'a.crmmap': soundMap, ...slowMaps(60) });
        const running = startCrmmap(['export', '--jobs', jobs], folder);
        const ended = once(running, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
        await once(running.stdout!, 'data');
        running.kill(signal);
        expect(await ended).toEqual([null, signal]);
        const files = filesIn(path.join(folder, 'out'));
        expect(files.length).toBeGreaterThan(0);
        expect(files.length).toBeLessThan(60);
        for (const file of files) {
            expect(file).toMatch(/^a\.(systems|order)\.svg$|^slow\d+\.landscape\.svg$/);
            expect(readFileSync(path.join(folder, 'out', file), 'utf8').endsWith('</svg>\n')).toBe(true);
        }
    });

    test.runIf(process.platform !== 'win32')('a reader that goes away is no failure of its own', async () => {
        const mistakes = Array.from({ length: 3000 }, (_, index) => `system s${index} { owner nobody }`).join('\n');
        const folder = folderWith({ 'wrong.crmmap': mistakes });
        const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" check 2>err.txt | head -n 1; cat err.txt`], {
            cwd: folder,
            encoding: 'utf8',
        });
        expect(stdout.split('\n')).toEqual([expect.stringContaining('wrong.crmmap:1:'), '']);
        expect(stderr).toBe('');
        const running = startCrmmap(['check'], folder);
        running.stdout!.destroy();
        const [status] = (await once(running, 'exit')) as [number];
        expect(status).toBe(1);
    });

    test('a link in the output folder never leads the writing out of it: one in a picture’s place is replaced', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap, 'elsewhere/picture.svg': 'old' });
        mkdirSync(path.join(folder, 'out'));
        symlinkSync('../elsewhere/picture.svg', path.join(folder, 'out/shop.systems.svg'));
        expect((await crmmapHere(['export'], { cwd: folder })).status).toBe(0);
        expect(lstatSync(path.join(folder, 'out/shop.systems.svg')).isSymbolicLink()).toBe(false);
        expect(readFileSync(path.join(folder, 'out/shop.systems.svg'), 'utf8')).toContain('Web shop');
        expect(readFileSync(path.join(folder, 'elsewhere/picture.svg'), 'utf8')).toBe('old');
    });

    test('a linked folder in the output folder is not written into', async () => {
        const folder = folderWith({ 'maps/shop.crmmap': soundMap, 'elsewhere/keep.txt': '' });
        mkdirSync(path.join(folder, 'out'));
        symlinkSync('../elsewhere', path.join(folder, 'out/maps'));
        const { status, err } = await crmmapHere(['export', '--view', 'order'], { cwd: folder });
        expect({ status, err }).toEqual({ status: 2, err: 'crmmap: out/maps/shop.order.svg cannot be written: a link leads out of the output folder.\n' });
        expect(filesIn(path.join(folder, 'elsewhere'))).toEqual(['keep.txt']);
    });

    test('the output folder itself may be a link', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap, 'elsewhere/keep.txt': '' });
        symlinkSync('elsewhere', path.join(folder, 'out'));
        expect((await crmmapHere(['export', '--view', 'order'], { cwd: folder })).status).toBe(0);
        expect(filesIn(path.join(folder, 'elsewhere'))).toEqual(['keep.txt', 'shop.order.svg']);
    });

    test.runIf(existsSync('/proc/self'))('an output folder that cannot be made is one line for each file, and ends', async () => {
        const folder = folderWith({ 'shop.crmmap': soundMap });
        expect(await crmmapHere(['export', '--view', 'order', '--out', '/proc/crmmap/deep'], { cwd: folder })).toEqual({
            status: 2,
            out: '',
            err: 'crmmap: /proc/crmmap/deep/shop.order.svg cannot be written: no folder can be made there.\n',
        });
    });

    test('names the error that breaks a view in particular before those that break others too', async () => {
        const faults = `}}\nsystem till "Till" { owner nobody }\ninitiative more "More" { owner nobody }\n`;
        const folder = folderWith({
            'shop.crmmap': `${faults}${soundMap.replace('frontstage shop emotion +1', 'frontstage shup emotion +1')}view third as landscape { group by nothing }\n`,
        });
        const { status, err } = await crmmapHere(['export'], { cwd: folder });
        expect(status).toBe(1);
        const lines = err.trimEnd().split('\n');
        expect(lines).toEqual([
            expect.stringMatching(/view systems is not drawn: shop\.crmmap:2:\d+ .*`nobody`/),
            expect.stringMatching(/view order is not drawn: shop\.crmmap:13:\d+ .*`shup`/),
            expect.stringMatching(/view third is not drawn: shop\.crmmap:19:\d+ /),
        ]);
    });
});
