// An extension for the tests that share a workbench: it closes what the last one has opened, as no user can in a moment, and ends what a crash would.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const TIDY_TIMEOUT_MS = 60_000;

/** Puts the extension where VS Code has those that are installed. */
export function installTidyExtension(extensions: string): void {
    const folder = path.join(extensions, 'crmmap-tests.tidy-1.0.0');
    const manifest = {
        name: 'tidy',
        publisher: 'crmmap-tests',
        version: '1.0.0',
        engines: { vscode: '^1.101.0' },
        main: './extension.js',
        activationEvents: ['onStartupFinished'],
        capabilities: { untrustedWorkspaces: { supported: true } },
    };
    mkdirSync(path.join(folder, 'ports'), { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(path.join(folder, 'extension.js'), `(${extension.toString()})(${JSON.stringify(path.join(folder, 'ports'))}, exports, require);`);
}

/**
 * Has a workbench close all editors without saving, and what else stands open, and forget the theme that was chosen.
 *
 * @throws an Error that says what is left
 */
export function tidy(extensions: string, workspace: string): Promise<void> {
    return ask(extensions, workspace, '/');
}

/**
 * Ends the language server of a workbench as a crash would, once there is one.
 *
 * @throws an Error where none comes to be
 */
export function killLanguageServer(extensions: string, workspace: string): Promise<void> {
    return ask(extensions, workspace, '/kill');
}

async function ask(extensions: string, workspace: string, what: '/' | '/kill'): Promise<void> {
    const file = path.join(extensions, 'crmmap-tests.tidy-1.0.0/ports', path.basename(workspace));
    if (!existsSync(file)) throw new Error('the extension that tidies up has not started');
    const answer = await fetch(`http://127.0.0.1:${readFileSync(file, 'utf8')}${what}`, { signal: AbortSignal.timeout(TIDY_TIMEOUT_MS) });
    if (!answer.ok) throw new Error(await answer.text());
}

/** Runs in VS Code's extension host, and so can use nothing from here. */
function extension(ports: string, exports: { activate?: () => void }, require: (name: string) => unknown): void {
    exports.activate = () => {
        const { commands, window, workspace } = require('vscode') as typeof import('vscode');
        const { writeFileSync: write } = require('node:fs') as typeof import('node:fs');
        const { createServer } = require('node:http') as typeof import('node:http');
        const { basename, join } = require('node:path') as typeof import('node:path');

        const closeAll = async (): Promise<void> => {
            await commands.executeCommand('workbench.action.closeQuickOpen');
            for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
                await window.showTextDocument(document);
                await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
            }
            const dirty = workspace.textDocuments.filter(({ isDirty }) => isDirty);
            // VS Code would ask whether to save them.
            if (dirty.length > 0) throw new Error(`not saved: ${dirty.map(({ uri }) => uri.toString()).join(', ')}`);
            for (const command of [
                'workbench.action.closeAllEditors',
                // A file that was shown as a picture would be so again.
                'workbench.action.clearEditorHistoryWithoutConfirm',
                'workbench.action.closePanel',
                'workbench.action.closeAuxiliaryBar',
                'notifications.clearAll',
                'workbench.actions.treeView.crmmap.outline.collapseAll',
                'workbench.explorer.fileView.focus',
                'workbench.action.focusActiveEditorGroup',
            ]) {
                await commands.executeCommand(command);
            }
            const settings = workspace.getConfiguration('workbench');
            if (settings.inspect('colorTheme')?.globalValue !== undefined) await settings.update('colorTheme', undefined, true);
            const left = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
            if (left.length > 0) throw new Error(`still open: ${left.join(', ')}`);
        };

        /** The language server is a child of this process, and one of what keeps it awake. */
        const kill = async (isAwaited: () => boolean): Promise<void> => {
            const { _getActiveHandles: handles } = process as unknown as { _getActiveHandles(): unknown[] };
            while (isAwaited()) {
                const children = handles.call(process) as Partial<import('node:child_process').ChildProcess>[];
                const found = children.find(({ spawnargs, exitCode }) => exitCode === null && spawnargs?.some((word) => word.endsWith('server.cjs')));
                if (found?.kill?.('SIGKILL')) return;
                await new Promise((again) => setTimeout(again, 20));
            }
        };

        const server = createServer(({ url }, response) => {
            (url === '/kill' ? kill(() => !response.destroyed) : closeAll()).then(
                () => response.end(),
                (error: unknown) => response.writeHead(500).end(String(error)),
            );
        });
        server.listen(0, '127.0.0.1', () => {
            const [folder] = workspace.workspaceFolders ?? [];
            const address = server.address();
            if (folder && address !== null && typeof address === 'object') write(join(ports, basename(folder.uri.fsPath)), String(address.port));
        });
    };
}
