const TIMEOUT_MS = 60_000;

/** What became of one test. */
export interface TestResult {
  readonly title: string;
  readonly passed: boolean;
  readonly durationMs: number;
  /** The error with its stack, of a failed test. */
  readonly error?: string;
}

export interface TestOptions {
  /** After so many milliseconds the test has failed; 60 s when not said. */
  readonly timeoutMs?: number;
}

export interface RunOptions<Context> {
  /** Hands a test what it works with, made anew for each. */
  readonly setUp: () => Promise<Context>;
  /** Puts it away again; hears of a failure first, so that evidence can be kept. */
  readonly tearDown: (context: Context, failure: { title: string } | undefined) => Promise<void>;
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

/** A list of tests. It works alike inside VS Code's extension host and outside. */
export function createSuite<Context = void>(): Suite<Context> {
  const tests: { title: string; body: (context: Context) => Promise<void>; timeoutMs: number }[] = [];
  return {
    test: (title, body, options = {}) => {
      if (tests.some((other) => other.title === title)) throw new Error(`There are two tests "${title}"`);
      tests.push({ title, body, timeoutMs: options.timeoutMs ?? TIMEOUT_MS });
    },
    run: async (options) => {
      const results: TestResult[] = [];
      for (const test of tests) {
        const started = performance.now();
        const error = await errorOf(() => runOne(test, options));
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

async function runOne<Context>(
  test: { title: string; body: (context: Context) => Promise<void>; timeoutMs: number },
  options: RunOptions<Context>,
): Promise<void> {
  const context = await withinTime('its preparation', test.timeoutMs, options.setUp());
  const error = await errorOf(() => withinTime('the test', test.timeoutMs, test.body(context)));
  await options.tearDown(context, error === undefined ? undefined : { title: test.title });
  if (error !== undefined) throw new Reported(error);
}

/** Carries the text of an error that has been read already. */
class Reported extends Error {}

async function errorOf(action: () => Promise<void>): Promise<string | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (error instanceof Reported) return error.message;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
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
