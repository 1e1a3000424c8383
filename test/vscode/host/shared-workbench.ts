import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { temporaryFolder, workspaceSource } from './paths.ts';
import type { RunningServer } from './server.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

export interface SharedWorkbenchOptions {
    readonly browser: Browser;
    readonly server: RunningServer;
    /** Absolute path of the extension's folder. */
    readonly extension: string;
    readonly print: (line: string) => void;
}

/** A workbench that one test after the other works in, as if it were new for each. */
export interface SharedWorkbench {
    /** Hands it out; one that was opened just now where the test asks for that, or where there is none that is tidy. */
    take(wish: { readonly fresh: boolean }): Promise<Workbench>;
    /** Tidies it up for the next test, and closes it where that is not to be. */
    giveBack(bench: Workbench, wish: { readonly keep: boolean }): Promise<void>;
    close(): Promise<void>;
}

export function createSharedWorkbench(options: SharedWorkbenchOptions): SharedWorkbench {
    const { server, print } = options;
    let tidied: Workbench | undefined;
    let look = '';

    const close = async (): Promise<void> => {
        const bench = tidied;
        tidied = undefined;
        if (bench) await put(bench);
    };
    const put = async (bench: Workbench): Promise<void> => {
        await bench.close();
        rmSync(bench.workspace, { recursive: true, force: true });
    };
    /** Closes all that is open, brings back files and settings, and waits until the page shows it. */
    const startAfresh = async (bench: Workbench): Promise<void> => {
        const { page, workspace } = bench;
        // A menu would keep the keys to itself, and a hover would stand in front of what comes.
        await page.keyboard.press('Escape');
        await page.mouse.move(0, 0);
        await server.tidy(workspace);
        restore(workspace);
        await bench.eventually(
            'the theme of the start',
            async () => {
                // VS Code writes down a theme that was chosen only after it shows it.
                if ((await lookOf(bench)) !== look) await server.tidy(workspace);
                return lookOf(bench);
            },
            (now) => now === look,
        );
        for (const closed of ['.tab', '.webview', '.quick-input-widget', '.context-view.monaco-menu-container', '.notifications-toasts', '.part.panel']) {
            await bench.eventually(
                `${closed} gone`,
                () => page.locator(closed).filter({ visible: true }).count(),
                (count) => count === 0,
            );
        }
        bench.forget();
    };

    return {
        take: async ({ fresh }) => {
            if (tidied && !fresh) {
                const bench = tidied;
                tidied = undefined;
                return bench;
            }
            await close();
            const workspace = temporaryFolder('workspace');
            cpSync(workspaceSource, workspace, { recursive: true });
            server.restoreSettings();
            const bench = await openWorkbench({ ...options, workspace });
            look = await lookOf(bench);
            return bench;
        },
        giveBack: async (bench, { keep }) => {
            if (keep) {
                try {
                    await startAfresh(bench);
                    tidied = bench;
                    return;
                } catch (error) {
                    print(`# the next test gets a new workbench, as this one could not be tidied up: ${(error as Error).message}`);
                }
            }
            await put(bench);
        },
        close,
    };
}

/** The class of the kind of theme: light, dark or high contrast. */
async function lookOf({ page }: Workbench): Promise<string> {
    const classes = (await page.locator('.monaco-workbench').first().getAttribute('class')) ?? '';
    return classes.split(/\s+/).find((name) => /^(vs|vs-dark|hc-black|hc-light)$/.test(name)) ?? 'vs';
}

/** Makes a workspace again what it was; touches only what differs. */
function restore(workspace: string): void {
    for (const name of readdirSync(workspace)) {
        if (!existsSync(path.join(workspaceSource, name))) rmSync(path.join(workspace, name), { recursive: true, force: true });
    }
    for (const name of readdirSync(workspaceSource)) {
        const [from, to] = [path.join(workspaceSource, name), path.join(workspace, name)];
        if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) cpSync(from, to, { recursive: true });
    }
}
