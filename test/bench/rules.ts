/**
 * How long all rules take on a large map: 1,000 systems, 1,500 flows with circles, 200 touchpoints. Run with `node test/bench/rules.ts`.
 * The bound is 300 ms, for the first run as well.
 */
import { runRules } from '../../src/rules/run-rules.ts';
import { parseMap } from '../helpers/maps.ts';

const systems = 1000;
const flows = 1500;
const bound = 300;

/** Numbers below a limit, the same in each run: a linear congruential generator (Numerical Recipes). */
function seeded(seed: number): (limit: number) => number {
    let state = seed;
    return (limit) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * limit);
    };
}

function largeMap(): string {
    const next = seeded(7);
    const timings = ['real-time', 'event', 'scheduled "*/15 * * * 1-5"', 'scheduled "0 3 * * *"', 'manual'];
    const lines = ['team it { function it }', 'persona ana', 'system bus { owner it  category middleware }'];
    for (let i = 0; i < systems - 1; i++) {
        const same = i % 7 === 3 ? `same as s${i - 1}.E` : '';
        lines.push(
            `system s${i} { owner it  limit 5000 calls per day  ${i % 5 === 0 ? 'master ' : ''}entity E { ${same}  volume 100 per day growing 9 percent per year  Id : id key  Email : email personal  Tier : text(${20 + (i % 3)}) } }`,
        );
    }
    for (let i = 0; i < flows; i++) {
        // The first flows are one ring through all systems, the others join any two.
        const from = i < systems - 1 ? i : next(systems - 1);
        const to = i < systems - 1 ? (i + 1) % (systems - 1) : next(systems - 1);
        const map = i % 3 === 0 ? 'map Email -> Email  map Tier -> Tier' : '';
        const comment = i % 20 === 0 ? '// crmmap-ignore FLW006, SOR003: known\n' : '';
        lines.push(
            `${comment}flow f${i}: s${from}.E ${i % 11 === 0 ? '<->' : '->'} s${to}.E { timing ${timings[i % timings.length]}  ${i % 9 === 0 ? 'via bus' : ''}  volume ${1 + next(900)} per day  errors retry 3  ${map} }`,
        );
    }
    lines.push('journey j { persona ana  stage s {');
    for (let i = 0; i < 200; i++)
        lines.push(
            `touchpoint t${i} { frontstage s${next(systems - 1)}  uses s${next(systems - 1)}.E.Tier fresh within ${1 + next(48)} hours  captures s${next(systems - 1)}.E }`,
        );
    lines.push('} }');
    return lines.join('\n');
}

const text = largeMap();
const { model, findings } = await parseMap(text);
if (findings.length > 0) throw new Error(findings[0]);
const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    const found = runRules(model, { today: '2026-11-22', texts: new Map([['map.crmmap', text]]) }).length;
    return { time: performance.now() - start, found };
});
const [first] = times;
const warm =
    times
        .slice(1)
        .map(({ time }) => time)
        .sort((a, b) => a - b)[2] ?? 0;
console.log(
    `${model.systems.length} systems, ${model.flows.length} flows, ${first?.found} findings: ${first?.time.toFixed(0)} ms at first, ${warm.toFixed(0)} ms warm (bound ${bound} ms)`,
);
process.exitCode = (first?.time ?? 0) <= bound ? 0 : 1;
