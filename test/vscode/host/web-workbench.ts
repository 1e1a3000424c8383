import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { memoryExtension } from './memory-files.ts';
import { temporaryFolder } from './paths.ts';
import { type RunningServer, settings } from './server.ts';
import { createWorkbench, openPage, OPEN_TIMEOUT_MS, type Workbench } from './workbench.ts';
import { serveFiles } from './web-files.ts';

export interface WebWorkbenchOptions {
    readonly browser: Browser;
    /** It only hands out the page; nothing runs in it. */
    readonly server: RunningServer;
    /** Absolute path of the extension's folder. */
    readonly extension: string;
    /** The texts of the workspace by their paths. */
    readonly files: Readonly<Record<string, string>>;
}

/**
 * Opens the workbench as vscode.dev does: no server behind it, extensions in a worker of the browser, and a workspace that is on no
 * disk, `memory:/`. The extension is the one under test without its entry for desktops.
 */
export async function openWebWorkbench({ browser, server, extension, files }: WebWorkbenchOptions): Promise<Workbench> {
    const folder = webCopy(extension);
    const extensions = (port: number) => ['crmmap', 'memory'].map((name) => ({ scheme: 'http', authority: `localhost:${port}`, path: `/${name}` }));
    const served = await serveFiles({ crmmap: folder, memory: memoryExtension(files) }, async (wanted) => {
        const answer = await fetch(`http://127.0.0.1:${server.port}${wanted}`);
        const { headers } = answer;
        if (wanted.startsWith('/?')) return new Response(withoutServer(await answer.text(), extensions(served.port)), { headers });
        if (wanted.endsWith('/workbench.js')) return new Response(alone(await answer.text()), { headers });
        return answer;
    });
    const { context, page, said } = await openPage(browser);
    const bench = createWorkbench(page, context, { workspace: 'memory:/', server }, said);
    const close = async (): Promise<void> => {
        await bench.close();
        await served.stop();
        rmSync(folder, { recursive: true, force: true });
    };
    try {
        await page.goto(`http://localhost:${served.port}/?folder=memory:/&skipWelcome=true`, { timeout: OPEN_TIMEOUT_MS });
        await page.waitForFunction('globalThis.driver !== undefined', undefined, { timeout: OPEN_TIMEOUT_MS });
        await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
        return { ...bench, close, openFile: (name) => openFromExplorer(page, name) };
    } catch (error) {
        const picture = await bench.keepEvidence('web workbench did not open');
        await close();
        throw new Error(`The workbench did not open in the browser alone (see ${picture}): ${(error as Error).message}`, { cause: error });
    }
}

/** A browser takes `browser`; without `main` no desktop entry can stand in for it. */
function webCopy(extension: string): string {
    const folder = temporaryFolder('web-extension');
    const parts = ['dist/web', 'dist/webview.js', 'media', 'docs', 'language', 'syntaxes', 'package.json', 'package.nls.json', 'l10n'];
    for (const part of parts.filter((name) => existsSync(path.join(extension, name)))) {
        cpSync(path.join(extension, part), path.join(folder, part), { recursive: true });
    }
    const file = path.join(folder, 'package.json');
    const { main: _main, type: _type, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify(manifest));
    return folder;
}

/** The script of the page, in which code-server has everything come from its own server. */
function alone(script: string): string {
    return script
        .replace('remoteAuthority:location.host', 'remoteAuthority:void 0')
        .replace(/(get userRoamingDataHome\(\)\{return \w+\(\w+\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote/, '$1vscodeUserData');
}

/** The page's settings, without the server that handed it out. */
function withoutServer(html: string, extensions: readonly object[]): string {
    return html.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/, (_, start: string, written: string) => {
        const { remoteAuthority: _authority, ...config } = JSON.parse(written.replaceAll('&quot;', '"')) as Record<string, unknown>;
        const developmentOptions = { ...(config['developmentOptions'] as object), extensions };
        const changed = { ...config, developmentOptions, configurationDefaults: settings };
        return `${start}${JSON.stringify(changed).replaceAll('"', '&quot;')}"`;
    });
}

/** Quick open finds nothing where the workspace has no search of its own. */
async function openFromExplorer(page: Page, name: string): Promise<void> {
    await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).dblclick();
    await page.locator('.editor-group-container.active .tab.active').filter({ hasText: name }).waitFor();
    await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}
