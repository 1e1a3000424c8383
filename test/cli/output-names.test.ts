import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OutputNames, sharingNames } from '../../src/cli/output-names.ts';

describe('names of output files', () => {
    test('are the stem, the view and the ending, below the folders of the map', () => {
        expect(new OutputNames().nameFor('maps/b/shop.crmmap', 'First boots', 'svg')).toBe(path.join('maps', 'b', 'shop.First boots.svg'));
        expect(new OutputNames().nameFor('shop.crmmap', undefined, 'json')).toBe('shop.json');
    });

    test('are numbered where only upper and lower case differ', () => {
        const names = new OutputNames();
        expect(['Big', 'big', 'BIG'].map((view) => names.nameFor('a.crmmap', view, 'svg'))).toEqual(['a.Big.svg', 'a.big-2.svg', 'a.BIG-3.svg']);
    });

    test('keep long names apart', () => {
        const names = new OutputNames();
        const one = names.nameFor('a.crmmap', `${'é'.repeat(200)}1`, 'svg');
        const two = names.nameFor('a.crmmap', `${'é'.repeat(200)}2`, 'svg');
        expect(one).not.toBe(two);
        expect(one).not.toContain('\uFFFD');
        expect(new OutputNames().nameFor('a.crmmap', `${'é'.repeat(200)}2`, 'svg')).toBe(two);
    });

    test('never lead out of the output folder, are never the same, and suit every file system', () => {
        const part = fc.oneof(
            fc.string({ unit: 'binary', maxLength: 300 }),
            fc.constantFrom('..', '.', 'con', 'COM1', 'nul.txt', '...', 'a ', '../../x', 'C:', '\\\\host'),
        );
        fc.assert(
            fc.property(fc.array(fc.tuple(fc.array(part, { maxLength: 4 }), part), { maxLength: 8 }), (maps) => {
                const names = new OutputNames();
                const files = maps.map(([folders, view]) => names.nameFor([...folders, 'm.crmmap'].join('/'), view, 'svg'));
                expect(new Set(files.map((file) => file.normalize('NFC').toLowerCase())).size).toBe(files.length);
                for (const file of files) {
                    const out = path.resolve('/out');
                    expect(path.resolve(out, file).startsWith(out + path.sep)).toBe(true);
                    for (const name of file.split(path.sep)) {
                        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+$/u);
                        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[. ]$/i);
                        expect(Buffer.byteLength(name)).toBeLessThan(256);
                    }
                }
            }),
        );
    });
});

test('maps whose files may want the same name are named together', () => {
    const groupsOf = (...maps: string[]): string[][] => sharingNames(maps).map((places) => places.map((place) => maps[place] ?? ''));
    expect(groupsOf('a.crmmap', 'b.crmmap', 'x/a.crmmap')).toEqual([['a.crmmap'], ['b.crmmap'], ['x/a.crmmap']]);
    expect(groupsOf('A.crmmap', 'a.crmmap')).toEqual([['A.crmmap', 'a.crmmap']]);
    expect(groupsOf('shop.order.crmmap', 'shop.crmmap')).toEqual([['shop.order.crmmap', 'shop.crmmap']]);
    expect(groupsOf('map.crmmap', 'map-1.crmmap', 'map-2.crmmap')).toEqual([['map.crmmap'], ['map-1.crmmap'], ['map-2.crmmap']]);
    expect(groupsOf('map.crmmap', 'Map.crmmap', 'map-2.crmmap')).toEqual([['map.crmmap', 'Map.crmmap', 'map-2.crmmap']]);
    expect(groupsOf('con.crmmap', '_con.crmmap', 'a:b/m.crmmap', 'a-b/m.crmmap')).toEqual([
        ['con.crmmap', '_con.crmmap'],
        ['a:b/m.crmmap', 'a-b/m.crmmap'],
    ]);
});
