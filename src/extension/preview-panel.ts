import { Disposable, EventEmitter, Uri, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
    type FromWebview,
    type PreviewContent,
    type PreviewEnd,
    type PreviewSubscription,
    readFromWebview,
    subscribePreview,
    type ToWebview,
    unsubscribePreview,
} from '../protocol.ts';
import { previewPage } from './preview-page.ts';
import { revealThing } from './reveal-thing.ts';

/** A panel with a picture of one map at a time. While it is hidden the server need not draw for it. */
export class PreviewPanel implements Disposable {
    private readonly painted = new EventEmitter<PreviewContent>();
    /** Fires when the content that was received last is on the screen. */
    readonly onDidPaint = this.painted.event;
    private readonly client: BaseLanguageClient;
    private readonly panel: WebviewPanel;
    private readonly id = crypto.randomUUID();
    private readonly listeners: Disposable;
    /** The view that was chosen for each map. */
    private readonly chosen = new Map<string, string>();
    private uri: string | undefined;
    private content: PreviewContent | undefined;

    constructor(client: BaseLanguageClient, panel: WebviewPanel, extension: Uri) {
        this.client = client;
        this.panel = panel;
        this.listeners = Disposable.from(
            this.painted,
            panel.webview.onDidReceiveMessage((message: unknown) => this.hear(readFromWebview(message))),
            panel.onDidChangeViewState(() => (panel.visible ? this.subscribe() : this.unsubscribe())),
            panel.onDidDispose(() => {
                this.unsubscribe();
                this.listeners.dispose();
            }),
        );
        panel.webview.html = previewPage(panel.webview, extension);
    }

    /** Shows another map, by the address that the server knows it by. */
    show(uri: string, view?: string): void {
        const isOther = view !== undefined && this.chosen.get(uri) !== view;
        if (isOther) this.chosen.set(uri, view);
        if (uri === this.uri) {
            if (isOther) this.subscribe();
            return;
        }
        this.uri = uri;
        this.content = undefined;
        const file = fileName(uri);
        this.panel.title = `Preview ${file}`;
        this.post({ type: 'waiting', file });
        this.subscribe();
    }

    reveal(): void {
        this.panel.reveal(undefined, true);
    }

    /** Asks the server to keep the picture up to date, also after the server was started again. */
    subscribe(): void {
        if (this.uri === undefined || !this.panel.visible) return;
        const subscription: PreviewSubscription = { preview: this.id, uri: this.uri, view: this.chosen.get(this.uri) };
        this.client.sendRequest(subscribePreview, subscription).catch((error: unknown) => this.client.error('The preview could not be started.', error, false));
    }

    /** Takes what the server has drawn, where it is meant for this panel and the map that it shows now. */
    receive(content: PreviewContent): void {
        if (content.preview !== this.id || content.uri !== this.uri) return;
        this.content = content;
        this.post({ type: 'content', content });
    }

    dispose(): void {
        this.panel.dispose();
    }

    private unsubscribe(): void {
        if (!this.client.isRunning()) return;
        const end: PreviewEnd = { preview: this.id };
        void this.client.sendNotification(unsubscribePreview, end);
    }

    private hear(message: FromWebview | undefined): void {
        switch (message?.type) {
            case 'ready':
                if (this.content) this.post({ type: 'content', content: this.content });
                else if (this.uri !== undefined) this.post({ type: 'waiting', file: fileName(this.uri) });
                break;
            case 'chooseView':
                if (this.uri !== undefined) this.chosen.set(this.uri, message.view);
                this.subscribe();
                break;
            case 'painted':
                if (this.content?.version === message.version) this.painted.fire(this.content);
                break;
            case 'select':
                if (this.uri !== undefined) void revealThing(this.client, this.uri, message.thing);
                break;
        }
    }

    private post(message: ToWebview): void {
        void this.panel.webview.postMessage(message);
    }
}

function fileName(uri: string): string {
    const { path } = Uri.parse(uri);
    return path.slice(path.lastIndexOf('/') + 1);
}
