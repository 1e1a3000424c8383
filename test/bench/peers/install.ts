import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = path.dirname(fileURLToPath(import.meta.url));
const packageFiles = ['package.json', 'package-lock.json'];

/** Programs that do the same as ours, as Node starts them. */
export interface Peers {
    readonly likec4: string;
    readonly mermaid: string;
    /** The address of d2's library, which has no program of its own on npm. */
    readonly d2: string;
    /** Names with versions. */
    readonly versions: Readonly<Record<string, string>>;
}

/** The peers in a folder of their own, which npm fills once from the lock file beside this file: about 650 MB. */
export function installPeers(folder: string, print: (line: string) => void): Peers {
    const stamp = path.join(folder, 'installed');
    const wanted = packageFiles.map((name) => readFileSync(path.join(source, name), 'utf8')).join('\n');
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
        print('Peers: npm installs them (once; about 650 MB, a minute or two) ...');
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        for (const name of packageFiles) copyFileSync(path.join(source, name), path.join(folder, name));
        npmCi(folder);
        writeFileSync(stamp, wanted);
    }
    const places = { likec4: 'likec4', mermaid: '@mermaid-js/mermaid-cli', d2: '@terrastruct/d2' };
    return {
        likec4: program(folder, places.likec4),
        mermaid: program(folder, places.mermaid),
        d2: pathToFileURL(path.join(folder, 'node_modules', places.d2, 'dist/node-esm/index.js')).href,
        versions: Object.fromEntries(Object.values(places).map((name) => [name, manifest(folder, name).version])),
    };
}

function npmCi(folder: string): void {
    // Scripts stay off: one of them would fetch a browser.
    const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
    const npm = process.env['npm_execpath'];
    const throughNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
    const { status, stderr, error } = spawnSync(throughNode ? process.execPath : 'npm', throughNode ? [npm, ...options] : options, {
        cwd: folder,
        encoding: 'utf8',
        shell: process.platform === 'win32' && !throughNode,
    });
    if (status !== 0)
        throw new Error(
            `The peers could not be installed: ${error?.message ?? stderr}\nnpm must reach its registry. \`--without-peers\` measures without them.`,
        );
}

interface Manifest {
    readonly version: string;
    readonly bin?: string | Readonly<Record<string, string>>;
}

function manifest(folder: string, name: string): Manifest {
    return JSON.parse(readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')) as Manifest;
}

function program(folder: string, name: string): string {
    const { bin = {} } = manifest(folder, name);
    const file = typeof bin === 'string' ? bin : Object.values(bin)[0];
    if (file === undefined) throw new Error(`The package ${name} has no program.`);
    return path.join(folder, 'node_modules', name, file);
}
