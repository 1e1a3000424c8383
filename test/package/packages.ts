import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { npm, tarball } from '../../scripts/package/tarball.ts';
import { vsix } from '../../scripts/package/vsix.ts';

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
export function filesOf(packedFiles: Uint8Array): Map<string, Uint8Array> {
    const archive = gunzipSync(packedFiles);
    const files = new Map<string, Uint8Array>();
    for (let at = 0; at < archive.length && archive[at] !== 0; ) {
        const size = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8);
        const name = archive.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
        files.set(name.replace(/^package\//, ''), archive.subarray(at + 512, at + 512 + size));
        at += 512 + Math.ceil(size / 512) * 512;
    }
    return files;
}

let packed: Uint8Array | undefined;
let packedExtension: Uint8Array | undefined;

/** The package of the command line as it is built now. Packed once for all files of tests that one process runs; nobody changes it. */
export function packedTarball(): Uint8Array {
    return (packed ??= tarball('.'));
}

/** The package of the extension, in the same way. */
export function packedVsix(): Uint8Array {
    return (packedExtension ??= vsix('.'));
}

/** Installs a package into a folder, as a user would who has no network. */
export function installOffline(archive: Uint8Array, folder: string): void {
    writeFileSync(path.join(folder, 'crmmap.tgz'), archive);
    const cache = path.join(folder, '.empty-cache');
    npm(['install', '--offline', '--no-audit', '--no-fund', '--cache', cache, './crmmap.tgz'], folder);
    rmSync(cache, { recursive: true, force: true });
}
