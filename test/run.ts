/**
 * Runs every test, one kind after the other, and counts them: `N passed, N failed` is the last line.
 * A kind that cannot run has failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

interface Step {
    readonly name: string;
    readonly command: readonly string[];
    /** A file in which the step says how many tests passed and failed. Without it, the step itself is one test. */
    readonly counts?: string;
}

const steps: readonly Step[] = [
    { name: 'Build', command: ['node', 'esbuild.mjs'] },
    { name: 'Types', command: ['tsc', '-p', '.'] },
    { name: 'Types of the webview', command: ['tsc', '-p', 'src/webview'] },
    { name: 'Lint', command: ['oxlint'] },
    { name: 'Format', command: ['biome', 'format'] },
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
for (const step of steps) {
    if (step.counts) rmSync(step.counts, { force: true });
    console.log(`\n── ${step.name} ──`);
    const started = Date.now();
    const [program = '', ...args] = step.command;
    // On Windows the tools of npm are batch files, which only a shell runs.
    const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    const counts = step.counts ? countsOf(step.counts) : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
    const broken = status !== 0 && counts.failed === 0;
    const silent = status === 0 && counts.passed === 0;
    total.passed += counts.passed;
    total.failed += counts.failed + (broken || silent ? 1 : 0);
    console.log(`── ${step.name}: ${status === 0 && !silent ? 'done' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s ──`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
