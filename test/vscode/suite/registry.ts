const TIMEOUT_MS = 120_000;

/** What became of one test. */
export interface TestResult {
    readonly title: string;
    readonly passed: boolean;
    readonly durationMs: number;
    /** The error with its stack, of a failed test. */
    readonly error?: string;
}

export interface TestOptions {
    /** After so many milliseconds the test has failed; 120 s when not said. */
    readonly timeoutMs?: number;
}

export interface RunOptions<Context> {
    /** Hands a test what it works with, made anew for each. */
    readonly setUp: () => Promise<Context>;
    /** Puts it away again; hears of a failure first, so that evidence can be kept. */
    readonly tearDown: (context: Context, failure: { title: string } | undefined) => Promise<void>;
    /** Runs only the tests whose titles match this pattern; all when not said. */
    readonly only?: string | undefined;
    /** Receives one line of the report. */
    readonly print: (line: string) => void;
}

/** Registers a test under a sentence that says what holds. */
export type Register<Context> = (title: string, body: (context: Context) => Promise<void>, options?: TestOptions) => void;

export interface Suite<Context> {
    readonly test: Register<Context>;
    /** Runs every test once, in order, and prints an `ok` or `not ok` line for each. Never throws for a failing test. */
    run(options: RunOptions<Context>): Promise<TestResult[]>;
}

interface Test<Context> {
    readonly title: string;
    readonly body: (context: Context) => Promise<void>;
    readonly timeoutMs: number;
}

/** A list of tests. It works alike inside VS Code's extension host and outside. */
export function createSuite<Context = void>(): Suite<Context> {
    const tests: Test<Context>[] = [];
    return {
        test: (title, body, options = {}) => {
            if (tests.some((other) => other.title === title)) throw new Error(`There are two tests "${title}"`);
            tests.push({ title, body, timeoutMs: options.timeoutMs ?? TIMEOUT_MS });
        },
        run: async (options) => {
            const results: TestResult[] = [];
            const only = new RegExp(options.only ?? '');
            for (const test of tests.filter(({ title }) => only.test(title))) {
                const started = performance.now();
                const error = await runOne(test, options);
                const durationMs = Math.round(performance.now() - started);
                const outcome = { title: test.title, passed: error === undefined, durationMs };
                results.push(error === undefined ? outcome : { ...outcome, error });
                options.print(`${error === undefined ? 'ok' : 'not ok'} - ${test.title} (${durationMs} ms)`);
                if (error !== undefined) for (const line of error.split('\n')) options.print(`    ${line}`);
            }
            return results;
        },
    };
}

async function runOne<Context>(test: Test<Context>, options: RunOptions<Context>): Promise<string | undefined> {
    let context: Context;
    try {
        context = await withinTime('the preparation of the test', test.timeoutMs, options.setUp());
    } catch (error) {
        return textOf(error);
    }
    const error = await errorOf(() => withinTime('the test', test.timeoutMs, test.body(context)));
    const failure = error === undefined ? undefined : { title: test.title };
    const after = await errorOf(() => withinTime('putting away after the test', test.timeoutMs, options.tearDown(context, failure)));
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
