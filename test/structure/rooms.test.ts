import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The rooms of the house in the order in which data flows; see docs/house.md. */
const rooms = ['language', 'src/model', 'src/rules', 'src/diagram', 'src/layout', 'src/render', 'src/pipeline.ts', 'src/drawing'] as const;

interface Metafile {
    readonly inputs: Readonly<
        Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean; readonly original?: string }[] }>
    >;
}

const read = (file: string): Metafile => JSON.parse(readFileSync(file, 'utf8')) as Metafile;
/** What one file of a bundle needs, itself among it. */
function reached({ inputs }: Metafile, entry: string): [file: string, input: Metafile['inputs'][string]][] {
    const seen = new Set([entry]);
    for (const file of seen) for (const one of inputs[file]?.imports ?? []) if (one.path in inputs) seen.add(one.path);
    return Object.entries(inputs).filter(([file]) => seen.has(file));
}

const metafiles = readdirSync('dist/meta').map((file) => read(`dist/meta/${file}`));
const imports = metafiles.flatMap((meta) =>
    Object.entries(meta.inputs).flatMap(([from, input]) => input.imports.map((one) => ({ from, to: one.path, external: one.external === true }))),
);
const own = imports.filter(({ from }) => !from.includes('node_modules/'));

function roomOf(file: string): number {
    return rooms.findIndex((room) => file === room || file.startsWith(`${room}/`));
}

describe('the house, as the bundler sees it', () => {
    test('the bundles hold every room', () => {
        const seen = new Set(own.map(({ from }) => roomOf(from)).filter((room) => room >= 0));
        expect(seen.size).toBe(rooms.length);
    });

    test('an earlier room never imports a later one', () => {
        const wrong = own.filter(({ from, to }) => {
            const room = roomOf(from);
            return room >= 0 && !to.includes('node_modules/') && to.startsWith('src/') && (roomOf(to) > room || roomOf(to) < 0);
        });
        expect(wrong).toEqual([]);
    });

    test('rules and pictures are made without the language', () => {
        const wrong = own.filter(
            ({ from, to }) =>
                /^src\/(rules|diagram|layout|render)\//.test(from) && (to.startsWith('language/generated') || to.includes('node_modules/langium')),
        );
        expect(wrong).toEqual([]);
    });

    test('only the extension imports vscode', () => {
        expect(own.filter(({ from, to }) => to === 'vscode' && !from.startsWith('src/extension/') && !from.startsWith('test/vscode/'))).toEqual([]);
    });

    test('what runs in a browser imports nothing that a browser lacks', () => {
        const wholly = ['layout', 'extension-web', 'webview', 'html-page', 'served-page'].map((name) => read(`dist/meta/${name}.json`));
        // The server's file is for Node as well; of it, a browser evaluates what its own entry reaches.
        const server = read('dist/meta/server-web.json');
        const imports = [...wholly.flatMap(({ inputs }) => Object.entries(inputs)), ...reached(server, 'src/server/main-web.ts')];
        expect(reached(server, 'src/server/main-web.ts').length).toBeGreaterThan(300);
        const external = imports.flatMap(([, input]) => input.imports.filter((one) => one.external === true));
        expect([...new Set(external.map(({ path }) => path))]).toEqual(['vscode']);
        expect(imports.map(([file]) => file).filter((file) => /\(disabled\)|^node-by-hand:|^node_modules\/vscode[^.]*\/lib\/node\//.test(file))).toEqual([]);
    });

    test('only the command line, the server and files named *-node.ts import node modules', () => {
        const wrong = own.filter(({ from, to, external }) => external && to.startsWith('node:') && !/^src\/(cli|server)\/|-node\.ts$|^test\//.test(from));
        expect(wrong).toEqual([]);
    });
});
