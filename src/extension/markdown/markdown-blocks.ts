import { CancellationTokenSource, ColorThemeKind, commands, Disposable, window, workspace } from 'vscode';
import { drawText, type DrawnText } from '../../protocol.ts';
import { languageId } from '../names.ts';
import { BlockPictures } from './block-pictures.ts';
import { drawBlocks, type MarkdownIt } from './markdown-it-plugin.ts';
import type { ServerClient } from '../server-client.ts';

/** Pictures of maps in VS Code's preview of Markdown. The server draws them, and the preview is told when they are there. */
export class MarkdownBlocks implements Disposable {
    private readonly pictures: BlockPictures;
    private readonly client: ServerClient;
    private readonly refresh: () => void;
    private listeners: Disposable | undefined;

    constructor(client: ServerClient) {
        this.client = client;
        this.refresh = () => {
            // Where VS Code has its Markdown features switched off, there is nothing to refresh.
            void commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
        };
        this.pictures = new BlockPictures({
            draw: (text, signal) => {
                const cancelling = new CancellationTokenSource();
                signal.addEventListener('abort', () => cancelling.cancel(), { once: true });
                return client.sendRequest<DrawnText>(drawText, text, cancelling.token);
            },
            changed: this.refresh,
        });
    }

    /** VS Code's preview calls this with its markdown-it. */
    extend<T extends MarkdownIt>(markdown: T): T {
        this.listeners ??= this.listen();
        return drawBlocks(markdown, this.pictures, theme);
    }

    private listen(): Disposable {
        const mapChanged = (): void => this.pictures.forgetImporting();
        const files = workspace.createFileSystemWatcher('**/*.crmmap');
        return Disposable.from(
            files,
            files.onDidChange(mapChanged),
            files.onDidCreate(mapChanged),
            files.onDidDelete(mapChanged),
            workspace.onDidChangeTextDocument(({ document }) => {
                if (document.languageId === languageId) mapChanged();
            }),
            window.onDidChangeActiveColorTheme(() => {
                if (this.pictures.isUsed) this.refresh();
            }),
            this.client.onDidChangeState((state) => {
                if (state === 'running') this.pictures.retry();
            }),
        );
    }

    dispose(): void {
        this.listeners?.dispose();
        this.pictures.dispose();
    }
}

function theme(): 'light' | 'dark' {
    const { kind } = window.activeColorTheme;
    return kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast ? 'dark' : 'light';
}
