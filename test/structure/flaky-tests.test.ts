import { expect, test } from 'vitest';
import { createSuite, type Run, type TestResult } from '../vscode/suite/registry.ts';

interface Report {
    readonly results: TestResult[];
    readonly lines: string[];
    readonly runs: (Run & { readonly failed: boolean })[];
}

async function report(
    bodies: Readonly<Record<string, () => Promise<void>>>,
    options: { readonly again?: boolean; readonly reversed?: boolean },
): Promise<Report> {
    const suite = createSuite();
    for (const [title, body] of Object.entries(bodies)) suite.test(title, body);
    const [lines, runs]: [string[], Report['runs']] = [[], []];
    const tearDown = (_: void, run: Run & { readonly failed: boolean }): Promise<void> => Promise.resolve(void runs.push(run));
    const results = await suite.run({ ...options, setUp: () => Promise.resolve(), tearDown, print: (line) => lines.push(line) });
    return { results, lines, runs };
}

const passes = (): Promise<void> => Promise.resolve();
const fails = (): Promise<void> => Promise.reject(new Error('it is broken'));

function failsOnce(): () => Promise<void> {
    let runs = 0;
    return () => (runs++ === 0 ? fails() : passes());
}

test('a test that fails once is flaky: it has passed, and its first error is told', async () => {
    const { results, lines, runs } = await report({ 'all is well': failsOnce() }, { again: true });
    expect(results).toMatchObject([{ title: 'all is well', passed: true, flaky: true, error: expect.stringContaining('it is broken') as string }]);
    expect(lines[0]).toMatch(/^flaky - all is well \(\d+ ms\)$/);
    expect(lines[1]).toContain('it is broken');
    expect(runs).toEqual([
        { title: 'all is well', alone: false, failed: true },
        { title: 'all is well, once more', alone: true, failed: false },
    ]);
});

test('a test that fails twice has failed, and one that passes is run once', async () => {
    const { results, lines, runs } = await report({ broken: fails, sound: passes }, { again: true });
    expect(results.map(({ passed, flaky }) => [passed, flaky])).toEqual([
        [false, undefined],
        [true, undefined],
    ]);
    expect(lines.filter((line) => line.startsWith('not ok - broken'))).toHaveLength(1);
    expect(runs.map(({ title }) => title)).toEqual(['broken', 'broken, once more', 'sound']);
});

test('where no test is run again one failure is enough', async () => {
    const { results, runs } = await report({ 'all is well': failsOnce() }, {});
    expect(results.map(({ passed }) => passed)).toEqual([false]);
    expect(runs).toHaveLength(1);
});

test('the last test can come first', async () => {
    const { results } = await report({ one: passes, two: passes }, { reversed: true });
    expect(results.map(({ title }) => title)).toEqual(['two', 'one']);
});
