import { type DocumentState, OperationCancelled, type URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { IncrementalDocumentBuilder } from '../incremental-builder.ts';

/**
 * Lets a request wait for a document that has just been opened. An editor asks for outline and folding at once, and keeps the refusal
 * that Langium gives while its first build has not begun.
 */
export class PatientDocumentBuilder extends IncrementalDocumentBuilder {
    protected override awaitDocumentState(state: DocumentState, uri: URI, cancelToken: CancellationToken): Promise<URI> {
        const document = this.langiumDocuments.getDocument(uri);
        const onItsWay = this.textDocuments?.get(uri) !== undefined && (document === undefined || document.state < state);
        return onItsWay ? this.builtUntil(state, uri, cancelToken) : super.awaitDocumentState(state, uri, cancelToken);
    }

    private builtUntil(state: DocumentState, uri: URI, cancelToken: CancellationToken): Promise<URI> {
        return new Promise((resolve, reject) => {
            const stop = (): void => {
                built.dispose();
                cancelled.dispose();
            };
            const built = this.onDocumentPhase(state, (document) => {
                if (document.uri.toString() !== uri.toString()) return;
                stop();
                resolve(uri);
            });
            const cancelled = cancelToken.onCancellationRequested(() => {
                stop();
                reject(OperationCancelled);
            });
        });
    }
}
