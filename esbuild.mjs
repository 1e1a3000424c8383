// Builds every bundle into dist/. `node esbuild.mjs --watch` keeps them fresh.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { interFonts } from './scripts/fonts/inter.ts';

const watch = process.argv.includes('--watch');

/**
 * What all bundles share. Licences stand in THIRD-PARTY-NOTICES.md. Names of parts follow from the paths of what is in them, which are to be
 * the same also where node_modules is a link.
 */
const common = {
    bundle: true,
    preserveSymlinks: true,
    minify: true,
    sourcemap: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    charset: 'utf8',
};
const node = { ...common, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser', target: 'es2022', format: 'iife' };
/** Files beside a bundle are found from its address, which CommonJS does not tell. */
const withAddress = { define: { 'import.meta.url': '__address' }, banner: { js: "const __address=require('node:url').pathToFileURL(__filename).href;" } };
const commonJs = { ...node, format: 'cjs', outExtension: { '.js': '.cjs' } };

/**
 * The connection, Langium and our own code must share one copy of the protocol: an error of another copy is no error to the
 * connection, which would send it as an answer. npm may install several; all take the one of the connection.
 * @type {import('esbuild').Plugin}
 */
const oneProtocol = {
    name: 'one-protocol',
    setup(build) {
        const resolveDir = path.resolve('node_modules/vscode-languageserver');
        build.onResolve({ filter: /^vscode-(?:jsonrpc|languageserver-protocol|languageserver-types)(?:\/|$)/ }, ({ path: wanted, kind, pluginData }) =>
            pluginData === oneProtocol ? undefined : build.resolve(wanted, { resolveDir, kind, pluginData: oneProtocol }),
        );
    },
};

/**
 * Modules of Node in a file that browsers load as well: they are asked for when they are first used, by `src/server/start-node.ts`'s
 * `require`. A browser never comes to that.
 * @type {import('esbuild').Plugin}
 */
const nodeByHand = {
    name: 'node-by-hand',
    setup(build) {
        build.onResolve({ filter: /^[a-z0-9_:/]+$/ }, ({ path: wanted }) =>
            isBuiltin(wanted) ? { path: wanted.replace(/^node:/, ''), namespace: 'node-by-hand' } : undefined,
        );
        build.onLoad({ filter: /^/, namespace: 'node-by-hand' }, ({ path: name }) => ({ contents: `module.exports = crmmapRequire('node:${name}');` }));
    },
};

/**
 * ELK as a script of its own beside the program: only some commands need it.
 * @type {import('esbuild').Plugin}
 */
const elkBeside = {
    name: 'elk-beside',
    setup(build) {
        build.onResolve({ filter: /^\.\/elk\.cjs$/ }, () => ({ path: './elk.cjs', external: true }));
        build.onLoad({ filter: /elk-worker\.min\.js$/ }, () => ({ contents: "module.exports = require('./elk.cjs');" }));
    },
};

/**
 * Plain ASCII is read without being decoded. Where esbuild leaves other characters, in regular expressions, `\uXXXX` means the same.
 * @type {import('esbuild').Plugin}
 */
const plainAscii = {
    name: 'plain-ascii',
    setup(build) {
        build.initialOptions.charset = 'ascii';
        build.onEnd(async ({ errors, metafile }) => {
            if (errors.length > 0) return;
            for (const file of Object.keys(metafile?.outputs ?? {})) {
                const text = await readFile(file, 'utf8');
                const ascii = text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
                if (ascii !== text) await writeFile(file, ascii);
            }
        });
    },
};

/**
 * The language client in a file of its own: most of the extension's code, which is read only once a map needs it. It is required and not
 * imported, as VS Code hands out `vscode` to what is required.
 * @type {import('esbuild').Plugin}
 */
const clientApart = {
    name: 'client-apart',
    setup(build) {
        build.initialOptions.supported = { 'dynamic-import': false };
        build.onResolve({ filter: /\/client-node\.ts$/ }, () => ({ path: './client.cjs', external: true }));
    },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
    cli: { ...node, format: 'esm', entryPoints: { cli: 'src/cli/start.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
    program: {
        ...commonJs,
        entryPoints: { 'cli/program': 'src/cli/program.ts' },
        outdir: 'dist',
        plugins: [elkBeside, plainAscii],
        ...withAddress,
    },
    elk: { ...commonJs, entryPoints: { 'cli/elk': 'node_modules/elkjs/lib/elk-worker.min.js' }, outdir: 'dist', plugins: [plainAscii] },
    extension: { ...commonJs, entryPoints: { extension: 'src/extension/main.ts' }, outdir: 'dist', external: ['vscode'], plugins: [clientApart] },
    client: { ...commonJs, entryPoints: { client: 'src/extension/client-node.ts' }, outdir: 'dist', external: ['vscode'] },
    server: { ...commonJs, entryPoints: { server: 'src/server/start-node.ts' }, outdir: 'dist' },
    'layout-worker': {
        ...commonJs,
        entryPoints: { 'layout-worker': 'src/server/export/thread-node.ts' },
        outdir: 'dist',
        ...withAddress,
    },
    // ELK takes a worker for its own where there is a `self`, and the scope from `global`.
    layout: {
        ...browser,
        entryPoints: { 'web/layout': 'src/drawing/layout.ts' },
        outdir: 'dist',
        define: { self: 'undefined', global: 'globalThis' },
    },
    'extension-web': {
        ...browser,
        format: 'cjs',
        entryPoints: { 'web/extension': 'src/extension/main-web.ts' },
        outdir: 'dist',
        external: ['vscode'],
    },
    'server-web': {
        ...browser,
        platform: 'neutral',
        mainFields: ['module', 'main'],
        conditions: ['node', 'browser'],
        entryPoints: { 'web/server': 'src/server/main.ts' },
        outdir: 'dist',
        plugins: [oneProtocol, nodeByHand],
        define: { __dirname: 'crmmapFolder' },
    },
    webview: { ...common, platform: 'browser', target: 'es2022', format: 'iife', entryPoints: { webview: 'src/webview/main.ts' }, outdir: 'dist' },
    'html-page': {
        ...common,
        platform: 'browser',
        target: 'es2022',
        format: 'iife',
        entryPoints: { 'assets/html-page': 'src/webview/html-page/main.ts' },
        outdir: 'dist',
    },
    'served-page': {
        ...common,
        platform: 'browser',
        target: 'es2022',
        format: 'iife',
        entryPoints: { 'assets/served-page': 'src/webview/served-page/main.ts' },
        outdir: 'dist',
    },
    'served-style': { ...common, entryPoints: { 'assets/served-page': 'src/webview/served-page/page.css' }, outdir: 'dist' },
    'html-style': { ...common, entryPoints: { 'assets/html-page': 'src/webview/html-page/page.css' }, outdir: 'dist' },
};

if (!watch) await rm('dist', { recursive: true, force: true });
await mkdir('dist/meta', { recursive: true });

// What the command line reads beside itself to draw PNG files.
await mkdir('dist/assets', { recursive: true });
await copyFile('node_modules/@resvg/resvg-wasm/index_bg.wasm', 'dist/assets/resvg.wasm');
for (const [file, font] of interFonts()) await writeFile(`dist/assets/${file}`, font);

for (const [name, options] of Object.entries(bundles)) {
    const [entry] = Object.values(/** @type {Record<string, string>} */ (options.entryPoints));
    if (!existsSync(entry)) throw new Error(`The entry of the bundle ${name} is missing: ${entry}`);
    if (watch) {
        const context = await esbuild.context(options);
        await context.watch();
    } else {
        const result = await esbuild.build(options);
        await writeFile(`dist/meta/${name}.json`, JSON.stringify(result.metafile));
    }
}

// What was drawn by another build is not taken for what this one draws (`export --cache`).
if (!watch) await writeFile('dist/assets/build-id', `${buildId()}\n`);

/** A hash of all that the command line is made of, the same for the same sources. */
function buildId() {
    const hash = createHash('sha256');
    const files = ['cli.js', ...['cli', 'assets'].flatMap((folder) => readdirSync(`dist/${folder}`).map((file) => `${folder}/${file}`))];
    for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(`dist/${file}`));
    return hash.digest('hex');
}
