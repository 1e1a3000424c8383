import { type FileSystemNode, type FileSystemProvider, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { type CrmMapLspServices, createCrmMapLspServices } from '../../language/editor/module.ts';

const folder = '/w';

/** A workspace on a file system in memory, as an editor keeps it: files are written and removed, and the language follows. */
export class LiveWorkspace {
    readonly shared: LangiumSharedServices;
    readonly language: CrmMapLspServices;
    private readonly files: Map<string, string>;
    private version = 1;

    private constructor(files: Map<string, string>) {
        this.files = files;
        const { shared, language } = createCrmMapLspServices({ fileSystemProvider: () => memoryFiles(files) });
        this.shared = shared;
        this.language = language;
    }

    /** Loads all files at once, as when the folder is opened. */
    static async open(files: ReadonlyMap<string, string>): Promise<LiveWorkspace> {
        const workspace = new LiveWorkspace(new Map([...files].map(([name, text]) => [`${folder}/${name}`, text])));
        const folders = [{ uri: `file://${folder}`, name: 'w' }];
        workspace.shared.workspace.WorkspaceManager.initialize({ workspaceFolders: folders, capabilities: {}, processId: null, rootUri: null });
        await workspace.shared.workspace.WorkspaceManager.initializeWorkspace(folders);
        return workspace;
    }

    /** Opens files in an editor, which changes them from then on. */
    async edit(...names: readonly string[]): Promise<void> {
        for (const name of names) this.setText(name, this.files.get(`${folder}/${name}`) ?? '');
        await this.build(names.map((name) => this.uri(name)));
    }

    uri(name: string): URI {
        return URI.file(`${folder}/${name}`);
    }

    /** Files get these texts, or are removed where the text is undefined; all is told in one message. */
    async change(texts: Readonly<Record<string, string | undefined>>): Promise<void> {
        const names = Object.keys(texts);
        for (const name of names) {
            const text = texts[name];
            if (text === undefined) this.files.delete(`${folder}/${name}`);
            else if (this.shared.workspace.TextDocuments.get(this.uri(name))) this.setText(name, text);
            else this.files.set(`${folder}/${name}`, text);
        }
        const uris = (gone: boolean): URI[] => names.filter((name) => (texts[name] === undefined) === gone).map((name) => this.uri(name));
        await this.build(uris(false), uris(true));
    }

    private setText(name: string, text: string): void {
        this.shared.workspace.TextDocuments.set(TextDocument.create(this.uri(name).toString(), 'crmmap', this.version++, text));
    }

    private async build(changed: URI[], deleted: URI[] = []): Promise<void> {
        const { WorkspaceLock, DocumentBuilder } = this.shared.workspace;
        await WorkspaceLock.write((token) => DocumentBuilder.update(changed, deleted, token));
        await this.settled();
    }

    /** Resolves once nothing is left to be built. */
    async settled(): Promise<void> {
        // What is loaded for an import is one more write, that a write behind it waits for; a read waits for all of them.
        await this.shared.workspace.WorkspaceLock.read(() => undefined);
    }

    document(name: string): LangiumDocument | undefined {
        return this.shared.workspace.LangiumDocuments.getDocument(this.uri(name));
    }

    get documents(): LangiumDocument[] {
        return this.shared.workspace.LangiumDocuments.all.filter(({ uri }) => uri.scheme === 'file').toArray();
    }

    /** What the language says of each file. */
    diagnostics(): Record<string, readonly Diagnostic[]> {
        const all = this.documents.map((document) => [document.uri.path, document.diagnostics ?? []] as const);
        return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
    }

    /** What each reference of each file means: the file and the path in its tree, or the mistake. */
    links(): Record<string, readonly string[]> {
        const { AstNodeLocator } = this.language.workspace;
        const meaning = (document: LangiumDocument): string[] =>
            document.references.map((reference) => {
                const target = 'ref' in reference ? reference.ref : undefined;
                let root = target;
                while (root?.$container) root = root.$container;
                const home = root?.$document;
                const current = home && this.shared.workspace.LangiumDocuments.getDocument(home.uri)?.parseResult.value === root;
                return `${reference.$refText} → ${target && home ? `${home.uri.path} ${AstNodeLocator.getAstNodePath(target)}${current ? '' : ' in an old tree'}` : reference.error?.message}`;
            });
        const all = this.documents.map((document) => [document.uri.path, meaning(document)] as const);
        return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
    }
}

/**
 * A file system on a table from paths to texts, which may change. What has no text is a link: neither file nor folder, as Node's listing
 * says of links. `onRead` hears of each file that is read.
 */
export function memoryFiles(files: ReadonlyMap<string, string | undefined>, onRead: (path: string) => void = () => undefined): FileSystemProvider {
    const node = (path: string): FileSystemNode => ({
        uri: URI.file(path),
        isFile: files.get(path) !== undefined,
        isDirectory: !files.has(path) && [...files.keys()].some((file) => file.startsWith(`${path}/`)),
    });
    const content = (uri: URI): string => {
        onRead(uri.path);
        const text = files.get(uri.path);
        if (text === undefined) throw new Error(`There is no file ${uri.path}.`);
        return text;
    };
    const list = (uri: URI): FileSystemNode[] => {
        const below = [...files.keys()].filter((file) => file.startsWith(`${uri.path}/`));
        return [...new Set(below.map((file) => `${uri.path}/${file.slice(uri.path.length + 1).split('/')[0]}`))].map(node);
    };
    const exists = (uri: URI): boolean => node(uri.path).isFile || node(uri.path).isDirectory;
    return {
        stat: async (uri) => node(uri.path),
        statSync: (uri) => node(uri.path),
        exists: async (uri) => exists(uri),
        existsSync: exists,
        readBinary: async (uri) => new TextEncoder().encode(content(uri)),
        readBinarySync: (uri) => new TextEncoder().encode(content(uri)),
        readFile: async (uri) => content(uri),
        readFileSync: content,
        readDirectory: async (uri) => list(uri),
        readDirectorySync: list,
    };
}
