import { DefaultLangiumDocumentFactory, type LangiumDocument, type LangiumSharedCoreServices, type TextDocument } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';

/**
 * A file may be gone by the time that it is read. Such a one must not end the build of all others: it counts as empty, and is taken
 * out of the workspace once the build is done.
 */
export class PatientDocumentFactory extends DefaultLangiumDocumentFactory {
    private readonly services: LangiumSharedCoreServices;

    constructor(services: LangiumSharedCoreServices) {
        super(services);
        this.services = services;
    }

    protected override async getUpdatedText(document: LangiumDocument, textDocument: TextDocument | undefined, token: CancellationToken): Promise<string> {
        if (textDocument) return super.getUpdatedText(document, textDocument, token);
        try {
            return await super.getUpdatedText(document, textDocument, token);
        } catch {
            const { DocumentBuilder, WorkspaceLock } = this.services.workspace;
            void WorkspaceLock.write((cancelled) => DocumentBuilder.update([], [document.uri], cancelled));
            return '';
        }
    }
}
