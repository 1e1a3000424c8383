const TIMEOUT_MS = 240_000;

/** What became of one test. */
export interface TestResult {
    readonly title: string;
    readonly passed: boolean;
    /** Whether it passed only when it was run once more. */
    readonly flaky?: boolean;
    readonly durationMs: number;
    /** The error with its stack, of a failed test, and of the first run of a flaky one. */
    readonly error?: string;
}

export interface TestOptions {
    /** After so many milliseconds the test has failed; 240 s when not said. */
    readonly timeoutMs?: number;
    /** Whether it needs a context that no other test has worked with or will. */
    readonly alone?: boolean;
}

/** What a test is, to those who prepare its context and put that away. */
export interface Run {
    /** The title of the test; it says so where this is not its first run. */
    readonly title: string;
    readonly alone: boolean;
}

export interface RunOptions<Context> {
    /** Hands a test what it works with, as if it were new. */
    readonly setUp: (run: Run) => Promise<Context>;
    /** Puts it away again; hears of a failure, so that evidence can be kept. */
    readonly tearDown: (context: Context, run: Run & { readonly failed: boolean }) => Promise<void>;
    /** Runs a test that failed once more, and counts it as flaky where it passes then. */
    readonly again?: boolean;
    /** Runs only the tests whose titles match this pattern; all when not said. */
    readonly only?: string | undefined;
    /** Runs the last test first. */
    readonly reversed?: boolean;
    /** Receives one line of the report. */
    readonly print: (line: string) => void;
}

/** Registers a test under a sentence that says what holds. */
export type Register<Context> = (title: string, body: (context: Context) => Promise<void>, options?: TestOptions) => void;

export interface Suite<Context> {
    readonly test: Register<Context>;
    /** Runs every test, and prints an `ok`, `flaky` or `not ok` line for each. Never throws for a failing test. */
    run(options: RunOptions<Context>): Promise<TestResult[]>;
}

interface Test<Context> {
    readonly title: string;
    readonly body: (context: Context) => Promise<void>;
    readonly timeoutMs: number;
    readonly alone: boolean;
}

/** A list of tests. It works alike inside VS Code's extension host and outside. */
export function createSuite<Context = void>(): Suite<Context> {
    const tests: Test<Context>[] = [];
    return {
        test: (title, body, { timeoutMs = TIMEOUT_MS, alone = false } = {}) => {
            if (tests.some((other) => other.title === title)) throw new Error(`There are two tests "${title}"`);
            tests.push({ title, body, timeoutMs, alone });
        },
        run: async (options) => {
            const only = new RegExp(options.only ?? '');
            const chosen = tests.filter(({ title }) => only.test(title));
            const results: TestResult[] = [];
            for (const test of options.reversed ? chosen.toReversed() : chosen) {
                const result = await runTest(test, options);
                results.push(result);
                options.print(`${wordFor(result)} - ${test.title} (${result.durationMs} ms)`);
                for (const line of result.error?.split('\n') ?? []) options.print(`    ${line}`);
            }
            return results;
        },
    };
}

function wordFor({ passed, flaky }: TestResult): string {
    if (flaky) return 'flaky';
    return passed ? 'ok' : 'not ok';
}

async function runTest<Context>(test: Test<Context>, options: RunOptions<Context>): Promise<TestResult> {
    const { title, alone } = test;
    const started = performance.now();
    const error = await runOnce(test, { title, alone }, options);
    const flaky = error !== undefined && options.again === true && (await runOnce(test, { title: `${title}, once more`, alone: true }, options)) === undefined;
    const outcome = { title, passed: error === undefined || flaky, durationMs: Math.round(performance.now() - started) };
    if (error === undefined) return outcome;
    return flaky ? { ...outcome, flaky, error } : { ...outcome, error };
}

async function runOnce<Context>({ body, timeoutMs }: Test<Context>, run: Run, options: RunOptions<Context>): Promise<string | undefined> {
    let context: Context;
    try {
        context = await withinTime('the preparation of the test', timeoutMs, options.setUp(run));
    } catch (error) {
        return textOf(error);
    }
    const error = await errorOf(() => withinTime('the test', timeoutMs, body(context)));
    const after = await errorOf(() => withinTime('putting away after the test', timeoutMs, options.tearDown(context, { ...run, failed: error !== undefined })));
    return error ?? after;
}

async function errorOf(action: () => Promise<void>): Promise<string | undefined> {
    try {
        await action();
        return undefined;
    } catch (error) {
        return textOf(error);
    }
}

function textOf(error: unknown): string {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function withinTime<T>(what: string, timeoutMs: number, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what} took longer than ${timeoutMs} ms`)), timeoutMs);
    });
    try {
        return await Promise.race([work, late]);
    } finally {
        clearTimeout(timer);
    }
}
