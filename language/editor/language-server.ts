import { DocumentState } from 'langium';
import { createRequestHandler, DefaultLanguageServer, type LangiumCoreAndPartialLSPServices, type LangiumSharedServices } from 'langium/lsp';
import type {
    Connection,
    InitializeParams,
    InitializeResult,
    LinkedEditingRangeParams,
    LinkedEditingRanges,
    SelectionRange,
    SelectionRangeParams,
} from 'vscode-languageserver';
import type { CrmMapLinkedEditing } from './linked-editing.ts';
import type { CrmMapSelectionRanges } from './selection-ranges.ts';

/** Editor features for which Langium has no place of its own. */
export interface StructureServices {
    readonly structure: {
        readonly LinkedEditing: CrmMapLinkedEditing;
        readonly SelectionRanges: CrmMapSelectionRanges;
    };
}

/** Langium's server says what it can do; this one says as well what Langium has no handlers for. */
export class CrmMapLanguageServer extends DefaultLanguageServer {
    protected override buildInitializeResult(params: InitializeParams): InitializeResult {
        const { capabilities, ...result } = super.buildInitializeResult(params);
        const workspace = { ...capabilities.workspace, workspaceFolders: { supported: true, changeNotifications: true } };
        return { ...result, capabilities: { ...capabilities, workspace, linkedEditingRangeProvider: true, selectionRangeProvider: true } };
    }
}

/** Answers the requests that Langium has no handlers for. As Langium's do, they wait until a document has come as far as they need. */
export function addEditorHandlers(connection: Connection, shared: LangiumSharedServices): void {
    connection.onSelectionRanges(
        createRequestHandler<SelectionRangeParams, SelectionRange[]>(
            (services, document, params) => structureOf(services).SelectionRanges.getSelectionRanges(document, params),
            shared,
            DocumentState.Parsed,
        ),
    );
    connection.languages.onLinkedEditingRange(
        createRequestHandler<LinkedEditingRangeParams, LinkedEditingRanges>(
            (services, document, params) => structureOf(services).LinkedEditing.getLinkedEditingRanges(document, params),
            shared,
            DocumentState.IndexedReferences,
        ),
    );
}

function structureOf(services: LangiumCoreAndPartialLSPServices): StructureServices['structure'] {
    return (services as unknown as StructureServices).structure;
}
