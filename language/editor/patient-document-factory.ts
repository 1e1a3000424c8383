import {
    type AstNode,
    DefaultLangiumDocumentFactory,
    type LangiumDocument,
    type LangiumSharedCoreServices,
    type ParseResult,
    type TextDocument,
    type URI,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type { CrmMapServices } from '../module.ts';
import type { CrmMapParseResult } from '../parser/parser.ts';

/**
 * A file may be gone by the time that it is read. Such a one must not end the build of all others: it counts as empty, and is taken
 * out of the workspace once the build is done. Of a file that is known, only those statements are read that an edit can have changed.
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

    protected override async parseAsync<T extends AstNode>(uri: URI, text: string, token: CancellationToken): Promise<ParseResult<T>> {
        const before = this.services.workspace.LangiumDocuments.getDocument(uri)?.parseResult;
        const { CrmMapParser } = (this.services.ServiceRegistry.getServices(uri) as CrmMapServices).parser;
        return isOurs(before) ? CrmMapParser.parseAnew(text, before) : super.parseAsync(uri, text, token);
    }
}

function isOurs(result: ParseResult | undefined): result is CrmMapParseResult {
    return result !== undefined && 'statements' in result;
}
