import { commands, Disposable, type ExtensionContext } from 'vscode';
import { MapStatus } from './map-status.ts';
import { activeContext, newMapCommand, openPreviewCommand, openWalkthroughCommand } from './names.ts';
import { newMap } from './new-map.ts';
import { openPreviewOf } from './open-preview.ts';
import { outlineCommands } from './outline/outline-commands.ts';
import { OutlineTree } from './outline/outline-tree.ts';
import { RuleTitles } from './rule-titles.ts';
import { ServerWatch } from './server-watch.ts';
import type { ServerClient } from './server-client.ts';

export interface Guides extends Disposable {
    readonly status: MapStatus;
}

/** What leads through maps beside text and picture: the tree in the explorer, the findings in the status bar, and ways to begin. */
export function registerGuides({ extension, extensionUri }: ExtensionContext, client: ServerClient): Guides {
    const titles = new RuleTitles(extensionUri);
    const server = new ServerWatch(client);
    const status = new MapStatus(client, server, titles);
    void commands.executeCommand('setContext', activeContext, true);
    const all = Disposable.from(
        server,
        new OutlineTree(client, server, titles),
        outlineCommands(client),
        status,
        commands.registerCommand(openPreviewCommand, (uri?: unknown) => openPreviewOf(uri)),
        commands.registerCommand(newMapCommand, (given?: unknown) => newMap(given)),
        commands.registerCommand(openWalkthroughCommand, () => commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#begin`, false)),
    );
    return { status, dispose: () => void all.dispose() };
}
