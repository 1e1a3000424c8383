import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { outputFolder, uriPath } from './paths.ts';
import type { RunningServer } from './server.ts';

export const OPEN_TIMEOUT_MS = 60_000;
const STEP_TIMEOUT_MS = 90_000;
const FIRST_TRY_MS = 2_000;

/** A workbench to open: which server and browser carry it, which folder it shows, which extension it loads. */
export interface WorkbenchOptions {
    readonly browser: Browser;
    readonly server: RunningServer;
    /** Absolute path of the workspace folder. */
    readonly workspace: string;
    /** Absolute path of the extension's folder, the one with its package.json. */
    readonly extension: string;
}

/** A VS Code workbench in a page, driven from outside as a user would. All waits are for something visible. */
export interface Workbench {
    readonly page: Page;
    /** Absolute path of the workspace folder, free to be edited. */
    readonly workspace: string;
    /** Opens a file by a part of its name (quick open), and waits for its editor. */
    openFile(name: string): Promise<void>;
    /** Runs a command from the palette by its full title, such as `CRM Map: Open Preview to the Side`. */
    runCommand(title: string): Promise<void>;
    /** Focuses the editor of the first group and puts its cursor on a line and column, counted from one. */
    goTo(line: number, column?: number): Promise<void>;
    /** Inserts text at the cursor as one input, without completion or closing brackets getting in between. */
    insert(text: string): Promise<void>;
    /** Saves the active editor and waits until its tab is clean. */
    save(): Promise<void>;
    /** The line of the cursor in the first editor group, also while a preview has the focus; undefined when it is out of sight. */
    cursorLine(): Promise<number | undefined>;
    /** The document inside the webview of an extension, `crmmap.crmmap` when none is named. Found anew for each use. */
    webview(extensionId?: string): FrameLocator;
    /** Asks again until the answer is accepted, and returns it. The error names what was awaited and the last answer. */
    eventually<T>(what: string, read: () => Promise<T>, accept: (value: T) => boolean): Promise<T>;
    /** Ends the language server, as a crash would. */
    crashServer(): Promise<void>;
    /** Ends the workbench and its extension host, and starts them again. */
    restart(): Promise<void>;
    /** Keeps a picture of the page and everything its console said. Returns the picture's path. */
    keepEvidence(name: string): Promise<string>;
    /** Lets go of what the console said until now. */
    forget(): void;
    close(): Promise<void>;
}

/** Opens the workbench on a folder, with the extension under development in it, and waits until it is restored. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
    const { context, page, said } = await openPage(options.browser);
    const bench = createWorkbench(page, context, options, said);
    try {
        await page.goto(address(options, []), { timeout: OPEN_TIMEOUT_MS });
        await page.waitForFunction('globalThis.driver !== undefined', undefined, { timeout: OPEN_TIMEOUT_MS });
        await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
        return bench;
    } catch (error) {
        const picture = await bench.keepEvidence('workbench did not open');
        await bench.close();
        throw new Error(`The workbench did not open (see ${picture}): ${(error as Error).message}`, { cause: error });
    }
}

export interface ExtensionHostRun extends WorkbenchOptions {
    /** Absolute path of the CommonJS module that exports `run()`. */
    readonly tests: string;
    /** What the tests and the page write to the console. */
    readonly onLog: (type: string, values: readonly unknown[]) => void;
    readonly timeoutMs: number;
}

/** Runs a test module inside the extension host. Returns its exit status: 0 when `run()` ended well. */
export async function runInExtensionHost(options: ExtensionHostRun): Promise<number> {
    const { context, page, said } = await openPage(options.browser);
    const testsAddress = address(options, [['extensionTestsPath', remoteUri(options.server, options.tests)]]);
    let patience: NodeJS.Timeout | undefined;
    await page.exposeFunction('codeAutomationLog', options.onLog);
    const ended = new Promise<number>((resolve, reject) => {
        patience = setTimeout(() => reject(new Error(`The extension host did not finish within ${options.timeoutMs / 1000} s`)), options.timeoutMs);
        page.once('crash', () => reject(new Error('The page of the workbench crashed')));
        page.exposeFunction('codeAutomationExit', resolve)
            .then(() => page.goto(testsAddress))
            .catch(reject);
    });
    const bench = createWorkbench(page, context, options, said);
    try {
        return await ended;
    } catch (error) {
        await bench.keepEvidence('extension host suite');
        throw error;
    } finally {
        clearTimeout(patience);
        await bench.close();
    }
}

/** A page that depends on nothing outside this machine, with what its console says. */
export async function openPage(browser: Browser): Promise<{ context: BrowserContext; page: Page; said: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    // The tests depend on nothing outside this machine; a request that tries is refused at once.
    await context.route(
        (url) => /^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1' && url.hostname !== 'localhost',
        (route) => route.abort(),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_TIMEOUT_MS);
    const said: string[] = [];
    page.on('console', (message) => said.push(`[${message.type()}] ${message.text()}`));
    page.on('pageerror', (error) => said.push(`[uncaught] ${error.stack ?? error.message}`));
    return { context, page, said };
}

function address(options: WorkbenchOptions, more: [string, string][]): string {
    const payload = [['extensionDevelopmentPath', remoteUri(options.server, options.extension)], ['skipWelcome', 'true'], ...more];
    const query = new URLSearchParams({ folder: uriPath(options.workspace), payload: JSON.stringify(payload) });
    return `http://127.0.0.1:${options.server.port}/?${query}`;
}

function remoteUri(server: RunningServer, file: string): string {
    return `vscode-remote://127.0.0.1:${server.port}${uriPath(file)}`;
}

/** The workbench in a page, ready to be driven once it is loaded. */
export function createWorkbench(
    page: Page,
    context: BrowserContext,
    { workspace, server }: Pick<WorkbenchOptions, 'workspace' | 'server'>,
    said: string[],
): Workbench {
    const input = page.locator('.quick-input-widget:visible input[type="text"]');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const firstGroup = page.locator('.editor-group-container').first();
    const activeTab = page.locator('.editor-group-container.active .tab.active');

    /** Opens a quick input, fills it and takes the row; fresh lists arrive late after a start, so it is opened anew, with more patience each time. */
    const pick = async (key: string, text: string, row: string) => {
        const deadline = performance.now() + STEP_TIMEOUT_MS;
        for (let patience = FIRST_TRY_MS; ; patience *= 2) {
            await page.keyboard.press(key);
            try {
                await input.fill(text, { timeout: patience });
                await rows.filter({ hasText: row }).first().click({ timeout: patience });
                return;
            } catch (error) {
                if (performance.now() > deadline) throw new Error(`"${row}" is not offered: ${(error as Error).message}`, { cause: error });
                await page.keyboard.press('Escape');
            }
        }
    };

    const bench: Workbench = {
        page,
        workspace,
        openFile: async (name) => {
            await pick('ControlOrMeta+P', name, name);
            await activeTab.filter({ hasText: name }).waitFor();
            await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
        },
        runCommand: (title) => pick('F1', `>${title}`, title),
        goTo: async (line, column = 1) => {
            // Focused directly, as a key pressed in a preview arrives late and a click may meet a scrolled text.
            await firstGroup.locator('.monaco-editor').locator('.native-edit-context, textarea.inputarea').first().focus();
            await firstGroup.locator('.monaco-editor.focused').waitFor();
            await page.keyboard.press('Control+G');
            await input.fill(`:${line}:${column}`);
            await page.keyboard.press('Enter');
            await input.waitFor({ state: 'hidden' });
            await bench.eventually('the cursor on its line', bench.cursorLine, (at) => at === line);
        },
        insert: (text) => page.keyboard.insertText(text),
        save: async () => {
            await page.keyboard.press('ControlOrMeta+S');
            await page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
        },
        cursorLine: async () => {
            const numbers = await firstGroup.locator('.margin-view-overlays .active-line-number').allInnerTexts();
            return numbers.length === 1 ? Number(numbers[0]) : undefined;
        },
        webview: (extensionId = 'crmmap.crmmap') => page.frameLocator(`iframe.webview[src*="extensionId=${extensionId}"]`).frameLocator('#active-frame'),
        eventually: async (what, read, accept) => {
            const deadline = performance.now() + STEP_TIMEOUT_MS;
            for (;;) {
                const value = await read();
                if (accept(value)) return value;
                if (performance.now() > deadline) {
                    throw new Error(`Waited ${STEP_TIMEOUT_MS / 1000} s for ${what}; the last seen was ${JSON.stringify(value)}`);
                }
                await page.evaluate('new Promise((frame) => requestAnimationFrame(frame))');
            }
        },
        crashServer: () => server.killLanguageServer(workspace),
        restart: async () => {
            await page.evaluate('globalThis.beforeRestart = true');
            await bench.runCommand('Developer: Reload Window');
            await page.waitForFunction('globalThis.beforeRestart === undefined');
            await page.waitForFunction('globalThis.driver !== undefined');
            await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
        },
        keepEvidence: async (name) => {
            const folder = path.join(outputFolder, 'screenshots');
            mkdirSync(folder, { recursive: true });
            const file = path.join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`);
            writeFileSync(file.replace(/png$/, 'txt'), said.join('\n'));
            await page.screenshot({ path: file });
            return file;
        },
        forget: () => void said.splice(0),
        close: () => context.close(),
    };
    return bench;
}
