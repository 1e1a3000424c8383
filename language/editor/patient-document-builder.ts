import { type DocumentState, OperationCancelled, type URI, UriUtils } from 'langium';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { IncrementalDocumentBuilder } from '../incremental-builder.ts';

/**
 * Lets a request wait for a document that has just been opened, and no longer than there is one. An editor asks for outline and
 * folding at once, and keeps the refusal that Langium gives while its first build has not begun.
 */
export class PatientDocumentBuilder extends IncrementalDocumentBuilder {
    /** What an editor has open counts as the editor has it, also once its file is gone. */
    override update(changed: URI[], deleted: URI[], token?: CancellationToken): Promise<void> {
        const isGone = (uri: URI): boolean => deleted.some((gone) => UriUtils.equals(gone, uri) || uri.toString().startsWith(`${gone.toString()}/`));
        const open = this.langiumDocuments.all.map(({ uri }) => uri).filter((uri) => deleted.length > 0 && this.isOpen(uri) && isGone(uri));
        return super.update([...changed, ...open], deleted, token);
    }

    protected override awaitDocumentState(state: DocumentState, uri: URI, token: CancellationToken): Promise<URI> {
        const document = this.langiumDocuments.getDocument(uri);
        const isKnown = document ? document.state >= state : !this.isOpen(uri);
        const isLeftOut = !this.isOpen(uri) && this.currentState >= state;
        return isKnown || isLeftOut ? super.awaitDocumentState(state, uri, token) : this.builtUntil(state, uri, token);
    }

    private isOpen(uri: URI): boolean {
        return this.textDocuments?.get(uri) !== undefined;
    }

    private builtUntil(state: DocumentState, uri: URI, token: CancellationToken): Promise<URI> {
        return new Promise((resolve, reject) => {
            const stop = (): void => {
                for (const each of [built, removed, cancelled]) each.dispose();
            };
            const built = this.onDocumentPhase(state, (document) => {
                if (!UriUtils.equals(document.uri, uri)) return;
                stop();
                resolve(uri);
            });
            const removed = this.onUpdate((_changed, deleted) => {
                if (this.langiumDocuments.hasDocument(uri) || !deleted.some((gone) => UriUtils.equals(gone, uri))) return;
                stop();
                reject(new ResponseError(LSPErrorCodes.ServerCancelled, `The file is gone: ${uri.toString()}`));
            });
            const cancelled = token.onCancellationRequested(() => {
                stop();
                reject(OperationCancelled);
            });
        });
    }
}
