/**
 * Writes the packages into out/: the command line for npm (`.tgz`) and the extension for VS Code (`.vsix`), and says how large they are.
 * The bundles must have been built. `node scripts/package.ts [--out DIR]`
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { tarball } from './package/tarball.ts';
import { megabytes, vsix } from './package/vsix.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out' } } });
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };

mkdirSync(values.out, { recursive: true });
try {
    for (const [ending, pack] of [
        ['tgz', tarball],
        ['vsix', vsix],
    ] as const) {
        const bytes = pack(process.cwd());
        const file = path.join(values.out, `${name}-${version}.${ending}`);
        writeFileSync(file, bytes);
        console.log(`${file}  ${megabytes(bytes.length)}  sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
    }
} catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
}
