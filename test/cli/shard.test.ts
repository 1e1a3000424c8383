import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { crmmapHere, folderWith } from './program.ts';

/** Seven maps; two have names that differ only in case, and so share a stem. */
const maps = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'sub/f', 'g'].map((name, index) => [`${name}.crmmap`, `system s${index}\nsystem t\ns${index} -> t "Data"\n`]),
);

function picturesIn(folder: string): Record<string, string> {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svg'));
    return Object.fromEntries(files.sort().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

describe('export --shard', () => {
    test('all parts together are the same files with the same bytes as the whole, and none is drawn twice', async () => {
        const cwd = folderWith(maps);
        expect((await crmmapHere(['export', '--out', 'whole'], { cwd })).status).toBe(0);
        const parts: string[][] = [];
        for (const index of [1, 2, 3]) {
            const { status, out } = await crmmapHere(['export', '--out', 'parts', '--shard', `${index}/3`], { cwd });
            expect(status).toBe(0);
            parts.push(
                out
                    .trim()
                    .split('\n')
                    .filter((line) => line !== ''),
            );
        }
        expect(picturesIn(path.join(cwd, 'parts'))).toEqual(picturesIn(path.join(cwd, 'whole')));
        expect(parts.flat()).toHaveLength(7);
        expect(parts.map((part) => part.length)).toEqual([3, 2, 2]);
    });

    test('is the same part whatever the order of the arguments', async () => {
        const cwd = folderWith(maps);
        const drawn = async (...files: readonly string[]): Promise<string[]> => {
            const { out } = await crmmapHere(['export', ...files, '--shard', '1/2'], { cwd });
            return out.trim().split('\n').sort();
        };
        const first = await drawn('a.crmmap', 'b.crmmap', 'c.crmmap');
        expect(await drawn('c.crmmap', 'a.crmmap', 'b.crmmap')).toEqual(first.map((line) => `${line} (unchanged)`));
    });

    test('tells of errors in its own maps only', async () => {
        const cwd = folderWith({ 'a.crmmap': 'system a { owner nobody }\n', 'b.crmmap': 'system b\n' });
        expect((await crmmapHere(['export', '--shard', '1/2'], { cwd })).status).toBe(1);
        expect((await crmmapHere(['export', '--shard', '2/2'], { cwd })).status).toBe(0);
    });

    test.each(['0/2', '3/2', '1', 'x/y', '1/0'])('%s is no part', async (part) => {
        const { status, err } = await crmmapHere(['export', '--shard', part], { cwd: folderWith(maps) });
        expect(status).toBe(2);
        expect(err).toContain(`--shard ${part} is no part. Write which of how many, such as --shard 1/4.`);
    });
});
