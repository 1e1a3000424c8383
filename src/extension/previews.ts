import {
    commands,
    type CustomTextEditorProvider,
    Disposable,
    EventEmitter,
    l10n,
    type TextDocument,
    type TextEditor,
    Uri,
    ViewColumn,
    type WebviewPanel,
    type WebviewPanelSerializer,
    window,
} from 'vscode';
import {
    type PreviewBusy,
    previewBusy,
    type PreviewContent,
    previewPicture,
    type PreviewTarget,
    type PreviewThings,
    previewThings,
    type PreviewWish,
    readWebviewState,
    readWish,
} from '../protocol.ts';
import { CursorMarks } from './cursor-marks.ts';
import { languageId, pinnedContext, previewType } from './names.ts';
import { pageRoots } from './preview-page.ts';
import { PreviewPanel } from './preview-panel.ts';
import type { ServerClient } from './server-client.ts';
import { addressOf } from './addresses.ts';

/** The previews of a window: panels that follow the map in the active editor or are pinned to one, and editors that show a map as its picture. */
export class Previews implements WebviewPanelSerializer, CustomTextEditorProvider, Disposable {
    private readonly painted = new EventEmitter<PreviewContent>();
    /** Fires for each content that has come to the screen. */
    readonly onDidPaint = this.painted.event;
    private readonly client: ServerClient;
    private readonly extension: Uri;
    private readonly listeners: Disposable;
    private readonly marks: CursorMarks;
    /** In the order of their use; the last one was in front last. */
    private readonly panels: PreviewPanel[] = [];
    private serverRan = false;

    constructor(client: ServerClient, extension: Uri) {
        this.client = client;
        this.extension = extension;
        this.marks = new CursorMarks(client, () => this.panels);
        this.listeners = Disposable.from(
            this.painted,
            this.marks,
            client.onDidChangeState((state) => {
                const isRunning = state === 'running';
                if (isRunning || this.serverRan) this.each((panel) => panel.tellServer(isRunning));
                if (isRunning) {
                    this.each((panel) => panel.subscribe());
                    this.marks.refresh();
                }
                this.serverRan = isRunning;
            }),
            window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
        );
        client.onNotification(previewPicture, (content: PreviewContent) => this.each((panel) => panel.receive(content)));
        client.onNotification(previewThings, (things: PreviewThings) => this.each((panel) => panel.receiveThings(things)));
        client.onNotification(previewBusy, (busy: PreviewBusy) => this.each((panel) => panel.receiveBusy(busy)));
    }

    /** The panel that has the focus, else the one that had it last; undefined where none is open. */
    get current(): PreviewPanel | undefined {
        return this.panels.find((panel) => panel.active) ?? this.panels.findLast((panel) => panel.visible) ?? this.panels.at(-1);
    }

    /** Opens the preview that follows the active map, or brings it to the front; shows another map or view where one is named. */
    openToSide(target?: PreviewTarget): void {
        const uri = target?.uri ?? this.activeMap();
        if (uri === undefined) return;
        const following = this.panels.findLast((panel) => !panel.pinned);
        following?.reveal();
        (following ?? this.create()).show(uri, wish(target));
    }

    /** Opens one more preview, which stays with the active map; with another map or view where one is named. */
    openPinned(target?: PreviewTarget): void {
        const uri = target?.uri ?? this.activeMap();
        if (uri === undefined) return;
        const panel = this.create();
        panel.show(uri, wish(target));
        panel.pin(true);
    }

    /** Lets the preview in front stay with its map, or follow the active one again. */
    pin(pinned: boolean): void {
        this.current?.pin(pinned);
        if (!pinned) this.follow(window.activeTextEditor);
    }

    /** Called by VS Code for a preview that was open when the window was closed. */
    deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
        const kept = readWebviewState(state);
        const { uri, pinned = false } = kept;
        const adopted = this.adopt(panel);
        if (uri !== undefined) adopted.show(uri, readWish({ ...kept }));
        else this.follow(window.activeTextEditor);
        adopted.pin(pinned);
        return Promise.resolve();
    }

    /** Called by VS Code for a map that is opened as its picture. */
    resolveCustomTextEditor(document: TextDocument, panel: WebviewPanel): void {
        this.adopt(panel, true).show(addressOf(document.uri));
    }

    dispose(): void {
        this.listeners.dispose();
        this.each((panel) => panel.dispose());
    }

    private create(): PreviewPanel {
        const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
        return this.adopt(window.createWebviewPanel(previewType, 'CRM Map', place, {}));
    }

    private adopt(panel: WebviewPanel, isEditor = false): PreviewPanel {
        panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: pageRoots(this.extension) };
        const icon = (theme: string): Uri => Uri.joinPath(this.extension, 'media', `preview-${theme}.svg`);
        panel.iconPath = { light: icon('light'), dark: icon('dark') };
        const adopted = new PreviewPanel(this.client, panel, this.extension, isEditor);
        this.panels.push(adopted);
        adopted.onDidPaint((content) => this.painted.fire(content));
        adopted.onDidStart(() => this.marks.refresh());
        adopted.onDidChange(() => {
            if (adopted.active) this.panels.push(...this.panels.splice(this.panels.indexOf(adopted), 1));
            this.tellMenus();
        });
        panel.onDidDispose(() => {
            this.panels.splice(this.panels.indexOf(adopted), 1);
            this.tellMenus();
        });
        return adopted;
    }

    /** Menus ask for this before they offer to pin. */
    private tellMenus(): void {
        void commands.executeCommand('setContext', pinnedContext, this.current?.pinned === true);
    }

    private follow(editor: TextEditor | undefined): void {
        const uri = this.mapOf(editor);
        if (uri === undefined) return;
        this.each((panel) => {
            if (!panel.pinned) panel.show(uri);
        });
    }

    private activeMap(): string | undefined {
        const uri = this.mapOf(window.activeTextEditor) ?? this.panels.find((panel) => panel.active)?.map;
        if (uri === undefined) void window.showInformationMessage(l10n.t('Open a .crmmap file first; its picture is shown beside it.'));
        return uri;
    }

    private mapOf(editor: TextEditor | undefined): string | undefined {
        return editor?.document.languageId === languageId ? addressOf(editor.document.uri) : undefined;
    }

    private each(act: (panel: PreviewPanel) => void): void {
        for (const panel of this.panels.slice()) act(panel);
    }
}

function wish(target: PreviewTarget | undefined): PreviewWish | undefined {
    return target?.view === undefined ? undefined : { view: target.view };
}
