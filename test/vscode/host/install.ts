import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostFolder, hostSource, isProgram, outputFolder } from './paths.ts';

const STAND_INS = ['spdlog', 'native-watchdog'];
/** Parts of VS Code that need an account, a debugger or a repository: the tests use none, and starting them takes seconds. */
const LEFT_OUT =
    'copilot debug-auto-launch debug-server-ready git github grunt gulp ipynb jake microsoft-authentication ' +
    'ms-vscode.js-debug ms-vscode.js-debug-companion ms-vscode.vscode-js-profile-table npm php-language-features ' +
    'terminal-suggest tunnel-forwarding typescript-language-features';
const VSCODE = 'node_modules/code-server/lib/vscode';
const NODE_MAJOR = 24;
/** Counts changes of the steps below, so that a folder made by older ones is made anew. */
const STEPS = 2;

/** Where VS Code's server lies once it is installed: the folder with `out/server-main.js`. */
export const vscodeFolder = path.join(hostFolder, VSCODE);

/**
 * Installs VS Code's server (npm package code-server) into `.vscode-test/host`, unless the very same one is there already.
 * Needs npm and Node 24, no compiler. Errors say what is missing and what to do.
 */
export async function installHost(print: (line: string) => void): Promise<void> {
    requireNode();
    const wanted = fingerprint();
    if (installedFingerprint(hostFolder) === wanted) {
        print('VS Code server: installed already, in .vscode-test/host');
        return;
    }
    print('VS Code server: installing into .vscode-test/host (once; about 400 MB, half a minute) ...');
    const started = performance.now();
    clearRemains();
    const staging = path.join(outputFolder, `host.partial-${process.pid}`);
    mkdirSync(staging, { recursive: true });
    try {
        for (const file of ['package.json', 'package-lock.json']) copyFileSync(path.join(hostSource, file), path.join(staging, file));
        await npmCi(staging);
        addStandIns(staging);
        shareModules(staging);
        leaveOut(staging);
        await proveItStarts(path.join(staging, VSCODE));
        writeFileSync(path.join(staging, 'installed'), wanted);
        moveIntoPlace(staging, wanted);
    } finally {
        rmSync(staging, { recursive: true, force: true });
    }
    print(`VS Code server: installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function requireNode(): void {
    const major = Number(process.versions.node.split('.')[0]);
    if (major >= NODE_MAJOR) return;
    throw new Error(
        `The VS Code server needs Node ${NODE_MAJOR}, and this is Node ${process.versions.node}. ` +
            'Start the tests through npm (npm run test:vscode), or with node_modules/.bin/node, which npm ci brings.',
    );
}

/** Changes when, and only when, another server would be installed. */
function fingerprint(): string {
    const hash = createHash('sha256');
    hash.update(`${STEPS} ${process.platform} ${process.arch}`);
    const files = ['package.json', 'package-lock.json', ...STAND_INS.map((name) => `stand-ins/${name}.cjs`)];
    for (const file of files) hash.update(readFileSync(path.join(hostSource, file), 'utf8').replaceAll('\r\n', '\n'));
    return hash.digest('hex');
}

function installedFingerprint(folder: string): string | undefined {
    const stamp = path.join(folder, 'installed');
    return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

async function npmCi(folder: string): Promise<void> {
    // Scripts stay off: code-server's own wants Node headers and a compiler, and nothing here needs what it builds.
    const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
    const npm = process.env['npm_execpath'];
    const viaNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
    const { code, output } = await run(viaNode ? process.execPath : 'npm', viaNode ? [npm, ...options] : options, folder);
    if (code === 0) return;
    throw new Error(
        `The VS Code server for the tests could not be installed: npm ended with ${code}.\n${lastLines(output, 15)}\n` +
            'It takes about 400 MB of disk, and npm must reach its registry. Try again with: npm run test:vscode',
    );
}

function addStandIns(folder: string): void {
    for (const name of STAND_INS) {
        const target = path.join(folder, 'node_modules/@vscode', name);
        mkdirSync(target, { recursive: true });
        copyFileSync(path.join(hostSource, 'stand-ins', `${name}.cjs`), path.join(target, 'index.cjs'));
        writeFileSync(path.join(target, 'package.json'), JSON.stringify({ name: `@vscode/${name}`, main: 'index.cjs' }));
    }
}

/** The page fetches packages from below `lib/vscode`, where code-server's own script would have put them a second time. */
function shareModules(folder: string): void {
    const link = path.join(folder, VSCODE, 'node_modules');
    if (process.platform === 'win32') symlinkSync(path.join(hostFolder, 'node_modules'), link, 'junction');
    else symlinkSync('../../..', link);
}

function leaveOut(folder: string): void {
    for (const name of LEFT_OUT.split(' ')) {
        rmSync(path.join(folder, VSCODE, 'extensions', name), { recursive: true, force: true });
    }
}

async function proveItStarts(vscode: string): Promise<void> {
    const { code, output } = await run(process.execPath, ['out/server-main.js', '--version'], vscode);
    if (code === 0) return;
    throw new Error(`The VS Code server was installed but does not start:\n${lastLines(output, 15)}`);
}

/** What interrupted installations left; one that still runs keeps its folder. */
function clearRemains(): void {
    mkdirSync(outputFolder, { recursive: true });
    for (const name of readdirSync(outputFolder)) {
        const pid = /^host\.partial-(\d+)$/.exec(name)?.[1];
        if (pid !== undefined && !isRunning(Number(pid))) rmSync(path.join(outputFolder, name), { recursive: true, force: true });
    }
}

function isRunning(pid: number): boolean {
    if (pid === process.pid) return false;
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}

/** A second run at the same time may have been faster; its result is as good. */
function moveIntoPlace(staging: string, wanted: string): void {
    if (installedFingerprint(hostFolder) === wanted) return;
    rmSync(hostFolder, { recursive: true, force: true });
    renameSync(staging, hostFolder);
}

async function run(command: string, options: string[], cwd: string): Promise<{ code: number; output: string }> {
    const child = spawn(command, options, {
        cwd,
        env: { ...process.env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}` },
        shell: process.platform === 'win32' && command === 'npm',
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    try {
        const [code] = (await once(child, 'close')) as [number | null];
        return { code: code ?? 1, output };
    } catch (error) {
        return { code: 1, output: `${command}: ${(error as Error).message}` };
    }
}

function lastLines(text: string, count: number): string {
    return text.trimEnd().split('\n').slice(-count).join('\n');
}

if (isProgram(import.meta.url)) {
    try {
        await installHost(console.log);
    } catch (error) {
        console.error((error as Error).message);
        process.exitCode = 1;
    }
}
