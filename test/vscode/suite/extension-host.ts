import { writeFileSync } from 'node:fs';
import { activationTests } from './extension/activation.ts';
import { findingTests } from './extension/finding.ts';
import { mendingTests } from './extension/mending.ts';
import { restartTests } from './extension/server-restart.ts';
import { panelTests } from './extension/panels.ts';
import { startTests } from './extension/start.ts';
import { serverGoneTests } from './extension/server-gone.ts';
import { closeAll, serverAnswers } from './extension/support.ts';
import { workspaceTests } from './extension/workspaces.ts';
import { writingTests } from './extension/writing.ts';
import { createSuite } from './registry.ts';

// Runs inside VS Code's extension host: bundled by the launcher, which names the file for the results.

/** Called by VS Code. Writes the results to the file that CRMMAP_TEST_RESULTS names, and fails when a test has. */
export async function run(): Promise<void> {
    const file = process.env['CRMMAP_TEST_RESULTS'];
    if (file === undefined) throw new Error('CRMMAP_TEST_RESULTS does not name a file for the results');
    const suite = createSuite();
    for (const register of [startTests, activationTests, writingTests, findingTests, mendingTests, workspaceTests, panelTests, restartTests, serverGoneTests])
        register(suite.test);
    await serverAnswers();
    const results = await suite.run({
        only: process.env['CRMMAP_TESTS'],
        setUp: async () => undefined,
        tearDown: () => closeAll(),
        print: (line) => console.log(line),
    });
    writeFileSync(file, JSON.stringify(results));
    const failed = results.filter((result) => !result.passed).length;
    if (failed > 0) throw new Error(`${failed} of ${results.length} tests in the extension host failed`);
}
