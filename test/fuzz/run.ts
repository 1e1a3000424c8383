// Looks for texts that the house cannot bear, until its time is over: node test/fuzz/run.ts --minutes 5 [--seed N] [--depth picture]
import { parseArgs } from 'node:util';
import { writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { anyText } from './any-text.ts';
import { type Depth, depths, faultsOf } from './subject.ts';

const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' }, depth: { type: 'string' }, out: { type: 'string' } },
});
const end = Date.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed ?? Date.now() % 1_000_000_000);
const textsInARound = 100;
let found = 0;
let tried = 0;

for (let seed = first, round = 0; Date.now() < end; seed++, round++) {
    const depth: Depth = depths.find((name) => name === values.depth) ?? (round % 10 === 9 ? 'picture' : round % 2 === 0 ? 'editor' : 'model');
    const result = await fc.check(
        fc.asyncProperty(anyText, async (text) => {
            const faults = await faultsOf(text, depth);
            if (faults.length > 0) throw new Error(faults.slice(0, 3).join('\n'));
        }),
        { numRuns: textsInARound, seed, interruptAfterTimeLimit: Math.max(1000, end - Date.now()) },
    );
    tried += result.numRuns;
    if (!result.failed || result.counterexample === null) continue;
    found++;
    const [text] = result.counterexample;
    process.stdout.write(
        `\n--- seed ${seed}, depth ${depth}, ${text.length} characters ---\n${JSON.stringify(text.slice(0, 2000))}\n${String(result.errorInstance)}\n`,
    );
    if (values.out) writeFileSync(`${values.out}-${seed}.crmmap`, text);
}
process.stdout.write(found === 0 ? `No text was found that cannot be borne among ${tried}; seeds from ${first} on.\n` : `${found} rounds found one.\n`);
process.exitCode = found === 0 ? 0 : 1;
