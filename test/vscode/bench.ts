/**
 * How long a change of the text takes to reach the screen, in a real workbench: from the change's event in the extension host to the
 * message that the preview's page has painted it. Run with `npm run bench:preview` after `npm run build`; it prints a table and writes
 * `out/bench/preview.json`. After the name may stand the rounds, and a part of the name of a map. The
 * bounds are in ms, for 95 of 100 edits, warm, on a machine that does nothing else. It also says, once, how long it takes to activate the
 * extension, and to open a first map; `0 none` measures that alone.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { mapText } from '../bench/map-text.ts';
import { openBrowser } from './host/chromium.ts';
import { createCleanup } from './host/cleanup.ts';
import { installHost } from './host/install.ts';
import { outputFolder, root, temporaryFolder } from './host/paths.ts';
import { startServer } from './host/server.ts';
import { runInExtensionHost } from './host/workbench.ts';
import type { Measured } from './suite/preview-bench.ts';

const cases = [
    { systems: 8, flows: 10, bounds: { looks: 30, layout: 120 } },
    { systems: 60, flows: 79, bounds: { looks: 30, layout: 120 } },
    { systems: 220, flows: 300, bounds: { looks: 30, layout: 400 } },
];
/** In ms, of what happens once. What VS Code does itself has no bound: it is measured while the workbench starts. */
const onceBounds: Readonly<Record<string, number>> = { 'the extension': 100 };
const cleanup = createCleanup();
try {
    const print = (line: string): void => console.log(line);
    await installHost(print);
    const browser = await openBrowser(print);
    cleanup.add(() => browser.close());
    const workspace = temporaryFolder('bench');
    cleanup.add(() => rmSync(workspace, { recursive: true, force: true }));
    for (const { systems, flows } of cases) writeFileSync(path.join(workspace, `map-${systems}-${flows}.crmmap`), mapText(systems, flows));
    const results = path.join(workspace, '.results.json');
    const tests = path.join(outputFolder, 'suite/preview-bench.cjs');
    const source = path.join(root, 'test/vscode/suite/preview-bench.ts');
    await build({ entryPoints: [source], outfile: tests, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'], logLevel: 'warning' });
    const server = await startServer({
        env: { CRMMAP_TEST_RESULTS: results, CRMMAP_BENCH_ROUNDS: process.argv[2] ?? '40', CRMMAP_BENCH_MAPS: process.argv[3] ?? '' },
    });
    cleanup.add(() => server.stop());
    const code = await runInExtensionHost({ browser, server, workspace, extension: root, tests, timeoutMs: 600_000, onLog: () => undefined });
    if (code !== 0) throw new Error(`The extension host ended with status ${code}.`);
    const measured = JSON.parse(readFileSync(results, 'utf8')) as readonly Measured[];
    const percentile = (all: readonly number[], share: number): number => {
        const sorted = [...all].sort((a, b) => a - b);
        return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
    };
    const rows = measured.map(({ file, edit, times }) => {
        const figures = { map: file, edit, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
        if (edit === 'activation' || edit === 'opening') return { ...figures, bound: onceBounds[file] };
        const known = cases.find(({ systems, flows }) => file === `map-${systems}-${flows}.crmmap`);
        return { ...figures, bound: known?.bounds[edit] };
    });
    console.table(rows);
    mkdirSync('out/bench', { recursive: true });
    writeFileSync('out/bench/preview.json', `${JSON.stringify({ unit: 'ms', rows }, undefined, 4)}\n`);
    process.exitCode = rows.every(({ p95, bound }) => bound === undefined || p95 <= bound) ? 0 : 1;
} finally {
    await cleanup.run();
}
