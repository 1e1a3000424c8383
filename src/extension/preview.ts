import { Disposable, EventEmitter, type TextEditor, Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type PreviewContent, previewPicture, type PreviewTarget, readWebviewState } from '../protocol.ts';
import { languageId, previewType } from './names.ts';
import { pageRoots } from './preview-page.ts';
import { PreviewPanel } from './preview-panel.ts';

/** The one preview of a window: opened by a command, it follows the map in the active editor. */
export class Preview implements WebviewPanelSerializer, Disposable {
    private readonly painted = new EventEmitter<PreviewContent>();
    /** Fires for each content that has come to the screen. */
    readonly onDidPaint = this.painted.event;
    private readonly client: BaseLanguageClient;
    private readonly extension: Uri;
    private readonly listeners: Disposable;
    private current: PreviewPanel | undefined;

    constructor(client: BaseLanguageClient, extension: Uri) {
        this.client = client;
        this.extension = extension;
        this.listeners = Disposable.from(
            this.painted,
            client.onNotification(previewPicture, (content: PreviewContent) => this.current?.receive(content)),
            client.onDidChangeState(({ newState }) => {
                if (newState === State.Running) this.current?.subscribe();
            }),
            window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
        );
    }

    /** Opens the preview beside the active map, or brings it to the front; of another map or view where one is named. */
    openToSide(target?: PreviewTarget): void {
        const editor = window.activeTextEditor;
        if (!target && editor?.document.languageId !== languageId) {
            void window.showInformationMessage('Open a .crmmap file first; its picture is shown beside it.');
            return;
        }
        if (this.current) {
            this.current.reveal();
        } else {
            const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
            this.adopt(window.createWebviewPanel(previewType, 'CRM Map', place, {}));
        }
        if (target) this.current?.show(target.uri, target.view);
        else this.follow(editor);
    }

    /** Called by VS Code for a preview that was open when the window was closed. */
    deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
        const { uri, view } = readWebviewState(state);
        this.current?.dispose();
        const adopted = this.adopt(panel);
        if (uri !== undefined) adopted.show(uri, view);
        else this.follow(window.activeTextEditor);
        return Promise.resolve();
    }

    dispose(): void {
        this.listeners.dispose();
        this.current?.dispose();
    }

    private adopt(panel: WebviewPanel): PreviewPanel {
        panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: pageRoots(this.extension) };
        const icon = (theme: string): Uri => Uri.joinPath(this.extension, 'media', `preview-${theme}.svg`);
        panel.iconPath = { light: icon('light'), dark: icon('dark') };
        const adopted = new PreviewPanel(this.client, panel, this.extension);
        this.current = adopted;
        adopted.onDidPaint((content) => this.painted.fire(content));
        panel.onDidDispose(() => {
            if (this.current === adopted) this.current = undefined;
        });
        return adopted;
    }

    private follow(editor: TextEditor | undefined): void {
        if (editor?.document.languageId === languageId) this.current?.show(this.client.code2ProtocolConverter.asUri(editor.document.uri));
    }
}
