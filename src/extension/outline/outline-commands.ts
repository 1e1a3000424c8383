import { commands, Disposable, Range, Uri, window } from 'vscode';
import { openPreviewToSide, type ThingReference } from '../../protocol.ts';
import { outlineDiagram, outlineReferences, outlineReveal } from '../names.ts';
import { revealThing } from '../reveal-thing.ts';
import type { OutlineNode } from './outline-nodes.ts';
import type { ServerClient } from '../server-client.ts';
import { uriOf } from '../addresses.ts';

/** What can be done with a line of the tree: by a click, by Enter, or from its menu. */
export function outlineCommands(client: ServerClient): Disposable {
    return Disposable.from(
        commands.registerCommand(outlineDiagram, (node: OutlineNode) => openDiagram(node)),
        commands.registerCommand(outlineReveal, (node: OutlineNode) => reveal(client, node)),
        commands.registerCommand(outlineReferences, (node: OutlineNode) => findReferences(client, node)),
    );
}

async function openDiagram(node: OutlineNode): Promise<void> {
    const target = pictureOf(node);
    if (target) await commands.executeCommand(openPreviewToSide, target.uri, { view: target.view });
}

function pictureOf(node: OutlineNode): { uri: string; view?: string } | undefined {
    if (node.type === 'map') return { uri: node.map.uri };
    if (node.type === 'view') return { uri: node.map, view: node.view.name };
    return node.type === 'thing' && node.thing.view !== undefined ? { uri: node.map, view: node.thing.view } : undefined;
}

async function reveal(client: ServerClient, node: OutlineNode): Promise<void> {
    if (node.type === 'map') {
        await window.showTextDocument(uriOf(node.map.uri));
    } else if (node.type === 'finding') {
        const { uri, start, end } = node.finding;
        await window.showTextDocument(Uri.parse(uri), { selection: new Range(start.line, start.character, end.line, end.character) });
    } else {
        const thing = thingOf(node);
        if (thing) await revealThing(client, thing.map, thing);
    }
}

/** As Shift+F12 on the name in the text: the cursor goes there, so that the uses are shown below it. */
async function findReferences(client: ServerClient, node: OutlineNode): Promise<void> {
    const thing = thingOf(node);
    if (!thing) return;
    await revealThing(client, thing.map, thing);
    await commands.executeCommand('editor.action.goToReferences');
}

function thingOf(node: OutlineNode): (ThingReference & { readonly map: string }) | undefined {
    if (node.type === 'thing') return { map: node.map, kind: node.thing.kind, id: node.thing.id };
    return node.type === 'view' && node.view.declared ? { map: node.map, kind: 'view', id: node.view.name } : undefined;
}
