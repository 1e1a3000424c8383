import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'fflate';
import { gunzipSync } from 'node:zlib';

/**
 * The command line as an npm package: what `npm pack` takes, in a compression that is the same on every machine and with every Node.
 * The bundles must have been built.
 *
 * @throws an Error with npm's words when it fails
 */
export function tarball(root: string): Uint8Array {
    const folder = mkdtempSync(path.join(tmpdir(), 'crmmap-pack-'));
    try {
        npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root);
        const [file = ''] = readdirSync(folder);
        return gzipSync(withOneMode(gunzipSync(readFileSync(path.join(folder, file)))), { level: 9, mtime: 0 });
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** The same archive with the rights of every file as those of a fresh checkout: npm takes over what the umask made of them. */
function withOneMode(archive: Uint8Array): Uint8Array {
    const bytes = Buffer.from(archive);
    for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
        const size = Number.parseInt(bytes.toString('latin1', at + 124, at + 135), 8);
        const isFile = bytes.toString('latin1', at + 156, at + 157) === '0';
        if (isFile) {
            bytes.write('000644 \0', at + 100, 'latin1');
            bytes.write(' '.repeat(8), at + 148, 'latin1');
            const sum = bytes.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
            bytes.write(`${sum.toString(8).padStart(6, '0')} \0`, at + 148, 'latin1');
        }
        at += 512 + Math.ceil(size / 512) * 512;
    }
    return bytes;
}

/**
 * Runs npm, and returns what it writes on standard output.
 *
 * @throws an Error with npm's words when it fails
 */
export function npm(args: readonly string[], cwd: string): string {
    const program = process.env['npm_execpath'];
    const viaNode = program !== undefined && /npm-cli\.c?js$/.test(program);
    const { status, stdout, stderr, error } = spawnSync(viaNode ? process.execPath : 'npm', viaNode ? [program, ...args] : args, {
        cwd,
        encoding: 'utf8',
        shell: process.platform === 'win32' && !viaNode,
        maxBuffer: 1e8,
    });
    if (status !== 0) throw new Error(`npm ${args.join(' ')} failed. ${error?.message ?? `${stdout}${stderr}`}`);
    return stdout;
}
