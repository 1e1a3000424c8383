import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A whole process: seconds from start to end, seconds of all processors, and its most memory in MB. */
export interface ProcessRun {
    readonly seconds: number;
    readonly busy: number;
    readonly memory: number;
}

/**
 * Runs a script of Node to its end. Processor time and memory are those of the process with its threads, as it reports them itself; what
 * processes that it starts take is not in them.
 *
 * @param scratch a folder to write into
 * @throws an Error with what the process said where it fails
 */
export function runProcess(args: readonly string[], cwd: string, scratch: string, env: NodeJS.ProcessEnv = process.env): ProcessRun {
    const [report, hook] = ['usage.json', 'usage.cjs'].map((name) => path.join(scratch, name)) as [string, string];
    const atEnd = `process.on('exit',()=>{const u=process.resourceUsage();require('node:fs').writeFileSync(${JSON.stringify(report)},JSON.stringify([(u.userCPUTime+u.systemCPUTime)/1e6,u.maxRSS/1024]))})`;
    writeFileSync(hook, `if(require('node:worker_threads').isMainThread&&process.argv[1]===${JSON.stringify(args[0])}){${atEnd}}`);
    const start = performance.now();
    const { status, stdout, stderr, error } = spawnSync(process.execPath, ['--require', hook, ...args], { cwd, encoding: 'utf8', env });
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${error?.message ?? ''}${stderr}${stdout.slice(-2000)}`);
    const [busy = 0, memory = 0] = JSON.parse(readFileSync(report, 'utf8')) as number[];
    return { seconds, busy, memory };
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
