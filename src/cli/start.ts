import { fileURLToPath } from 'node:url';
import { isMainThread, workerData } from 'node:worker_threads';
import { KeptCode } from './kept-code.ts';
import type * as Program from './program.ts';
import type { ThreadWork } from './threads.ts';

// Starts the program, in a process or in a thread of one. The program is a script of its own, so that what is compiled of it can be kept.

const work = workerData as ThreadWork | null;
const use = isMainThread ? /^(?:check|export|format|serve)$/.exec(process.argv[2] ?? '')?.[0] : work && 'serve' in work ? 'serve' : 'export';
const code = new KeptCode(use);
const program = (): typeof Program => code.load(fileURLToPath(new URL('./cli/program.cjs', import.meta.url))) as typeof Program;
if (isMainThread) {
    // Node's own status for a fault is 1, which says something else here.
    process.exitCode = 2;
    process.on('exit', () => code.keep());
    try {
        program().main();
    } catch (error) {
        process.stderr.write(`crmmap: cannot be started: ${error instanceof Error ? error.message : String(error)}. Install crmmap again.\n`);
    }
} else if (work) {
    void program().beThread(work, () => code.keep());
}
