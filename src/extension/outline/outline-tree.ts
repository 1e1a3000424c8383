import { Disposable, EventEmitter, languages, type TreeDataProvider, type TreeItem, window, workspace } from 'vscode';
import { type Outline, outlineChanged, readOutline } from '../../protocol.ts';
import { outlineView } from '../names.ts';
import type { RuleTitles } from '../rule-titles.ts';
import { Rest } from '../rest.ts';
import type { ServerWatch } from '../server-watch.ts';
import { findingsIn } from './findings.ts';
import { outlineItem } from './outline-items.ts';
import { type Grouping, type OutlineNode, outlineNodes } from './outline-nodes.ts';
import type { ServerClient } from '../server-client.ts';
import { uriOf } from '../addresses.ts';

const groupingSetting = 'crmmap.outline.groupSystemsBy';

/** The tree *CRM Map* beside the files. While nobody sees it, the server is not asked. */
export class OutlineTree implements TreeDataProvider<OutlineNode>, Disposable {
    private readonly changes = new EventEmitter<void>();
    readonly onDidChangeTreeData = this.changes.event;
    private readonly client: ServerClient;
    private readonly server: ServerWatch;
    private readonly titles: RuleTitles;
    private readonly listeners: Disposable;
    /** What the maps held when the server was asked last; undefined once that no longer holds. */
    private outline: Promise<Outline> | undefined;
    /** The files of the maps that are listed. */
    private files: ReadonlySet<string> = new Set();
    private codes: ReadonlyMap<string, string> = new Map();

    constructor(client: ServerClient, server: ServerWatch, titles: RuleTitles) {
        this.server = server;
        this.client = client;
        this.titles = titles;
        const found = new Rest(() => this.tell());
        this.listeners = Disposable.from(
            window.createTreeView(outlineView, { treeDataProvider: this, showCollapseAll: true }),
            this.changes,
            found,
            server.onDidChange((state) => {
                if (state !== 'waiting') this.forget();
            }),
            languages.onDidChangeDiagnostics(({ uris }) => {
                if (uris.some((uri) => this.files.has(uri.toString()))) found.begin();
            }),
            workspace.onDidChangeConfiguration((change) => {
                if (change.affectsConfiguration(groupingSetting)) this.tell();
            }),
        );
        client.onNotification(outlineChanged, () => this.forget());
    }

    async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
        if (node) return [...node.children];
        if (this.server.state === 'gone') return [];
        this.codes = await this.titles.read();
        this.outline ??= this.client.sendRequest<Outline>(readOutline);
        try {
            const grouping = workspace.getConfiguration().get<Grouping>(groupingSetting, 'category');
            const outline = await this.outline;
            this.files = new Set(outline.maps.flatMap(({ files }) => files.map((file) => uriOf(file).toString())));
            return outlineNodes(outline, ({ files }) => findingsIn(files), grouping);
        } catch (error) {
            this.outline = undefined;
            // A server that ends does not answer; that is told on its own.
            if (this.client.isRunning()) this.client.error('The outline could not be read.', error, false);
            return [];
        }
    }

    getTreeItem(node: OutlineNode): TreeItem {
        return outlineItem(node, (code) => this.codes.get(code));
    }

    dispose(): void {
        this.listeners.dispose();
    }

    private forget(): void {
        this.outline = undefined;
        this.tell();
    }

    private tell(): void {
        this.changes.fire();
    }
}
