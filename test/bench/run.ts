/**
 * `npm run bench`: how long whole processes take, ours and those of peers on the same content, all in one run and by turns, so that what
 * else the machine does falls on all of them. Prints the medians, their ratios and what was asked for, and writes them to
 * `out/bench.json`; with `--write` also to docs/benchmarks.md. Peers are installed into `out/bench/peers` when first needed.
 *
 * --runs 5, --maps 200, --only TEXT: rows whose names hold the text; --without-peers: where npm cannot reach its registry.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../vscode/host/chromium.ts';
import { installPeers } from './peers/install.ts';
import { median, type ProcessRun } from './process-run.ts';
import { ourPrograms, peerPrograms } from './programs.ts';
import { comparisons, writtenTable } from './bench-results.ts';

const { values } = parseArgs({
    options: {
        runs: { type: 'string', default: '5' },
        maps: { type: 'string', default: '200' },
        only: { type: 'string', default: '' },
        'without-peers': { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
    },
});
const [runs, maps] = [Number(values.runs), Number(values.maps)];
const folder = mkdtempSync(path.join(tmpdir(), 'crmmap-bench-'));

try {
    const peers = values['without-peers'] ? undefined : installPeers(path.resolve('out/bench/peers'), console.log);
    const programs = [...(await ourPrograms(folder, maps)), ...(peers ? peerPrograms(folder, peers, await findBrowser(console.log)) : [])].filter(([name]) =>
        name.includes(values.only),
    );
    const taken = new Map<string, ProcessRun[]>();
    // The first turn is not counted: it fills what programs keep compiled, and the cache.
    for (let turn = 0; turn <= runs; turn += 1) {
        for (const [name, run] of programs) {
            const one = run();
            if (turn > 0) taken.set(name, [...(taken.get(name) ?? []), one]);
            if (process.stderr.isTTY) process.stderr.write(`\rturn ${turn} of ${runs}: ${name.padEnd(40)}`);
        }
    }
    const rows = [...taken].map(([name, all]) => ({
        name,
        seconds: median(all.map(({ seconds }) => seconds)),
        busy: median(all.map(({ busy }) => busy)),
        memory: Math.max(...all.map(({ memory }) => memory)),
    }));
    const machine = { node: process.version, processor: cpus()[0]?.model, processors: availableParallelism(), load: loadavg(), ...peers?.versions };
    const compared = comparisons(new Map(rows.map((row) => [row.name, row])), maps);
    console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, rounded(figures)])));
    console.table(Object.fromEntries(compared.map(({ name, value, asked, holds }) => [name, { value: Number(value.toFixed(2)), asked, holds }])));
    mkdirSync('out', { recursive: true });
    writeFileSync('out/bench.json', `${JSON.stringify({ runs, maps, machine, rows, compared }, undefined, 4)}\n`);
    if (values.write) {
        const page = 'docs/benchmarks.md';
        writeFileSync(page, writtenTable(readFileSync(page, 'utf8'), rows, compared, machine));
    }
} finally {
    rmSync(folder, { recursive: true, force: true });
}

function rounded({ seconds, busy, memory }: ProcessRun): Record<string, number> {
    return { 'ms, median': Math.round(seconds * 1000), 'processor ms': Math.round(busy * 1000), 'most memory, MB': Math.round(memory) };
}
