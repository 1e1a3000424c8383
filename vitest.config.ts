import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Tests that put something else in the place of modules or of what is global have a process each. */
const apart = globSync('test/**/*.test.ts', { exclude: ['test/vscode/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\bvi\.(?:mock|stubGlobal)\(|setFlagsFromString\(/.test(readFileSync(file, 'utf8')));

export default defineConfig({
    test: {
        // No test waits for a time; these bounds only end what hangs, also on a machine that does much else.
        testTimeout: 300_000,
        hookTimeout: 300_000,
        // What is built is loaded as it is.
        server: { deps: { external: [/\/dist\/cli\//] } },
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
