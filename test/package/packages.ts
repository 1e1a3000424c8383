import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { npm } from '../../scripts/package/tarball.ts';

/** A new empty folder. */
export function emptyFolder(): string {
    return realpathSync(mkdtempSync(path.join(tmpdir(), 'crmmap-package-')));
}

/** A new empty folder, that is gone when the test ends. */
export function scratchFolder(): string {
    const folder = emptyFolder();
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
}

/** The files of an npm package, by name, without the folder `package/`. */
export function filesOf(tarball: Uint8Array): Map<string, Uint8Array> {
    const archive = gunzipSync(tarball);
    const files = new Map<string, Uint8Array>();
    for (let at = 0; at < archive.length && archive[at] !== 0; ) {
        const size = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8);
        const name = archive.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
        files.set(name.replace(/^package\//, ''), archive.subarray(at + 512, at + 512 + size));
        at += 512 + Math.ceil(size / 512) * 512;
    }
    return files;
}

/** Installs a package into a folder, as a user would who has no network. */
export function installOffline(tarball: Uint8Array, folder: string): void {
    writeFileSync(path.join(folder, 'crmmap.tgz'), tarball);
    const cache = path.join(folder, '.empty-cache');
    npm(['install', '--offline', '--no-audit', '--no-fund', '--cache', cache, './crmmap.tgz'], folder);
    rmSync(cache, { recursive: true, force: true });
}
