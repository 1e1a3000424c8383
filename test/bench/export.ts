/**
 * How long `export` takes as a whole process: 200 maps of 20 systems with one job, with two, and from what is kept, and one map of 50
 * systems beside a bare Node process that loads elkjs and places the same number of boxes and lines. Run with
 * `node test/bench/export.ts [--maps 200] [--runs 3]` after a build; it prints a table and writes `out/bench/export.json`. Ratios are of
 * the best runs, which a loaded machine changes least; `busy` is the time of all processors.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mapText } from './map-texts.ts';

const { values } = parseArgs({ options: { maps: { type: 'string', default: '200' }, runs: { type: 'string', default: '3' } } });
const [maps, runs] = [Number(values.maps), Number(values.runs)];
const cli = path.resolve('dist/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'crmmap-bench-'));

interface Run {
    readonly seconds: number;
    readonly busy: number;
    /** Peak, in MB. */
    readonly memory: number;
}

/** Measures a process with all of its threads; it reports its own use of the machine as it ends. */
function measure(args: readonly string[], cwd: string): Run {
    const report = path.join(folder, 'usage.json');
    const atEnd = `process.on('exit',()=>{const u=process.resourceUsage();require('node:fs').writeFileSync(${JSON.stringify(report)},JSON.stringify([(u.userCPUTime+u.systemCPUTime)/1e6,u.maxRSS/1024]))})`;
    const hook = path.join(folder, 'usage.cjs');
    writeFileSync(hook, `if(require('node:worker_threads').isMainThread){${atEnd}}`);
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...args], { cwd, encoding: 'utf8' });
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(stderr);
    const [busy = 0, memory = 0] = JSON.parse(readFileSync(report, 'utf8')) as number[];
    return { seconds, busy, memory };
}

function best(times: readonly Run[]): Run {
    return times.reduce((one, other) => (other.seconds < one.seconds ? other : one));
}

const bare = `
const { Worker } = require(${JSON.stringify(path.resolve('node_modules/elkjs/lib/elk-worker.min.js'))});
let state = 7;
const below = (limit) => Math.floor(((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * limit);
const children = Array.from({ length: 8 }, (_, group) => ({ id: 'g' + group, children: [] }));
for (let system = 0; system < 50; system++) children[system % 8].children.push({ id: 's' + system, width: 180, height: 60 });
const edges = Array.from({ length: 90 }, (_, flow) => {
    const from = below(50);
    return { id: 'f' + flow, sources: ['s' + from], targets: ['s' + ((from + 1 + below(49)) % 50)], labels: [{ text: 'Data', width: 90, height: 14 }] };
});
const layoutOptions = { 'elk.algorithm': 'layered', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.edgeRouting': 'ORTHOGONAL' };
const worker = new Worker();
worker.onmessage = ({ data }) => { if (data.error) throw data.error; };
worker.postMessage({ id: 0, cmd: 'register', algorithms: ['layered'] });
worker.postMessage({ id: 1, cmd: 'layout', graph: { id: 'root', layoutOptions, children, edges } });
`;

try {
    const [many, one] = ['many', 'one'].map((name) => path.join(folder, name));
    for (const place of [many, one]) mkdirSync(place ?? '', { recursive: true });
    for (let map = 1; map <= maps; map += 1) writeFileSync(path.join(many ?? '', `m${map}.crmmap`), mapText(20, 30, map));
    writeFileSync(path.join(one ?? '', 'one.crmmap'), mapText(50, 90));
    writeFileSync(path.join(folder, 'bare.cjs'), bare);
    const kinds = {
        'one job': () => measure([cli, 'export', '--jobs', '1'], many ?? ''),
        'two jobs': () => measure([cli, 'export', '--jobs', '2'], many ?? ''),
        'kept before': () => measure([cli, 'export', '--cache', path.join(folder, 'kept')], many ?? ''),
        'one map': () => measure([cli, 'export'], one ?? ''),
        'bare elkjs': () => measure([path.join(folder, 'bare.cjs')], folder),
    };
    kinds['kept before']();
    kinds['one map']();
    const taken = new Map<string, Run[]>();
    // By turns, so that what else the machine does falls on all of them.
    for (let run = 0; run < runs; run += 1) {
        for (const [kind, take] of Object.entries(kinds)) {
            rmSync(path.join(many ?? '', 'out'), { recursive: true, force: true });
            rmSync(path.join(one ?? '', 'out'), { recursive: true, force: true });
            taken.set(kind, [...(taken.get(kind) ?? []), take()]);
        }
    }
    const of = (kind: keyof typeof kinds): Run => best(taken.get(kind) ?? []);
    const rows = Object.keys(kinds).map((kind) => ({ kind, ...of(kind as keyof typeof kinds) }));
    const ratios = {
        'two jobs, times quicker than one (1.7)': of('one job').seconds / of('two jobs').seconds,
        'two jobs, ms a map (30)': (of('two jobs').seconds * 1000) / maps,
        'kept before, times quicker than drawn with one job (10)': of('one job').seconds / of('kept before').seconds,
        'one map, of bare elkjs (1.25)': of('one map').seconds / of('bare elkjs').seconds,
    };
    console.table(rows);
    console.table(ratios);
    mkdirSync('out/bench', { recursive: true });
    const machine = { node: process.version, processors: availableParallelism(), load: loadavg() };
    writeFileSync('out/bench/export.json', `${JSON.stringify({ maps, machine, rows, ratios }, undefined, 4)}\n`);
} finally {
    rmSync(folder, { recursive: true, force: true });
}
