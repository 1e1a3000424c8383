import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { builtFiles, expanded, namedInManifest } from './contents.ts';
import { contentTypes, type ExtensionManifest, vsixManifest } from './vsix-manifest.ts';

/** Bytes that the packed extension must stay below. */
export const largestVsix = 2_500_000;

/** What the extension reads beside its bundles and what `package.json` names. */
const readByTheExtension = ['docs/rules.md', 'docs/errors.md', 'media'];
/** Of no use to whoever installs the extension; and in a browser VS Code starts no extension that is a package of ES modules. */
const notForUsers = ['scripts', 'scripts-info', 'devDependencies', 'allowScripts', 'files', 'bin', 'type'];
/** The name in the package, and where it comes from. */
const renamed: Readonly<Record<string, string>> = {
    'readme.md': 'docs/extension.md',
    'changelog.md': 'CHANGELOG.md',
    'LICENSE.txt': 'LICENSE',
    'THIRD-PARTY-NOTICES.md': 'THIRD-PARTY-NOTICES.md',
};

/**
 * The extension's files as they stand in its folder once it is installed, by name.
 *
 * @throws an Error when a bundle or a file that `package.json` names is missing
 */
export function extensionFiles(root: string): Map<string, Uint8Array> {
    const manifest = manifestOf(root);
    const entries = ['main', 'browser'].flatMap((key) => (typeof manifest[key] === 'string' ? [path.posix.normalize(manifest[key])] : []));
    const texts = readdirSync(root).filter((file) => /^package\.nls(?:\.[\w-]+)?\.json$/.test(file));
    const paths = [...builtFiles(root, entries), ...expanded(root, [...namedInManifest(root, manifest), ...readByTheExtension]), ...texts];
    const files = new Map(paths.map((file) => [file, new Uint8Array(readFileSync(path.join(root, file)))]));
    for (const [name, source] of Object.entries(renamed)) files.set(name, new Uint8Array(readFileSync(path.join(root, source))));
    const kept = Object.fromEntries(Object.entries(manifest).filter(([key]) => !notForUsers.includes(key)));
    files.set('package.json', new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`));
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function manifestOf(root: string): ExtensionManifest {
    return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as ExtensionManifest;
}

/** The texts that stand for `%key%` in a manifest. */
function wordsOf(root: string): Readonly<Record<string, unknown>> {
    const file = path.join(root, 'package.nls.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}

/**
 * The extension as a VSIX: an OPC package, which is a ZIP file. The same bytes for the same files: entries by name, one date, one mode.
 *
 * @throws an Error when a file is missing, or the package is too large; it names the largest files
 */
export function vsix(root: string, largest = largestVsix): Uint8Array {
    const files = extensionFiles(root);
    const packed = zip(
        new Map([
            ['[Content_Types].xml', new TextEncoder().encode(contentTypes([...files.keys()]))],
            ['extension.vsixmanifest', new TextEncoder().encode(vsixManifest(manifestOf(root), wordsOf(root)))],
            ...[...files].map(([name, bytes]) => [`extension/${name}`, bytes] as const),
        ]),
    );
    if (packed.length >= largest) throw new Error(tooLarge(packed, largest));
    return packed;
}

function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const unix = 3;
    const readable = 0o100644;
    // ZIP has the time of day where one stands: this is the same day everywhere.
    const mtime = new Date(1980, 0, 1, 12);
    const entries: Zippable = Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, {}] as const]));
    return zipSync(entries, { level: 9, mtime, os: unix, attrs: readable * 0x1_0000 });
}

function tooLarge(packed: Uint8Array, largest: number): string {
    const sizes: [string, number][] = [];
    unzipSync(packed, {
        filter: ({ name, size }) => {
            sizes.push([name, size]);
            return false;
        },
    });
    const most = sizes.sort(([, a], [, b]) => b - a).slice(0, 5);
    const list = most.map(([name, size]) => `\n  ${megabytes(size)}  ${name}`).join('');
    return `The VSIX has ${megabytes(packed.length)}, and must stay below ${megabytes(largest)}. Its largest files, packed:${list}\nLeave one out or make it smaller.`;
}

/** `1.23 MB`, a MB being a million bytes. */
export function megabytes(bytes: number): string {
    return `${(bytes / 1e6).toFixed(2)} MB`;
}
