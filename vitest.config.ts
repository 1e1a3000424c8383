import { defineConfig } from 'vitest/config';

export default defineConfig({
    test: {
        include: ['test/**/*.test.ts'],
        exclude: ['test/vscode/**', 'node_modules/**'],
        testTimeout: 30_000,
        hookTimeout: 30_000,
        // What is polled for comes late on a busy machine.
        expect: { poll: { timeout: 15_000 } },
    },
});
