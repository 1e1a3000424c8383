import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { tarball } from '../scripts/package/tarball.ts';
import { extensionFiles } from '../scripts/package/vsix.ts';
import { filesOf } from './package/packages.ts';

const notices = readFileSync('THIRD-PARTY-NOTICES.md', 'utf8');

interface Metafile {
    readonly inputs: object;
    readonly outputs: Readonly<Record<string, { readonly inputs: object }>>;
}

const metafiles = readdirSync('dist/meta').map((file) => JSON.parse(readFileSync(`dist/meta/${file}`, 'utf8')) as Metafile);

/** The packages of which each built file holds code, by the file's path. */
const heldBy = new Map(
    metafiles.flatMap(({ outputs }) => Object.entries(outputs).map(([output, { inputs }]) => [output, packagesIn(Object.keys(inputs))] as const)),
);
/** The packages that the bundler has read, those too of which nothing was left. */
const read = metafiles.flatMap(({ inputs }) => packagesIn(Object.keys(inputs)));

function packagesIn(inputs: readonly string[]): string[] {
    return inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
}

/** The packages of which these files hold code or a whole file. */
function packagesOf(files: readonly string[]): string[] {
    const names = files.flatMap((file) => heldBy.get(file) ?? []);
    if (files.some((file) => file.endsWith('/resvg.wasm'))) names.push('@resvg/resvg-wasm');
    return [...new Set(names)].sort();
}

describe('the third-party notices', () => {
    test('name every package that a bundle holds', () => {
        const missing = read.filter((name) => !notices.includes(`## ${name}\n`));
        expect(missing).toEqual([]);
    });

    test('name no package that is not there', () => {
        const [packages = ''] = notices.split('\n## Inter\n');
        const named = [...packages.matchAll(/^## (\S+)$/gm)].map((match) => match[1] ?? '');
        expect(named.filter((name) => !read.includes(name))).toEqual([]);
    });
});

describe.each([
    ['npm package', () => filesOf(tarball('.')), 'LICENSE'],
    ['VSIX', () => extensionFiles('.'), 'LICENSE.txt'],
] as const)('the %s', (_, open, licence) => {
    const files = open();
    const names = [...files.keys()];

    test('brings our licence, and the notices of all that it holds of others', () => {
        expect(strFromU8(files.get(licence) ?? new Uint8Array())).toBe(readFileSync('LICENSE', 'utf8'));
        const packed = strFromU8(files.get('THIRD-PARTY-NOTICES.md') ?? new Uint8Array());
        const held = packagesOf(names);
        expect(held).toEqual(expect.arrayContaining(['elkjs', 'langium', 'vscode-languageserver']));
        expect(held.filter((name) => !packed.includes(`## ${name}\n`))).toEqual([]);
    });

    test('holds of others nothing but what a bundle is known to hold, and files that the notices tell of', () => {
        const told = /^dist\/assets\/(?:inter-[\w-]+\.ttf|resvg\.wasm|build-id)$/;
        const built = names.filter((name) => name.startsWith('dist/'));
        expect(built.filter((name) => !heldBy.has(name) && !told.test(name))).toEqual([]);
        if (built.some((name) => name.endsWith('.ttf'))) expect(notices).toContain('six faces of Inter as font files');
    });
});
