import type { LangiumSharedServices } from 'langium/lsp';
import type { InitializeParams } from 'vscode-languageserver-protocol';

/** Features that a setting `crmmap.….enabled` switches off. */
export type Switchable = 'codeLens' | 'inlayHints';

/** What the editor at the other end can do, and how it is set. Before it has said so, it can do little, and everything is switched on. */
export class EditorClient {
    private readonly services: LangiumSharedServices;
    private capabilities: InitializeParams['capabilities'] = {};
    private commands: ReadonlySet<string> = new Set();
    private configured = false;
    /** The address below which it has the pages of the manual, from `initializationOptions.pages`. */
    pages: string | undefined;
    /** Whether it reads files that the server cannot, from `initializationOptions.files`. */
    answersFiles = false;

    constructor(services: LangiumSharedServices) {
        this.services = services;
        services.lsp.LanguageServer.onInitialize((params) => {
            this.capabilities = params.capabilities;
            this.commands = new Set(commandsOf(params.initializationOptions));
            this.pages = pagesOf(params.initializationOptions);
            this.answersFiles = answersFiles(params.initializationOptions);
        });
        void services.workspace.ConfigurationProvider.ready.then(() => {
            this.configured = true;
        });
    }

    /** Whether an edit may say for which version of a file it was made. */
    get versionedEdits(): boolean {
        return this.capabilities.workspace?.workspaceEdit?.documentChanges === true;
    }

    /** Whether an edit may create a file. */
    get createsFiles(): boolean {
        return this.versionedEdits && this.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
    }

    /** Whether it fills snippets with placeholders. */
    get snippets(): boolean {
        return this.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    }

    /** Whether it asks again for lenses and hints when it is told to. */
    get refreshes(): { readonly lenses: boolean; readonly hints: boolean } {
        const { codeLens, inlayHint } = this.capabilities.workspace ?? {};
        return { lenses: codeLens?.refreshSupport === true, hints: inlayHint?.refreshSupport === true };
    }

    /** Whether it has a command: it names its commands in `initializationOptions.commands`. */
    knows(command: string): boolean {
        return this.commands.has(command);
    }

    async isOn(feature: Switchable): Promise<boolean> {
        if (!this.configured) return true;
        const setting: unknown = await this.services.workspace.ConfigurationProvider.getConfiguration('crmmap', feature);
        return !(typeof setting === 'object' && setting !== null && 'enabled' in setting && setting.enabled === false);
    }
}

function pagesOf(options: unknown): string | undefined {
    const pages: unknown = typeof options === 'object' && options !== null && 'pages' in options ? options.pages : undefined;
    return typeof pages === 'string' ? pages : undefined;
}

function answersFiles(options: unknown): boolean {
    return typeof options === 'object' && options !== null && 'files' in options && options.files === true;
}

function commandsOf(options: unknown): string[] {
    const commands: unknown = typeof options === 'object' && options !== null && 'commands' in options ? options.commands : undefined;
    return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}
