/**
 * How long landscapes take to be placed, warm: from the model to boxes, lines and labels with places. Run with `node test/bench/layout.ts`;
 * it prints a table and writes `out/bench/layout.json`. The bounds are in ms. Beside them stands the time that the processor was busy
 * for it, which a loaded machine changes less.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { landscapeDiagram } from '../../src/diagram/landscape/landscape-diagram.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { arrange } from '../../src/layout/landscape/arrange.ts';
import { placeLabels } from '../../src/layout/landscape/place-labels.ts';
import { landscapeView } from '../helpers/landscape-maps.ts';
import { generatedMap } from '../layout/generated-maps.ts';

const cases = [
    { systems: 60, flows: 79, shape: 'mesh', bound: 80 },
    { systems: 200, flows: 300, shape: 'mesh', bound: 500 },
    { systems: 220, flows: 300, shape: 'mesh', bound: 300 },
    { systems: 1000, flows: 1500, shape: 'circles', bound: 4000 },
    // As it is drawn: folded, where it is too large to be read.
    { systems: 1000, flows: 1500, shape: 'circles', bound: 300, folded: true },
] as const;

const engine = createElkEngine();
const rows = [];
for (const entry of cases) {
    const { systems, flows, shape, bound } = entry;
    const folded = 'folded' in entry;
    const model = generatedMap({ shape, systems, density: flows / systems });
    const runs = [];
    for (let run = 0; run < (systems >= 1000 && !folded ? 3 : 9); run += 1) {
        const busy = process.cpuUsage();
        const start = performance.now();
        const { scene } = await arrange(landscapeDiagram(model, landscapeView(), folded ? undefined : 'columns'), engine, 852);
        placeLabels(scene);
        const time = performance.now() - start;
        const { user, system } = process.cpuUsage(busy);
        runs.push({ time, busy: (user + system) / 1000 });
    }
    const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    const warm = runs.slice(1);
    const row = {
        map: `${systems} systems, ${flows} flows${folded ? ', folded' : ''}`,
        first: Math.round(runs[0]?.time ?? 0),
        warm: Math.round(middle(warm.map((run) => run.time))),
        best: Math.round(Math.min(...warm.map((run) => run.time))),
        busy: Math.round(middle(warm.map((run) => run.busy))),
        bound,
    };
    rows.push(row);
}
console.table(rows);
mkdirSync('out/bench', { recursive: true });
writeFileSync('out/bench/layout.json', `${JSON.stringify({ unit: 'ms', rows }, undefined, 4)}\n`);
process.exitCode = rows.every((row) => row.warm <= row.bound) ? 0 : 1;
