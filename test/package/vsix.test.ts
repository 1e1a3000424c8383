import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { namedInManifest } from '../../scripts/package/contents.ts';
import { largestVsix, vsix } from '../../scripts/package/vsix.ts';
import { vsixManifest } from '../../scripts/package/vsix-manifest.ts';
import { packedVsix } from './packages.ts';

const packed = packedVsix();
const files = unzipSync(packed);
const names = Object.keys(files);
const textOf = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
const manifest = JSON.parse(textOf('extension/package.json')) as Record<string, unknown> & { version: string; main: string };

/** The document, where it is well-formed XML. */
function xml(text: string): Element {
    const onError = (level: string, message: string): never => {
        throw new Error(`${level}: ${message}`);
    };
    const { documentElement } = new DOMParser({ onError }).parseFromString(text, 'text/xml');
    if (!documentElement) throw new Error('There is no element.');
    return documentElement;
}

function attributes(element: Element, tag: string, name: string): string[] {
    return Array.from(element.getElementsByTagName(tag), (found) => found.getAttribute(name) ?? '');
}

describe('the VSIX', () => {
    test('holds every file and folder that package.json names', () => {
        const named = namedInManifest('.', manifest);
        expect(named).toEqual(expect.arrayContaining([path.posix.normalize(manifest.main), 'media/icon.png', 'syntaxes/crmmap.tmLanguage.json']));
        const missing = named.filter((file) => !names.some((name) => name === `extension/${file}` || name.startsWith(`extension/${file.replace(/\/$/, '')}/`)));
        expect(missing).toEqual([]);
    });

    test('holds the bundles that the extension starts, the pages that it shows, and the styles of its preview', () => {
        const needed = [
            'dist/server.cjs',
            'dist/layout-worker.cjs',
            'dist/webview.js',
            'dist/web/extension.js',
            'dist/web/server.js',
            'dist/web/layout.js',
            'docs/rules.md',
            'docs/errors.md',
            'media/preview.css',
        ];
        expect(names).toEqual(expect.arrayContaining(needed.map((file) => `extension/${file}`)));
    });

    test('holds no source, no test, no other package and no command line', () => {
        expect(names.filter((name) => /\.(?:ts|map|crmmap)$|node_modules|\/test\/|\/src\/|\/cli[./]|\/meta\//.test(name))).toEqual([]);
    });

    test('says nothing in its package.json of how it is built', () => {
        expect(['scripts', 'devDependencies', 'dependencies', 'files', 'type'].filter((key) => key in manifest)).toEqual([]);
    });

    test('has a manifest by which VS Code installs it, and whose places all are there', () => {
        const root = xml(textOf('extension.vsixmanifest'));
        const { name, version, publisher, engines } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string> & {
            engines: { vscode: string };
        };
        const [identity] = Array.from(root.getElementsByTagName('Identity'));
        expect(['Id', 'Version', 'Publisher'].map((key) => identity?.getAttribute(key))).toEqual([name, version, publisher]);
        const properties = Object.fromEntries(Array.from(root.getElementsByTagName('Property'), (one) => [one.getAttribute('Id'), one.getAttribute('Value')]));
        expect(properties['Microsoft.VisualStudio.Code.Engine']).toBe(engines.vscode);
        expect(attributes(root, 'InstallationTarget', 'Id')).toEqual(['Microsoft.VisualStudio.Code']);
        const places = [...attributes(root, 'Asset', 'Path'), ...['Icon', 'License'].map((tag) => root.getElementsByTagName(tag)[0]?.textContent ?? '')];
        expect(places).toHaveLength(7);
        expect(places.filter((place) => !names.includes(place))).toEqual([]);
    });

    test('keeps titles with the characters of markup, and takes texts from package.nls.json', () => {
        const source = JSON.parse(readFileSync('package.json', 'utf8')) as Parameters<typeof vsixManifest>[0];
        const root = xml(vsixManifest({ ...source, displayName: 'Maps & "more" <b>', description: '%about%' }, { about: 'A < B' }));
        expect(root.getElementsByTagName('DisplayName')[0]?.textContent).toBe('Maps & "more" <b>');
        expect(root.getElementsByTagName('Description')[0]?.textContent).toBe('A < B');
    });

    test('says the type of every file, as an OPC package must', () => {
        const known = attributes(xml(textOf('[Content_Types].xml')), 'Default', 'Extension');
        const unknown = names.filter((name) => name !== '[Content_Types].xml' && !known.includes(path.extname(name)));
        expect(unknown).toEqual([]);
    });

    test('shows a page in VS Code without pictures and links that lead nowhere there', () => {
        expect(textOf('extension/readme.md')).toMatch(/^# CRM Map/);
        expect(textOf('extension/readme.md')).not.toMatch(/\]\((?!https:)/);
    });

    test('stays below its bound, and else names the files that are largest', () => {
        expect(packed.length).toBeLessThan(largestVsix);
        expect(() => vsix('.', 1_000_000)).toThrow(
            /The VSIX has \d\.\d\d MB, and must stay below 1\.00 MB\. Its largest files, packed:\n {2}0\.\d\d MB {2}extension\/dist\/\S+\n/,
        );
    });
});
