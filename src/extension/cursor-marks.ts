import { CancellationTokenSource, Disposable, type TextEditor, window } from 'vscode';
import { findThingsAt, type ThingReference, type ThingsAtParams } from '../protocol.ts';
import { languageId } from './names.ts';
import type { ServerClient } from './server-client.ts';
import { addressOf } from './addresses.ts';

/** A preview that marks what the cursor is in. */
export interface Marked {
    /** Address of the map that it shows. */
    readonly map: string | undefined;
    readonly visible: boolean;
    mark(things: readonly ThingReference[]): void;
}

/** Has previews mark the things that the cursor of the active editor is in; only the newest place of the cursor counts. */
export class CursorMarks implements Disposable {
    private readonly client: ServerClient;
    private readonly previews: () => readonly Marked[];
    private readonly listeners: Disposable;
    private asking = new CancellationTokenSource();

    constructor(client: ServerClient, previews: () => readonly Marked[]) {
        this.client = client;
        this.previews = previews;
        this.listeners = Disposable.from(
            window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
            window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
        );
    }

    /** Marks anew, as for a preview that has just come to the screen. */
    refresh(): void {
        this.follow(window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => document.languageId === languageId));
    }

    dispose(): void {
        this.asking.cancel();
        this.listeners.dispose();
    }

    private follow(editor: TextEditor | undefined): void {
        if (editor?.document.languageId !== languageId || !this.client.isRunning()) return;
        const previews = this.previews().filter(({ visible }) => visible);
        if (previews.length === 0) return;
        this.asking.cancel();
        this.asking = new CancellationTokenSource();
        const { token } = this.asking;
        const { line, character } = editor.selection.active;
        const place = { uri: addressOf(editor.document.uri), position: { line, character } };
        for (const map of new Set(previews.map((preview) => preview.map))) {
            if (map === undefined) continue;
            const params: ThingsAtParams = { map, ...place };
            this.client.sendRequest<ThingReference[]>(findThingsAt, params, token).then(
                (things) => {
                    if (token.isCancellationRequested) return;
                    for (const preview of previews) if (preview.map === map) preview.mark(things);
                },
                () => undefined,
            );
        }
    }
}
