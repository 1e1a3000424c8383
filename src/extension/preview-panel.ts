import { commands, Disposable, EventEmitter, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import {
    type FromWebview,
    type PreviewBusy,
    type PreviewContent,
    type PreviewEnd,
    type PreviewSubscription,
    type PreviewThings,
    type PreviewWish,
    readFromWebview,
    readWish,
    subscribePreview,
    type ThingFacts,
    type ThingReference,
    type ToWebview,
    unsubscribePreview,
} from '../protocol.ts';
import { asWhole } from '../protocol/picture-change.ts';
import { type Answer, askPreview, type PreviewQuestion, type Question } from '../protocol/way.ts';
import { restartServerCommand } from './names.ts';
import { beginFromTemplate } from './new-map.ts';
import { previewPage } from './preview-page.ts';
import { Questions } from './questions.ts';
import { revealThing, showText } from './reveal-thing.ts';
import { fileName } from './file-name.ts';
import type { ServerClient } from './server-client.ts';
import { uriOf } from './addresses.ts';

/** A page that is slow gets one picture after the other; so many of them are remembered until it says that they are on the screen. */
const mostUnpainted = 8;

/** A panel with a picture of one map at a time. While it is hidden the server need not draw for it. */
export class PreviewPanel implements Disposable {
    private readonly painted = new EventEmitter<PreviewContent>();
    private readonly changed = new EventEmitter<void>();
    private readonly started = new EventEmitter<void>();
    /** Fires for each content that is on the screen. */
    readonly onDidPaint = this.painted.event;
    /** Fires when it has come to the front or has left it, was pinned, or shows another map. */
    readonly onDidChange = this.changed.event;
    /** Fires when another map has come to the screen, or the panel itself. */
    readonly onDidStart = this.started.event;
    private readonly client: ServerClient;
    private readonly panel: WebviewPanel;
    /** Whether it stands for a file, as an editor does: it has the file's title, and stays with it. */
    private readonly isEditor: boolean;
    private readonly id = crypto.randomUUID();
    private readonly listeners: Disposable;
    /** What was chosen to be seen of each map. */
    private readonly wishes = new Map<string, PreviewWish>();
    private readonly pixelWork = new Questions<Uint8Array>();
    private readonly focusWork = new Questions<void>();
    private isPinned = false;
    private serverRuns = true;
    private isReady = false;
    private uri: string | undefined;
    private content: PreviewContent | undefined;
    /** What was sent to the page, and is not on the screen yet. */
    private unpainted: readonly PreviewContent[] = [];
    private things: PreviewThings | undefined;
    private isStarting = true;

    constructor(client: ServerClient, panel: WebviewPanel, extension: Uri, isEditor: boolean) {
        this.client = client;
        this.panel = panel;
        this.isEditor = isEditor;
        this.listeners = Disposable.from(
            this.painted,
            this.changed,
            this.started,
            panel.webview.onDidReceiveMessage((message: unknown) => this.hear(readFromWebview(message))),
            panel.onDidChangeViewState(() => {
                if (panel.visible) this.subscribe();
                else this.unsubscribe();
                this.changed.fire();
            }),
            panel.onDidDispose(() => {
                this.unsubscribe();
                for (const work of [this.pixelWork, this.focusWork]) work.end(new Error(l10n.t('The preview was closed.')));
                this.listeners.dispose();
            }),
        );
        panel.webview.html = previewPage(panel.webview, extension);
    }

    /** Address of the map that is shown. */
    get map(): string | undefined {
        return this.uri;
    }

    get column(): ViewColumn | undefined {
        return this.panel.viewColumn;
    }

    /** Whether it stays with its map. */
    get pinned(): boolean {
        return this.isPinned || this.isEditor;
    }

    get active(): boolean {
        return this.panel.active;
    }

    get visible(): boolean {
        return this.panel.visible;
    }

    /** Shows another map, by the address that the server knows it by, or something else of it. */
    show(uri: string, wish?: PreviewWish): void {
        // What names only a view leaves the filters as they were.
        const whole = wish && { adjust: this.wishes.get(uri)?.adjust, ...wish };
        if (whole) this.wishes.set(uri, whole);
        if (uri === this.uri) {
            if (whole) {
                this.post({ type: 'wish', wish: whole });
                this.subscribe();
            }
            return;
        }
        this.uri = uri;
        this.content = undefined;
        this.unpainted = [];
        this.things = undefined;
        this.postWaiting();
        this.subscribe();
        this.tell();
    }

    /** Lets it stay with its map, or follow the active one. */
    pin(pinned: boolean): void {
        this.isPinned = pinned;
        this.post({ type: 'pinned', pinned });
        this.tell();
    }

    /** Brings it to the front, out of the column of the text that one writes in. */
    reveal(): void {
        const hidesText = window.activeTextEditor?.viewColumn === this.panel.viewColumn;
        this.panel.reveal(hidesText ? ViewColumn.Beside : undefined, true);
    }

    /** Shows the text of its map, beside it. */
    async showSource(): Promise<void> {
        if (this.uri === undefined) return;
        const uri = uriOf(this.uri);
        await showText(uri, this.panel.viewColumn);
    }

    /** Comes to the front with the focus. */
    take(): void {
        this.panel.reveal(undefined, false);
    }

    /**
     * Waits until the page has the focus again after one of its menus, or a box that was opened out of it: VS Code gives it back in
     * steps, and would take it from what opens in between.
     */
    async focused(): Promise<void> {
        if (this.visible) await this.focusWork.ask((id) => this.post({ type: 'focused', id }));
    }

    /** Asks the server to keep the picture up to date, also after the server was started again. */
    subscribe(): void {
        // The page of an editor that comes back knows what was seen in it.
        if (this.uri === undefined || !this.panel.visible || (this.isEditor && !this.isReady)) return;
        const subscription: PreviewSubscription = { preview: this.id, uri: this.uri, changes: true, ...this.wishes.get(this.uri) };
        this.client.sendRequest(subscribePreview, subscription).catch((error: unknown) => this.client.error('The preview could not be started.', error, false));
    }

    /** Takes what the server has drawn, where it is meant for this panel and the map that it shows now. */
    receive(content: PreviewContent): void {
        if (content.preview !== this.id || content.uri !== this.uri) return;
        const whole = asWhole(content, this.content);
        // Where a message was lost the server sends the picture whole.
        if (!whole) return this.subscribe();
        this.content = whole;
        this.give(whole, content);
    }

    /** Takes what the server knows of the things of its map. */
    receiveThings(things: PreviewThings): void {
        if (things.preview !== this.id || things.uri !== this.uri) return;
        this.things = things;
        this.post({ type: 'things', things });
    }

    /** What a thing of its map is called. */
    titleOf(thing: ThingReference): string {
        return this.factsOf(thing)?.title ?? thing.id;
    }

    /** Shows the view of a thing, where it has one. */
    openOwn(thing: ThingReference): void {
        const [own] = this.factsOf(thing)?.own ?? [];
        if (own && this.uri !== undefined) this.show(this.uri, { ...this.wishes.get(this.uri), own });
    }

    /** Takes that a picture of its map takes its time. */
    receiveBusy(busy: PreviewBusy): void {
        if (busy.preview === this.id && busy.uri === this.uri) this.post({ type: 'busy', busy });
    }

    /** Tells the page whether the server runs. */
    tellServer(isRunning: boolean): void {
        this.serverRuns = isRunning;
        this.post({ type: 'server', isRunning });
    }

    /** What of its map it shows. */
    get wish(): PreviewWish {
        const kept = (this.uri === undefined ? undefined : this.wishes.get(this.uri)) ?? {};
        return { ...kept, view: this.content?.view ?? kept.view };
    }

    /**
     * Has the page draw a picture in pixels, as PNG; it must be in front for the clipboard.
     *
     * @returns the PNG, empty for the clipboard
     * @throws an Error with words for the reader
     */
    pixels(svg: string, into: 'answer' | 'clipboard'): Promise<Uint8Array> {
        if (!this.visible) return Promise.reject(new Error(l10n.t('Bring the preview to the front first: it draws the pixels.')));
        return this.pixelWork.ask((id) => this.post({ type: 'pixels', id, svg, scale: 2, into }));
    }

    /** Marks the first of these things that is drawn. */
    mark(things: readonly ThingReference[]): void {
        this.post({ type: 'mark', things });
    }

    dispose(): void {
        this.panel.dispose();
    }

    private factsOf({ kind, id }: ThingReference): ThingFacts | undefined {
        return this.things?.things.find((thing) => thing.kind === kind && thing.id === id);
    }

    private unsubscribe(): void {
        if (!this.client.isRunning()) return;
        const end: PreviewEnd = { preview: this.id };
        void this.client.sendNotification(unsubscribePreview, end);
    }

    private hear(message: FromWebview | undefined): void {
        const { uri } = this;
        switch (message?.type) {
            case 'ready':
                if (uri !== undefined && message.state.uri === uri && !this.wishes.has(uri)) this.wishes.set(uri, readWish({ ...message.state }));
                if (!this.isReady) {
                    this.isReady = true;
                    this.subscribe();
                }
                this.post({ type: 'pinned', pinned: this.isPinned });
                this.post({ type: 'server', isRunning: this.serverRuns });
                this.isStarting = true;
                if (this.content) this.give(this.content);
                else this.postWaiting();
                if (this.things) this.post({ type: 'things', things: this.things });
                break;
            case 'wish':
                if (uri === undefined) break;
                this.wishes.set(uri, message.wish);
                this.subscribe();
                break;
            case 'ask':
                if (uri !== undefined) void this.answer(uri, message.number, message.question);
                break;
            case 'pixels':
                this.pixelWork.answer(message.id, 'png' in message ? message.png : new Error(message.error));
                break;
            case 'focused':
                this.focusWork.answer(message.id, undefined);
                break;
            case 'restartServer':
                void commands.executeCommand(restartServerCommand);
                break;
            case 'template':
                if (uri !== undefined) void beginFromTemplate(uriOf(uri));
                break;
            case 'text':
                void this.showSource();
                break;
            case 'painted':
                const painted = this.unpainted.find(({ version }) => version === message.version);
                this.unpainted = this.unpainted.filter(({ version }) => version > message.version);
                if (!painted) break;
                this.painted.fire(painted);
                if (this.isStarting) {
                    this.isStarting = false;
                    this.started.fire();
                }
                break;
            case 'select':
                if (uri !== undefined) void revealThing(this.client, uri, message.thing, message.aside ? this.panel.viewColumn : undefined);
                break;
        }
    }

    /** The tab says which map it shows, and that it stays with it. */
    private tell(): void {
        if (this.uri !== undefined && !this.isEditor) {
            const file = fileName(this.uri);
            this.panel.title = this.isPinned ? l10n.t('Preview {0} (pinned)', file) : l10n.t('Preview {0}', file);
        }
        this.changed.fire();
    }

    private postWaiting(): void {
        this.isStarting = true;
        if (this.uri !== undefined) this.post({ type: 'waiting', file: fileName(this.uri), wish: this.wishes.get(this.uri) ?? {} });
    }

    private async answer(uri: string, number: number, question: Question): Promise<void> {
        const asked: PreviewQuestion = { uri, question };
        const answer = await this.client.sendRequest<Answer>(askPreview, asked).catch(() => null);
        this.post({ type: 'answer', number, answer });
    }

    /** Sends the page a content, whole or as what has changed. */
    private give(whole: PreviewContent, sent = whole): void {
        this.unpainted = [...this.unpainted, whole].slice(-mostUnpainted);
        this.post({ type: 'content', content: sent });
    }

    private post(message: ToWebview): void {
        void this.panel.webview.postMessage(message);
    }
}
