import {
    commands,
    Disposable,
    l10n,
    type Location as TextLocation,
    type Range,
    TextEditorRevealType,
    type Uri,
    window,
    workspace,
    type WorkspaceEdit,
} from 'vscode';
import type { Location, WorkspaceEdit as ServerEdit } from 'vscode-languageclient';
import {
    findFlowTargets,
    type FlowTarget,
    locateDeclaration,
    locateThing,
    type LocateParams,
    readThing,
    type ThingReference,
    writeFlow,
    type WriteFlowParams,
    writeTouchpoint,
    type WriteTouchpointParams,
} from '../protocol.ts';
import { Asking, type Ready } from './asking.ts';
import type { Previews } from './previews.ts';
import { mendThing } from './mend-thing.ts';
import { revealThing } from './reveal-thing.ts';
import type { ServerClient } from './server-client.ts';
import { rangeOf, uriOf } from './addresses.ts';

/** A thing of the map that a preview shows. */
interface Target {
    readonly uri: string;
    readonly thing: ThingReference;
    /** What the reader sees it called. */
    readonly title: string;
    readonly ready: Ready;
}

/** What the menu of an element in a picture offers. VS Code hands over what the page wrote on the element. */
export function thingCommands(previews: Previews, client: ServerClient): Disposable {
    const on = (name: string, act: (target: Target) => Promise<unknown>): Disposable =>
        commands.registerCommand(`crmmap.thing.${name}`, async (written: unknown) => {
            const thing = readThing(written);
            const { current } = previews;
            if (thing && current?.map !== undefined) await act({ uri: current.map, thing, title: current.titleOf(thing), ready: () => current.focused() });
        });
    return Disposable.from(
        on('reveal', ({ uri, thing }) => revealThing(client, uri, thing)),
        on('revealAside', ({ uri, thing }) => revealThing(client, uri, thing, previews.current?.column)),
        on('openView', async ({ thing }) => previews.current?.openOwn(thing)),
        on('rename', (target) => rename(client, target)),
        on('findReferences', (target) => findReferences(client, target, () => revealThing(client, target.uri, target.thing, previews.current?.column))),
        on('addFlow', (target) => addFlow(client, target)),
        on('addTouchpoint', (target) => addTouchpoint(client, target)),
        on('mend', async (target) => {
            const declaration = await placeOf(client, locateDeclaration, target);
            await target.ready();
            if (declaration) await mendThing(declaration.uri, declaration.range);
        }),
    );
}

interface TextPlace {
    readonly uri: Uri;
    readonly range: Range;
}

async function placeOf(client: ServerClient, method: string, { uri, thing }: Target): Promise<TextPlace | undefined> {
    const params: LocateParams = { uri, ...thing };
    const location = await client.sendRequest<Location | null>(method, params);
    return location ? { uri: uriOf(location.uri), range: rangeOf(location.range) } : undefined;
}

async function rename(client: ServerClient, target: Target): Promise<void> {
    const place = await placeOf(client, locateThing, target);
    if (!place) return;
    const { uri, range } = place;
    await workspace.openTextDocument(uri);
    const name = await prepareRename(uri, range);
    if (name === undefined) {
        void window.showInformationMessage(l10n.t('It has no name of its own. Change its words in the text.'));
        return;
    }
    const prompt = l10n.t('New name, everywhere in the map');
    await target.ready();
    const written = await window.showInputBox({ title: l10n.t('Rename {0}', name), prompt, value: name, ignoreFocusOut: true });
    if (written === undefined || written.trim() === '' || written === name) return;
    try {
        const edit = await commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, range.start, written.trim());
        if (edit) await workspace.applyEdit(edit);
    } catch (error) {
        // The server says why a name cannot be taken.
        void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    }
}

/** The name that stands at a place, where it can be changed. */
async function prepareRename(uri: Uri, range: Range): Promise<string | undefined> {
    try {
        const prepared = await commands.executeCommand<{ readonly placeholder: string } | undefined>('vscode.prepareRename', uri, range.start);
        return prepared?.placeholder;
    } catch {
        return undefined;
    }
}

async function findReferences(client: ServerClient, target: Target, reveal: () => Promise<void>): Promise<void> {
    const place = await placeOf(client, locateThing, target);
    if (!place) return;
    await reveal();
    const { uri, range } = place;
    const found = await commands.executeCommand<TextLocation[]>('vscode.executeReferenceProvider', uri, range.start);
    await commands.executeCommand('editor.action.showReferences', uri, range.start, found);
}

async function addFlow(client: ServerClient, { uri, thing, title: from, ready }: Target): Promise<void> {
    const targets = await client.sendRequest<FlowTarget[]>(findFlowTargets, { uri, ...thing } satisfies LocateParams);
    const items = targets.map(({ id, title, system }) => ({ id, label: system === undefined ? title : `${title} · ${system}`, description: id }));
    if (items.length === 0) {
        void window.showInformationMessage(l10n.t('There is no other system in this map that a flow could lead to.'));
        return;
    }
    await ready();
    const asking = new Asking(l10n.t('Add a flow from {0}', from));
    const to = await asking.choose(items, l10n.t('Where does the data go?'));
    const said = to && (await asking.write(l10n.t('What flows? Leave it empty to say so later.')));
    asking.dispose();
    if (!to || said === undefined) return;
    await apply(client, writeFlow, { uri, from: thing.id, to: to.id, title: said.trim() || undefined } satisfies WriteFlowParams);
}

async function addTouchpoint(client: ServerClient, { uri, thing, title: after, ready }: Target): Promise<void> {
    const prompt = l10n.t('What happens there?');
    await ready();
    const title = await window.showInputBox({ title: l10n.t('Add a touchpoint after {0}', after), prompt, ignoreFocusOut: true });
    if (title === undefined || title.trim() === '') return;
    await apply(client, writeTouchpoint, { uri, after: thing.id, title: title.trim() } satisfies WriteTouchpointParams);
}

/** Has the server make an edit, and makes it: one step to be undone in the text. */
async function apply(client: ServerClient, method: string, params: object): Promise<void> {
    const edit = await client.sendRequest<ServerEdit | null>(method, params);
    if (!edit) {
        void window.showWarningMessage(l10n.t('The map has changed; it is not there any more.'));
        return;
    }
    const changes = await client.asWorkspaceEdit(edit);
    if (await workspace.applyEdit(changes)) showChanges(changes);
}

/** Scrolls to what was written, where the text can be seen; the focus stays in the picture. */
function showChanges(changes: WorkspaceEdit): void {
    for (const [uri, [first]] of changes.entries()) {
        const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
        if (first) editor?.revealRange(first.range, TextEditorRevealType.InCenterIfOutsideViewport);
    }
}
