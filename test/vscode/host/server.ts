import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { vscodeFolder } from './install.ts';
import { hostSource, temporaryFolder } from './paths.ts';
import { installTidyExtension, killLanguageServer, tidy } from './tidy-extension.ts';
import { endProcessTree, signalTree } from './process-tree.ts';

const START_TIMEOUT_MS = 60_000;

/** A quiet VS Code: no trust question, no chat, no network, nothing that opens by itself. */
export const settings = {
    'security.workspace.trust.enabled': false,
    'chat.disableAIFeatures': true,
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.tips.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
    'files.autoSave': 'off',
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'editor.accessibilitySupport': 'off',
    // A file that is opened again is shown from its beginning.
    'workbench.editor.restoreViewState': false,
};

/** VS Code's server, running. */
export interface RunningServer {
    readonly port: number;
    /** Brings the user's settings back to what they were at the start. */
    restoreSettings(): void;
    /** Has the workbench of a folder close all editors without saving, and what else stands open. An error says what is left. */
    tidy(workspace: string): Promise<void>;
    /** Ends the language server of the workbench of a folder, as a crash would. */
    killLanguageServer(workspace: string): Promise<void>;
    /** Copies the server's log files, those of the extension hosts among them, into a folder. */
    saveLogs(folder: string): void;
    /** Ends it with all it started, and removes its folders. */
    stop(): Promise<void>;
}

export interface ServerOptions {
    /** Added to the environment of the server and so of the extension hosts. */
    readonly env?: Readonly<Record<string, string>>;
    /** Settings of the user, besides those that every test has. */
    readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Starts VS Code's server on a free loopback port, with data folders of its own, and waits until it answers.
 * The install step must have run. Errors carry what the server printed.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
    const data = temporaryFolder('vscode');
    const userFolder = path.join(data, 'server/data/User');
    mkdirSync(userFolder, { recursive: true });
    const settingsFile = path.join(userFolder, 'settings.json');
    const written = JSON.stringify({ ...settings, ...options.settings }, null, 2);
    const restoreSettings = (): void => {
        if (readFileSync(settingsFile, 'utf8') !== written) writeFileSync(settingsFile, written);
    };
    writeFileSync(settingsFile, written);
    const extensions = path.join(data, 'extensions');
    installTidyExtension(extensions);
    const child = spawn(
        process.execPath,
        [
            path.join(hostSource, 'serve-while-heard.ts'),
            path.join(vscodeFolder, 'out/server-main.js'),
            '--accept-server-license-terms',
            '--host=127.0.0.1',
            '--port=0',
            '--without-connection-token',
            // Without this flag the page ignores the payload that names the extension and its tests.
            '--enable-smoke-test-driver',
            `--server-data-dir=${path.join(data, 'server')}`,
            `--extensions-dir=${extensions}`,
            // The processes of a page that was closed end soon.
            '--reconnection-grace-time=30',
            '--telemetry-level=off',
        ],
        {
            cwd: vscodeFolder,
            // An empty gallery: the workbench asks no market place for anything.
            env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.env },
            // Its input ends with this process, however that ends.
            stdio: ['pipe', 'pipe', 'pipe'],
            detached: process.platform !== 'win32',
        },
    );
    const lastResort = () => signalTree(child, 'SIGKILL');
    process.once('exit', lastResort);
    const stop = async () => {
        await endProcessTree(child);
        process.off('exit', lastResort);
        rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    };
    const printed = path.join(data, 'printed.log');
    const record = createWriteStream(printed);
    child.stdout.pipe(record, { end: false });
    child.stderr.pipe(record, { end: false });
    try {
        const port = await listeningPort(child);
        await answer(port);
        return {
            port,
            stop,
            restoreSettings,
            tidy: (workspace) => tidy(extensions, workspace),
            killLanguageServer: (workspace) => killLanguageServer(extensions, workspace),
            saveLogs: (folder) => saveLogs(data, folder),
        };
    } catch (error) {
        await stop();
        throw error;
    }
}

function listeningPort(child: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
        let output = '';
        const fail = (reason: string) => {
            clearTimeout(patience);
            reject(new Error(`VS Code's server did not start: ${reason}\n${output.slice(-3000)}`));
        };
        const patience = setTimeout(() => fail(`nothing heard for ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
        const read = (chunk: Buffer) => {
            output += chunk.toString();
            const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
            if (port === undefined) return;
            clearTimeout(patience);
            child.stdout?.off('data', read);
            child.stderr?.off('data', read);
            resolve(Number(port));
        };
        child.stdout?.on('data', read);
        child.stderr?.on('data', read);
        child.once('error', (error) => fail(error.message));
        child.once('exit', (code, signal) => fail(`it ended with ${code ?? signal}`));
    });
}

async function answer(port: number): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(START_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`VS Code's server answers with status ${response.status}`);
}

function saveLogs(data: string, folder: string): void {
    mkdirSync(folder, { recursive: true });
    for (const [from, to] of [
        ['server/data/logs', 'server'],
        ['printed.log', 'printed.log'],
    ] as const) {
        const source = path.join(data, from);
        if (existsSync(source)) cpSync(source, path.join(folder, to), { recursive: true });
    }
}
