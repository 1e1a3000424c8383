import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { vsix } from '../../../scripts/package/vsix.ts';
import { root, temporaryFolder } from './paths.ts';

/**
 * Unpacks the extension as VS Code does when it installs it, into a new folder.
 *
 * @param file a VSIX; without one, the extension is packed now from what is built
 * @returns the folder
 * @throws an Error when the extension is not built, or its package is too large
 */
export function unpackExtension(file?: string): string {
    const folder = temporaryFolder('extension');
    const packed = file === undefined ? vsix(root) : new Uint8Array(readFileSync(file));
    for (const [name, bytes] of Object.entries(unzipSync(packed))) {
        const inside = /^extension\/(.*[^/])$/.exec(name)?.[1];
        if (inside === undefined) continue;
        const target = path.join(folder, inside);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, bytes);
    }
    return folder;
}
