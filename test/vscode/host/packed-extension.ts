import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { vsix } from '../../../scripts/package/vsix.ts';
import { vscodeFolder } from './install.ts';
import { root, temporaryFolder } from './paths.ts';

/** An extension that VS Code itself has unpacked. */
export interface InstalledExtension {
    readonly folder: string;
    /** Removes it. */
    remove(): void;
}

/**
 * Has VS Code install a VSIX, as a user's does, into a folder of its own. VS Code's server must have been installed.
 *
 * @param file a VSIX; without one, the extension is packed now from what is built
 * @throws an Error when the extension is not built, its package is too large, or VS Code refuses it
 */
export function installPacked(file?: string): InstalledExtension {
    const scratch = temporaryFolder('extension');
    const remove = (): void => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    try {
        const packed = file ?? path.join(scratch, 'packed.vsix');
        if (file === undefined) writeFileSync(packed, vsix(root));
        const extensions = path.join(scratch, 'extensions');
        const options = [`--extensions-dir=${extensions}`, `--server-data-dir=${path.join(scratch, 'data')}`, '--telemetry-level=off'];
        const program = ['out/server-main.js', '--accept-server-license-terms', '--install-extension', packed, ...options];
        const { status, stdout, stderr } = spawnSync(process.execPath, program, {
            cwd: vscodeFolder,
            env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
            encoding: 'utf8',
            timeout: 120_000,
        });
        const [name] = status === 0 ? readdirSync(extensions, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])) : [];
        if (name === undefined) throw new Error(`VS Code does not install the VSIX:\n${stdout}${stderr}`);
        return { folder: path.join(extensions, name), remove };
    } catch (error) {
        remove();
        throw error;
    }
}
