import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { KeptCode } from '../../src/cli/kept-code.ts';
import { crmmap, folderWith, soundMap } from './program.ts';

const sound = { status: 0, out: 'Nothing found in 1 file.\n', err: '' };

/** A folder with a map, and a run of `check` there that keeps its code below it. */
function keepingCheck(): { readonly kept: () => string[]; readonly check: (env?: Record<string, string>) => unknown } {
    const folder = folderWith({ 'shop.crmmap': soundMap });
    const cache = path.join(folder, 'cache');
    mkdirSync(cache);
    const kept = (): string[] =>
        readdirSync(cache, { recursive: true, encoding: 'utf8' })
            .filter((file) => path.basename(file).startsWith('program.cjs-'))
            .map((file) => path.join(cache, file));
    return { kept, check: (env = {}) => crmmap(['check'], { cwd: folder, env: { NODE_COMPILE_CACHE: cache, ...env } }) };
}

describe('what a run has compiled', () => {
    test('is kept for the next one, where Node keeps its own, and kept once', () => {
        const { kept, check } = keepingCheck();
        expect(check()).toEqual(sound);
        const [file = '', ...others] = kept();
        expect(others).toEqual([]);
        // With the functions that were called: what stands at the top alone is far smaller.
        expect(statSync(file).size).toBeGreaterThan(1_000_000);
        const before = readFileSync(file);
        const { ino } = statSync(file);
        expect(check()).toEqual(sound);
        expect(kept()).toEqual([file]);
        expect(statSync(file).ino).toBe(ino);
        expect(readFileSync(file).equals(before)).toBe(true);
    });

    test.each([
        ['cut off', (bytes: Buffer) => bytes.subarray(0, 5000)],
        ['empty', () => Buffer.alloc(0)],
        ['of other bytes', (bytes: Buffer) => Buffer.from(bytes).fill(0x55, bytes.length / 2, bytes.length / 2 + 4)],
    ])('is thrown away and kept anew where it is %s', (_, damage) => {
        const { kept, check } = keepingCheck();
        check();
        const [file = ''] = kept();
        const damaged = damage(readFileSync(file));
        writeFileSync(file, damaged);
        expect(check()).toEqual(sound);
        expect(readFileSync(file).equals(damaged)).toBe(false);
        expect(statSync(file).size).toBeGreaterThan(1_000_000);
    });

    test('is not kept where Node is told to keep nothing', () => {
        const { kept, check } = keepingCheck();
        expect(check({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(sound);
        expect(kept()).toEqual([]);
    });

    test.runIf(process.platform === 'linux')('is neither read nor written where others may write', () => {
        const { kept, check } = keepingCheck();
        check();
        const [file = ''] = kept();
        const folder = path.dirname(file);
        writeFileSync(file, 'theirs');
        chmodSync(folder, 0o777);
        expect(check()).toEqual(sound);
        expect(readFileSync(file, 'utf8')).toBe('theirs');
    });

    test.runIf(process.platform === 'linux')('is not read from a file that others may write, or from elsewhere, and is kept anew in its place', () => {
        const { kept, check } = keepingCheck();
        check();
        const [file = ''] = kept();
        const { ino } = statSync(file);
        chmodSync(file, 0o666);
        expect(check()).toEqual(sound);
        expect(statSync(file).ino).not.toBe(ino);
        expect(statSync(file).mode & 0o777).toBe(0o600);
        const elsewhere = `${path.dirname(path.dirname(file))}/elsewhere`;
        writeFileSync(elsewhere, readFileSync(file));
        rmSync(file);
        symlinkSync(elsewhere, file);
        expect(check()).toEqual(sound);
        expect(lstatSync(file).isFile()).toBe(true);
    });

    test('is kept where a run that was ended has left a file half written, from the second run on', () => {
        const { kept, check } = keepingCheck();
        check();
        const [file = ''] = kept();
        rmSync(file);
        const half = `${file}.tmp`;
        writeFileSync(half, 'half');
        utimesSync(half, 4e9, 4e9);
        expect(check()).toEqual(sound);
        expect(kept()).toEqual([half]);
        utimesSync(half, 1, 1);
        check();
        expect(check()).toEqual(sound);
        expect(kept()).toEqual([file]);
    });

    test('leaves a file alone that cannot be replaced', () => {
        const { kept, check } = keepingCheck();
        check();
        const [file = ''] = kept();
        rmSync(file);
        mkdirSync(file);
        expect(check()).toEqual(sound);
        expect(kept()).toEqual([file]);
    });

    test('is that of the script, also where it has characters beyond ASCII', () => {
        const folder = folderWith({ 'dots.cjs': "module.exports = /^[…€]$/.test('\\u2026');" });
        expect(new KeptCode(undefined).load(path.join(folder, 'dots.cjs'))).toBe(true);
    });
});
