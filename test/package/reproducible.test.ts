import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../scripts/package/contents.ts';
import { tarball } from '../../scripts/package/tarball.ts';
import { vsix } from '../../scripts/package/vsix.ts';
import { packedTarball, packedVsix, scratchFolder } from './packages.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const notNeeded = ['.git', '.vscode-test', 'coverage', 'dist', 'node_modules', 'out', 'test'];

/** A copy of what the packages are made of, in a folder of its own, with dates and rights of its own. */
function copyOfTheHouse(below: string, mode: number, date: Date): string {
    const folder = path.join(scratchFolder(), below);
    mkdirSync(folder, { recursive: true });
    const parts = readdirSync('.').filter((name) => !notNeeded.includes(name));
    for (const part of parts) cpSync(part, path.join(folder, part), { recursive: true });
    for (const file of filesBelow(folder)) {
        utimesSync(path.join(folder, file), date, date);
        chmodSync(path.join(folder, file), mode);
    }
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
    return folder;
}

/** Builds and packs as `npm run package` does, in that folder. */
function packagesOf(folder: string, env: Readonly<Record<string, string>>): string[] {
    for (const script of ['esbuild.mjs', 'scripts/package.ts']) {
        const { status, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
        expect(stderr).toBe('');
        expect(status).toBe(0);
    }
    const out = path.join(folder, 'out');
    return filesBelow(out).map((file) => `${file} ${hash(readFileSync(path.join(out, file)))}`);
}

describe('packages are reproducible', () => {
    test('the same bytes come of two runs', () => {
        expect([hash(packedTarball()), hash(packedVsix())]).toEqual([hash(tarball('.')), hash(vsix('.'))]);
    });

    test('the same bytes come of two folders, days, time zones, languages and rights of files', () => {
        const one = packagesOf(copyOfTheHouse('.', 0o644, new Date('2026-01-01T00:00:00Z')), { TZ: 'UTC', LANG: 'C' });
        const other = packagesOf(copyOfTheHouse('somewhere else/crmmap', 0o600, new Date('2031-07-09T21:40:00Z')), {
            TZ: 'Pacific/Auckland',
            LANG: 'de_DE.UTF-8',
        });
        expect(one).toHaveLength(2);
        expect(other).toEqual(one);
    });
});
