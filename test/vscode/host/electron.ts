import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { outputFolder, temporaryFolder } from './paths.ts';
import { rmSync } from 'node:fs';

const PROBE = 'https://update.code.visualstudio.com/api/releases/stable';
const PROBE_TIMEOUT_MS = 5_000;
const DOWNLOAD_IDLE_MS = 30_000;

/** Why the desktop VS Code cannot be used on this machine, in words; nothing when it can be tried. */
export async function reasonAgainstElectron(): Promise<string | undefined> {
    const hasDisplay = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
    if (process.platform === 'linux' && !hasDisplay) return 'there is no display';
    try {
        const response = await fetch(PROBE, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
        return response.ok ? undefined : `the download answers with status ${response.status}`;
    } catch {
        return 'the download cannot be reached';
    }
}

/** Downloads the desktop VS Code into `.vscode-test/`, or finds it there. Returns its program. */
export function downloadElectron(): Promise<string> {
    const version = process.env['CRMMAP_VSCODE_VERSION'] ?? 'stable';
    return downloadAndUnzipVSCode({ version, cachePath: outputFolder, timeout: DOWNLOAD_IDLE_MS });
}

export interface ElectronRun {
    readonly program: string;
    readonly workspace: string;
    readonly extension: string;
    /** Absolute path of the CommonJS module that exports `run()`. */
    readonly tests: string;
    readonly env: Readonly<Record<string, string>>;
}

/** Runs a test module inside the desktop VS Code's extension host. Returns its exit status. */
export async function runInElectron(run: ElectronRun): Promise<number> {
    const data = temporaryFolder('electron');
    try {
        return await runTests({
            vscodeExecutablePath: run.program,
            extensionDevelopmentPath: run.extension,
            extensionTestsPath: run.tests,
            extensionTestsEnv: run.env,
            launchArgs: [
                run.workspace,
                '--disable-workspace-trust',
                '--disable-extensions',
                '--disable-telemetry',
                '--disable-updates',
                '--skip-welcome',
                '--skip-release-notes',
                `--user-data-dir=${path.join(data, 'user')}`,
                `--extensions-dir=${path.join(data, 'extensions')}`,
            ],
        });
    } catch (error) {
        const { code } = error as { code?: number };
        if (typeof code === 'number') return code;
        throw error;
    } finally {
        rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    }
}
