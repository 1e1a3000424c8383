import { type DocumentState, type LangiumDocument, type LangiumSharedCoreServices, OperationCancelled, type URI, UriUtils } from 'langium';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { IncrementalDocumentBuilder } from '../incremental-builder.ts';

interface Waiting {
    /** Ends the wait once it has come to something: what was waited for, or that it will never be. */
    readonly look: () => void;
}

/**
 * Lets a request wait until what it needs is built, and never longer. Langium refuses a document that has just been opened, while its
 * first build has not begun; and it forgets those who wait where a build is cancelled while it tells them, where a build has nothing
 * to do, and where a document is taken away.
 */
export class PatientDocumentBuilder extends IncrementalDocumentBuilder {
    private readonly waiting = new Set<Waiting>();

    constructor(services: LangiumSharedCoreServices) {
        super(services);
        this.onUpdate(() => this.lookAll());
    }

    /** What an editor has open counts as the editor has it, also once its file is gone. */
    override update(changed: URI[], deleted: URI[], token?: CancellationToken): Promise<void> {
        const isGone = (uri: URI): boolean => deleted.some((gone) => UriUtils.equals(gone, uri) || uri.toString().startsWith(`${gone.toString()}/`));
        const open = this.langiumDocuments.all.map(({ uri }) => uri).filter((uri) => deleted.length > 0 && this.isOpen(uri) && isGone(uri));
        return super.update([...changed, ...open], deleted, token);
    }

    protected override async runCancelable(...phase: Parameters<IncrementalDocumentBuilder['runCancelable']>): Promise<void> {
        try {
            await super.runCancelable(...phase);
        } finally {
            this.lookAll();
        }
    }

    protected override async notifyDocumentPhase(document: LangiumDocument, state: DocumentState, token: CancellationToken): Promise<void> {
        await super.notifyDocumentPhase(document, state, token);
        this.lookAll();
    }

    protected override awaitBuilderState(state: DocumentState, token: CancellationToken): Promise<void> {
        return this.until(token, () => (this.currentState >= state ? 'done' : undefined));
    }

    protected override async awaitDocumentState(state: DocumentState, uri: URI, token: CancellationToken): Promise<URI> {
        const document = this.langiumDocuments.getDocument(uri);
        const isKnown = document ? this.hasCome(document, state) : !this.isOpen(uri);
        const isLeftOut = !this.isOpen(uri) && this.currentState >= state;
        if (isKnown || isLeftOut) return super.awaitDocumentState(state, uri, token);
        await this.until(token, () => {
            const now = this.langiumDocuments.getDocument(uri);
            if (now) return this.hasCome(now, state) ? 'done' : undefined;
            return this.isOpen(uri) ? undefined : new ResponseError(LSPErrorCodes.ServerCancelled, `The file is gone: ${uri.toString()}`);
        });
        return uri;
    }

    /** A file that was opened anew has the text of before until it is read. */
    private hasCome(document: LangiumDocument, state: DocumentState): boolean {
        const open = this.textDocuments?.get(document.uri);
        return document.state >= state && (open === undefined || open === document.textDocument);
    }

    private isOpen(uri: URI): boolean {
        return this.textDocuments?.get(uri) !== undefined;
    }

    private lookAll(): void {
        for (const { look } of this.waiting) look();
    }

    private until(token: CancellationToken, outcome: () => 'done' | Error | undefined): Promise<void> {
        return new Promise((resolve, reject) => {
            const end = (settle: () => void): void => {
                this.waiting.delete(waiting);
                cancelled.dispose();
                settle();
            };
            const look = (): void => {
                const found = outcome();
                if (found === 'done') end(resolve);
                else if (found) end(() => reject(found));
            };
            const waiting: Waiting = { look };
            const cancelled = token.onCancellationRequested(() => end(() => reject(OperationCancelled)));
            this.waiting.add(waiting);
            look();
        });
    }
}
