import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentStore } from '../../src/cli/cache/content-store.ts';
import { eventsFromBytes, eventsToBytes, type KeptEvent } from '../../src/cli/cache/kept-events.ts';
import { filesIn } from './files-in.ts';
import { addFiles, crmmapHere, folderWith, soundMap, startCrmmap } from './program.ts';

const maps = {
    'shop.crmmap': soundMap,
    'other.crmmap': 'import "./part/teams.crmmap"\nsystem crm { owner sales }\nsystem erp\ncrm -> erp "Orders"\n',
    'part/teams.crmmap': 'team sales "Sales" { function sales }\n',
    'broken.crmmap': 'system a { owner nobody }\nsystem b\nview all as landscape\n',
};

describe('export --cache', () => {
    test('says and writes the same from what is kept as from what is drawn, and draws nothing again', async () => {
        const cwd = folderWith(maps);
        const options = ['export', '--cache', 'kept', '--format', 'svg,pdf,json'];
        const first = await crmmapHere([...options, '--out', 'a'], { cwd });
        const kept = filesIn(path.join(cwd, 'kept'));
        expect(Object.keys(kept)).toHaveLength(3);
        const second = await crmmapHere([...options, '--out', 'b'], { cwd });
        expect(second).toEqual({ ...first, out: first.out.replaceAll('a/', 'b/') });
        expect(first.status).toBe(1);
        expect(filesIn(path.join(cwd, 'b'))).toEqual(filesIn(path.join(cwd, 'a')));
        expect(filesIn(path.join(cwd, 'kept'))).toEqual(kept);

        // What stands in the folder is what is written: a picture that was put there comes out.
        const store = new ContentStore(path.join(cwd, 'kept'));
        for (const name of Object.keys(kept)) {
            const key = name.replaceAll(path.sep, '');
            const content = store.read(key)?.toString('latin1').replaceAll('Web shop', 'Web SHOP') ?? '';
            store.write(key, Buffer.from(content, 'latin1'));
        }
        await crmmapHere([...options, '--out', 'c'], { cwd });
        expect(readFileSync(path.join(cwd, 'c/shop.systems.svg'), 'utf8')).toContain('Web SHOP');
    });

    test('--check compares with what is kept', async () => {
        const cwd = folderWith({ 'shop.crmmap': soundMap });
        await crmmapHere(['export', '--cache', 'kept'], { cwd });
        expect(await crmmapHere(['export', '--check', '--cache', 'kept'], { cwd })).toEqual({ status: 0, out: '2 files in out up to date.\n', err: '' });
        writeFileSync(path.join(cwd, 'out/shop.order.svg'), 'old');
        expect((await crmmapHere(['export', '--check', '--cache', 'kept'], { cwd })).status).toBe(1);
    });

    test('whatever a picture depends on, a change of it is seen', async () => {
        const cwd = folderWith(maps);
        const changes: readonly (readonly [string, () => void, readonly string[]])[] = [
            ['text', () => addFiles(cwd, { 'shop.crmmap': soundMap.replace('Web shop', 'Store') }), []],
            ['import', () => addFiles(cwd, { 'part/teams.crmmap': 'team sales "Selling" { function sales }\n' }), []],
            ['missing import', () => rmSync(path.join(cwd, 'part/teams.crmmap')), []],
            ['settings', () => addFiles(cwd, { 'crmmap.json': '{"rules":{"SYS001":"off","FLW001":"off"}}' }), []],
            ['name', () => renameSync(path.join(cwd, 'shop.crmmap'), path.join(cwd, 'store.crmmap')), []],
            ['theme', () => undefined, ['--theme', 'dark']],
            ['view', () => undefined, ['--view', 'order']],
            ['day', () => undefined, ['--today', '2031-01-01']],
        ];
        for (const [what, change, more] of changes) {
            change();
            const options = ['export', '--format', 'svg,markdown', ...more];
            const kept = await crmmapHere([...options, '--out', 'kept-out', '--cache', 'kept'], { cwd });
            const fresh = await crmmapHere([...options, '--out', 'fresh-out'], { cwd });
            const plain = (text: string): string => text.replaceAll(/(kept|fresh)-out/g, 'out').replaceAll(' (unchanged)', '');
            expect({ what, status: kept.status, out: plain(kept.out), err: plain(kept.err) }).toEqual({
                what,
                status: fresh.status,
                out: plain(fresh.out),
                err: plain(fresh.err),
            });
            expect(filesIn(path.join(cwd, 'kept-out')), what).toEqual(filesIn(path.join(cwd, 'fresh-out')));
        }
    });

    test('what is broken in it is noticed and mended', async () => {
        const cwd = folderWith(maps);
        await crmmapHere(['export', '--cache', 'kept'], { cwd });
        const [good, kept] = [filesIn(path.join(cwd, 'out')), filesIn(path.join(cwd, 'kept'))];
        const [flipped = '', cut = '', other = ''] = Object.keys(kept).map((name) => path.join(cwd, 'kept', name));
        const bytes = readFileSync(flipped);
        writeFileSync(flipped, bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1));
        writeFileSync(cut, readFileSync(cut).subarray(0, 20));
        rmSync(other);
        mkdirSync(path.join(other, 'a folder'), { recursive: true });
        rmSync(path.join(cwd, 'out'), { recursive: true });
        expect((await crmmapHere(['export', '--cache', 'kept'], { cwd })).status).toBe(1);
        expect(filesIn(path.join(cwd, 'out'))).toEqual(good);
        expect(filesIn(path.join(cwd, 'kept'))).toEqual(kept);
        // A whole content in the place of another one is noticed as well.
        writeFileSync(cut, readFileSync(flipped));
        rmSync(path.join(cwd, 'out'), { recursive: true });
        await crmmapHere(['export', '--cache', 'kept'], { cwd });
        expect(filesIn(path.join(cwd, 'out'))).toEqual(good);
        expect(filesIn(path.join(cwd, 'kept'))).toEqual(kept);
    });

    test('several processes may share it at the same time', async () => {
        const cwd = folderWith(maps);
        const runs = ['a', 'b', 'c'].map((out) => startCrmmap(['export', '--cache', 'kept', '--out', out], cwd));
        const ends = await Promise.all(runs.map((run) => once(run, 'exit')));
        expect(ends.map(([status]) => status)).toEqual([1, 1, 1]);
        const [a, b, c] = ['a', 'b', 'c'].map((out) => filesIn(path.join(cwd, out)));
        expect(b).toEqual(a);
        expect(c).toEqual(a);
        expect(Object.keys(filesIn(path.join(cwd, 'kept'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    });

    test('a folder that cannot be written is said once, and the pictures are drawn', async () => {
        const cwd = folderWith({ ...maps, kept: 'a file' });
        const { status, err } = await crmmapHere(['export', 'shop.crmmap', 'other.crmmap', '--cache', 'kept'], { cwd });
        expect(status).toBe(0);
        expect(err).toBe('crmmap: nothing more is kept in kept: a part of its path is a file, not a folder.\n');
        expect(Object.keys(filesIn(path.join(cwd, 'out')))).toHaveLength(3);
    });
});

describe('what is kept', () => {
    const event = fc.oneof(
        fc.record({ kind: fc.constant('views' as const), names: fc.array(fc.string({ unit: 'grapheme' })) }),
        fc.record({ kind: fc.constant('failure' as const), status: fc.constantFrom(1 as const, 2 as const), message: fc.string({ unit: 'grapheme' }) }),
        fc.record({ kind: fc.constant('note' as const), message: fc.string({ unit: 'grapheme' }) }),
        fc.record({
            kind: fc.constant('file' as const),
            name: fc.constantFrom('a.svg', 'b/c.pdf', 'd..e.json'),
            what: fc.string(),
            drawn: fc.boolean(),
            content: fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array()),
        }),
    );
    const events: fc.Arbitrary<KeptEvent[]> = fc.array(fc.record({ map: fc.nat(3), event }));

    test('is read as it was written, and broken bytes are never more than refused', () => {
        fc.assert(
            fc.property(events, fc.nat(), fc.nat(255), (written, place, byte) => {
                const bytes = eventsToBytes(written);
                expect(eventsFromBytes(bytes, 4)).toEqual(written);
                const broken = Buffer.from(bytes);
                broken[place % broken.length] = byte;
                expect(() => eventsFromBytes(broken, 4)).not.toThrow();
                expect(eventsFromBytes(bytes.subarray(0, -1), 4)).toBeUndefined();
            }),
            { seed: 6 },
        );
    });

    test.each(['../a.svg', '/etc/passwd', 'a/../../b.svg', '', 'a\0.svg'])('no file is named %j, which would lead out of the folder', (name) => {
        const bytes = eventsToBytes([{ map: 0, event: { kind: 'file', name, what: '', drawn: true, content: '' } }]);
        expect(eventsFromBytes(bytes, 1)).toBeUndefined();
    });

    test('is removed when nobody asked for it in a month', () => {
        const folder = folderWith({});
        const store = new ContentStore(folder);
        const [old, used, young] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
        const now = Date.now();
        for (const key of [old, used, young]) store.write(key ?? '', Buffer.from('content'));
        for (const key of [old, used]) utimesSync(path.join(folder, key?.slice(0, 2) ?? '', key?.slice(2) ?? ''), 1, now / 1000 - 31 * 24 * 3600);
        store.touch(used ?? '', now);
        store.removeOld(now);
        expect([old, used, young].map((key) => store.has(key ?? ''))).toEqual([false, true, true]);
    });
});
