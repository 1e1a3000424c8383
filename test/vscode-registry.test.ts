import { describe, expect, test } from 'vitest';
import { createSuite, type Suite } from './vscode/suite/registry.ts';

async function report<Context>(suite: Suite<Context>, context: Context, onTearDown: (failed: boolean) => void = () => {}) {
    const lines: string[] = [];
    const results = await suite.run({
        print: (line) => lines.push(line.replace(/\d+ ms/, 'N ms')),
        setUp: async () => context,
        tearDown: async (_, { failed }) => onTearDown(failed),
    });
    return { lines, results };
}

describe('the list of tests that runs inside VS Code', () => {
    test('runs tests in order, and reports a failure without stopping', async () => {
        const seen: string[] = [];
        const suite = createSuite<string[]>();
        suite.test('first', async (list) => void list.push('first'));
        suite.test('second', async () => {
            throw new Error('it broke');
        });
        suite.test('third', async (list) => void list.push('third'));
        const { lines, results } = await report(suite, seen);
        expect(seen).toEqual(['first', 'third']);
        expect(results.map((result) => result.passed)).toEqual([true, false, true]);
        expect(lines.filter((line) => !line.startsWith('    '))).toEqual(['ok - first (N ms)', 'not ok - second (N ms)', 'ok - third (N ms)']);
        expect(lines).toContain('    Error: it broke');
    });

    test('fails a test that does not end in time', async () => {
        const suite = createSuite();
        suite.test('never ends', () => new Promise(() => {}), { timeoutMs: 20 });
        const { results } = await report(suite, undefined);
        expect(results[0]?.error).toContain('the test took longer than 20 ms');
    });

    test('puts away after every test, and says which one failed', async () => {
        const failures: boolean[] = [];
        const suite = createSuite();
        suite.test('good', async () => {});
        suite.test('bad', () => Promise.reject(new Error('no')));
        await report(suite, undefined, (failed) => failures.push(failed));
        expect(failures).toEqual([false, true]);
    });

    test('fails a test that cannot be put away, and keeps the first error of one that failed before', async () => {
        const suite = createSuite();
        suite.test('good', async () => {});
        suite.test('bad', () => Promise.reject(new Error('the first error')));
        const { results } = await report(suite, undefined, () => {
            throw new Error('cannot be put away');
        });
        expect(results[0]?.error).toContain('cannot be put away');
        expect(results[1]?.error).toContain('the first error');
    });

    test('refuses two tests of one title', () => {
        const suite = createSuite();
        suite.test('same', async () => {});
        expect(() => suite.test('same', async () => {})).toThrow('There are two tests "same"');
    });
});
