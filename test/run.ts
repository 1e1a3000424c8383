/**
 * Runs every test, one kind after the other but for the short ones, and counts them: `N passed, N failed` is the last line.
 * A kind that cannot run has failed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';

interface Step {
    readonly name: string;
    readonly command: readonly string[];
    /** A file in which the step says how many tests passed and failed. Without it, the step itself is one test. */
    readonly counts?: string;
}

/** These need nothing of each other: they run at the same time, and each is shown once it has ended. */
const atOnce: readonly Step[] = [
    { name: 'Build', command: ['node', 'esbuild.mjs'] },
    { name: 'Types', command: ['tsc', '-p', '.'] },
    { name: 'Types of the webview', command: ['tsc', '-p', 'src/webview'] },
    { name: 'Lint', command: ['oxlint'] },
    { name: 'Format', command: ['biome', 'format'] },
];

const oneByOne: readonly Step[] = [
    {
        name: 'Unit, golden and protocol tests',
        command: ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=dist/test/vitest.json'],
        counts: 'dist/test/vitest.json',
    },
    { name: 'Tests in a real VS Code', command: ['node', 'test/vscode/run.ts'], counts: '.vscode-test/results.json' },
];

interface Counts {
    passed: number;
    failed: number;
}

function countsOf(file: string): Counts {
    if (!existsSync(file)) return { passed: 0, failed: 0 };
    const result = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<string, number>>;
    return { passed: result['numPassedTests'] ?? result['passed'] ?? 0, failed: result['numFailedTests'] ?? result['failed'] ?? 0 };
}

const total: Counts = { passed: 0, failed: 0 };

/** Runs a step, and counts what came of it. One that runs beside others is not heard before it has ended. */
async function run({ name, command, counts: file }: Step, isAlone: boolean): Promise<void> {
    if (file) rmSync(file, { force: true });
    const title = `\n── ${name} ──`;
    if (isAlone) console.log(title);
    const started = Date.now();
    const [program = '', ...args] = command;
    // On Windows the tools of npm are batch files, which only a shell runs.
    const child = spawn(program, args, { stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
    const status = await once(child, 'close').then(
        ([code]) => code as number | null,
        (error: Error) => void said.push(Buffer.from(`${error.message}\n`)),
    );
    if (!isAlone) console.log(title);
    process.stdout.write(Buffer.concat(said));
    const counts = file ? countsOf(file) : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
    const broken = status !== 0 && counts.failed === 0;
    const silent = status === 0 && counts.passed === 0;
    total.passed += counts.passed;
    total.failed += counts.failed + (broken || silent ? 1 : 0);
    console.log(`── ${name}: ${status === 0 && !silent ? 'done' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s ──`);
}

await Promise.all(atOnce.map((step) => run(step, false)));
for (const step of oneByOne) await run(step, true);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
