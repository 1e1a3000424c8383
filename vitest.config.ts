import { defineConfig } from 'vitest/config';

/** These change the world around them for as long as they run, so each has a process of its own. */
const apart = ['test/browser/preview-things.test.ts', 'test/drawing/worker-thread-web.test.ts', 'test/server/memory.test.ts'];

export default defineConfig({
    test: {
        // No test waits for a time; these bounds only end what hangs, also on a machine that does much else.
        testTimeout: 300_000,
        hookTimeout: 300_000,
        expect: { poll: { timeout: 120_000, interval: 100 } },
        maxWorkers: '100%',
        setupFiles: ['test/setup.ts'],
        projects: [
            {
                extends: true,
                // One process does one file after the other, and so loads the language once.
                test: { name: 'house', include: ['test/**/*.test.ts'], exclude: ['test/vscode/**', ...apart], isolate: false },
            },
            { extends: true, test: { name: 'apart', include: apart } },
        ],
    },
});
