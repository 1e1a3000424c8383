import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { openBrowser } from './host/chromium.ts';
import { type Cleanup, createCleanup } from './host/cleanup.ts';
import { downloadElectron, reasonAgainstElectron, runInElectron } from './host/electron.ts';
import { installHost } from './host/install.ts';
import { installPacked } from './host/packed-extension.ts';
import { outputFolder, root, temporaryFolder, workspaceSource } from './host/paths.ts';
import { type RunningServer, startServer } from './host/server.ts';
import { createSharedWorkbench } from './host/shared-workbench.ts';
import { runInExtensionHost } from './host/workbench.ts';
import { openWebWorkbench } from './host/web-workbench.ts';
import type { TestResult } from './suite/registry.ts';
import { restrictedSettings, restrictedSuite } from './suite/restricted.ts';
import { webFiles, webSuite } from './suite/web.ts';
import { workbenchSuite } from './suite/workbench.ts';

const EXTENSION_HOST_TIMEOUT_MS = 300_000;
const print = (line: string) => console.log(line);
const testsModule = path.join(outputFolder, 'suite/extension-host.cjs');
/** Only tests whose titles match this pattern, for whoever works on one of them. */
const only = process.env['CRMMAP_TESTS'];
/** The last test first, to see that none needs another to have been before it. */
const reversed = process.env['CRMMAP_TESTS_ORDER'] === 'reversed';
/** What all suites are run with. */
const howToRun = { print, only, reversed, again: true };

/** The tools of one run. */
interface Tools {
    readonly extension: string;
    readonly server: RunningServer;
    readonly browser: Browser;
    /** The desktop VS Code's program, where it is the choice for the extension host. */
    readonly electron: string | undefined;
    /** Where the tests inside the extension host leave their results. */
    readonly resultsFile: string;
}

async function main(cleanup: Cleanup): Promise<boolean> {
    for (const stale of ['results.json', 'screenshots', 'logs']) {
        rmSync(path.join(outputFolder, stale), { recursive: true, force: true });
    }
    mkdirSync(outputFolder, { recursive: true });
    if (only !== undefined) print(`Tests: only those whose titles match ${only} (CRMMAP_TESTS)`);
    const electron = await chooseElectron();
    await installHost(print);
    const extension = extensionFolder(cleanup);
    const browser = await openBrowser(print);
    cleanup.add(() => browser.close());
    const scratch = temporaryFolder('results');
    cleanup.add(() => rmSync(scratch, { recursive: true, force: true }));
    const resultsFile = path.join(scratch, 'extension-host.json');
    const server = await startServer({ env: { CRMMAP_TEST_RESULTS: resultsFile } });
    cleanup.add(() => server.stop());
    const tools: Tools = { extension, server, browser, electron, resultsFile };

    const suites = [
        ['extension host', await extensionHostResults(tools, cleanup)],
        ['workbench', await workbenchResults(tools, cleanup)],
        ['restricted mode', await restrictedResults(tools, cleanup)],
        ['browser alone', await webResults(tools)],
    ] as const;
    if (suites.some(([, results]) => results.some(({ error }) => error !== undefined))) {
        server.saveLogs(path.join(outputFolder, 'logs'));
        print('\nPictures of the failures are in .vscode-test/screenshots, logs in .vscode-test/logs.');
    }
    return report(suites, electron === undefined ? 'server' : 'electron');
}

/** The extension as users get it: packed now, and installed by VS Code. CRMMAP_EXTENSION names a VSIX or a folder instead, `.` the checkout. */
function extensionFolder(cleanup: Cleanup): string {
    const wish = process.env['CRMMAP_EXTENSION'] ?? '';
    if (wish !== '' && !wish.endsWith('.vsix')) {
        const folder = path.resolve(root, wish);
        print(`Extension: ${folder === root ? 'this checkout' : folder} (CRMMAP_EXTENSION)`);
        return builtExtension(folder);
    }
    const { folder, remove } = installPacked(wish === '' ? undefined : path.resolve(root, wish));
    cleanup.add(remove);
    print(`Extension: ${wish === '' ? 'packed as VSIX from what is built' : `${wish} (CRMMAP_EXTENSION)`}, installed by VS Code`);
    return folder;
}

function builtExtension(folder: string): string {
    const manifest = path.join(folder, 'package.json');
    const { main: entry } = JSON.parse(readFileSync(manifest, 'utf8')) as { main?: string };
    if (entry === undefined || !existsSync(path.join(folder, entry))) {
        throw new Error(`The extension is not built: ${path.join(folder, entry ?? 'main')} is missing. Run: npm run build`);
    }
    return folder;
}

/** The desktop VS Code's program, where it is to run the extension host suite; CRMMAP_VSCODE=electron or server decides. */
async function chooseElectron(): Promise<string | undefined> {
    const wish = process.env['CRMMAP_VSCODE'] ?? '';
    if (!['', 'electron', 'server'].includes(wish)) {
        throw new Error(`CRMMAP_VSCODE is "${wish}"; write electron or server, or leave it out.`);
    }
    if (wish === 'electron') {
        print('VS Code for the extension host: desktop (CRMMAP_VSCODE=electron)');
        return downloadElectron();
    }
    const reason = wish === 'server' ? 'CRMMAP_VSCODE=server' : await reasonAgainstElectron();
    if (reason === undefined) {
        try {
            const program = await downloadElectron();
            print('VS Code for the extension host: desktop');
            return program;
        } catch (error) {
            print(`VS Code for the extension host: server, as the download failed (${(error as Error).message})`);
            return undefined;
        }
    }
    print(`VS Code for the extension host: server, as ${reason}`);
    return undefined;
}

async function extensionHostResults(tools: Tools, cleanup: Cleanup): Promise<TestResult[]> {
    print('\n# Inside the extension host');
    await bundleTests();
    const workspace = freshWorkspace();
    cleanup.add(() => rmSync(workspace, { recursive: true, force: true }));
    const { extension, resultsFile } = tools;
    const shared = { workspace, extension, tests: testsModule };
    let problem = '';
    try {
        const code = await (tools.electron === undefined
            ? runInExtensionHost({ ...shared, ...tools, timeoutMs: EXTENSION_HOST_TIMEOUT_MS, onLog: printTestLine })
            : runInElectron({ ...shared, program: tools.electron, env: { CRMMAP_TEST_RESULTS: resultsFile } }));
        if (code !== 0) problem = `The extension host ended with status ${code}`;
    } catch (error) {
        problem = (error as Error).message;
    }
    const results = existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as TestResult[]) : [];
    if (problem === '' || results.some((result) => !result.passed)) return results;
    const title = 'the extension host runs its suite to the end';
    if (tools.electron !== undefined) problem += '. CRMMAP_VSCODE=server runs it without the desktop VS Code';
    print(`not ok - ${title}\n    ${problem}`);
    return [...results, { title, passed: false, durationMs: 0, error: problem }];
}

async function bundleTests(): Promise<void> {
    await build({
        entryPoints: [path.join(root, 'test/vscode/suite/extension-host.ts')],
        outfile: testsModule,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        external: ['vscode'],
        sourcemap: 'inline',
        logLevel: 'warning',
    });
}

/** The page's console carries much more than the tests'; only their report is passed on. */
function printTestLine(_type: string, values: readonly unknown[]): void {
    const [line] = values;
    if (typeof line === 'string' && /^(ok - |not ok - | {4})/.test(line)) print(line);
}

async function workbenchResults({ extension, server, browser }: Tools, cleanup: Cleanup): Promise<TestResult[]> {
    print('\n# Driving the workbench');
    const shared = createSharedWorkbench({ browser, server, extension, print });
    cleanup.add(() => shared.close());
    return workbenchSuite().run({
        ...howToRun,
        setUp: ({ alone }) => shared.take({ fresh: alone }),
        tearDown: async (bench, { title, alone, failed }) => {
            if (failed) await bench.keepEvidence(title);
            await shared.giveBack(bench, { keep: !alone && !failed });
        },
    });
}

async function restrictedResults({ extension, browser }: Tools, cleanup: Cleanup): Promise<TestResult[]> {
    print('\n# Driving the workbench in a folder that nobody has said to trust');
    const server = await startServer({ settings: restrictedSettings });
    cleanup.add(() => server.stop());
    const shared = createSharedWorkbench({ browser, server, extension, print });
    cleanup.add(() => shared.close());
    return restrictedSuite().run({
        ...howToRun,
        setUp: () => shared.take({ fresh: true }),
        tearDown: async (bench, { title, failed }) => {
            if (failed) await bench.keepEvidence(title);
            await shared.giveBack(bench, { keep: false });
        },
    });
}

async function webResults({ extension, server, browser }: Tools): Promise<TestResult[]> {
    print('\n# Driving the workbench in a browser alone, without a server behind it');
    return webSuite().run({
        ...howToRun,
        setUp: () => openWebWorkbench({ browser, server, extension, files: webFiles }),
        tearDown: async (bench, { title, failed }) => {
            if (failed) await bench.keepEvidence(title);
            await bench.close();
        },
    });
}

/** A copy of the maps that a test may edit. */
function freshWorkspace(): string {
    const folder = temporaryFolder('workspace');
    cpSync(workspaceSource, folder, { recursive: true });
    return folder;
}

function report(suites: readonly (readonly [string, readonly TestResult[]])[], choice: 'electron' | 'server'): boolean {
    print('');
    for (const [name, results] of suites) {
        const passed = results.filter((result) => result.passed).length;
        print(`${name}: ${passed} passed, ${results.length - passed} failed${results.length === 0 ? ' - NO TEST RAN' : ''}`);
    }
    const tests = suites.flatMap(([suite, results]) =>
        results.length === 0 && only === undefined ? [nothingRan(suite)] : results.map((result) => ({ suite, ...result })),
    );
    const failed = tests.filter((test) => !test.passed).length;
    const passed = tests.length - failed;
    const flaky = tests.filter((test) => test.flaky).map(({ title }) => title);
    writeResults({ passed, failed, flaky: flaky.length, choice, tests });
    if (flaky.length > 0) print(`${flaky.length} flaky: ${flaky.join('; ')}`);
    print(`${failed === 0 ? 'PASSED' : 'FAILED'}: ${tests.length} tests in a real VS Code (${choice}), ${passed} passed, ${failed} failed`);
    return failed === 0;
}

/** A suite without tests has proved nothing, so it counts as a failure. */
function nothingRan(suite: string): TestResult & { suite: string } {
    return { suite, title: 'a test ran', passed: false, durationMs: 0, error: 'The suite has no tests' };
}

interface Results {
    readonly passed: number;
    readonly failed: number;
    /** How many of those that passed did so only when they were run once more. */
    readonly flaky: number;
    readonly choice: 'electron' | 'server' | 'none';
    readonly tests: readonly TestResult[];
}

function writeResults(results: Results): void {
    writeFileSync(path.join(outputFolder, 'results.json'), JSON.stringify(results, null, 4));
}

const cleanup = createCleanup();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
        print(`\n${signal}: stopping`);
        void cleanup.run().finally(() => process.exit(130));
    });
}
try {
    process.exitCode = (await main(cleanup)) ? 0 : 1;
} catch (error) {
    const { message } = error as Error;
    console.error(`FAILED: ${message}`);
    writeResults({ passed: 0, failed: 1, flaky: 0, choice: 'none', tests: [{ title: 'the tests start', passed: false, durationMs: 0, error: message }] });
    process.exitCode = 1;
} finally {
    await cleanup.run();
}
