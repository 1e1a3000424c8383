import type { LangiumDocument } from 'langium';
import type { Position, Range } from 'vscode-languageserver-types';
import { ResponseError } from 'vscode-jsonrpc';
import type { CrmMapLspServices } from '../../language/editor/module.ts';

type Ask = (document: LangiumDocument, params: object) => unknown;

/** Every request that an editor may make of a language service, by the service that answers it. */
const requests: Readonly<Record<string, readonly string[]>> = {
    CompletionProvider: ['getCompletion'],
    HoverProvider: ['getHoverContent'],
    DefinitionProvider: ['getDefinition'],
    DeclarationProvider: ['getDeclaration'],
    TypeProvider: ['getTypeDefinition'],
    ImplementationProvider: ['getImplementation'],
    ReferencesProvider: ['findReferences'],
    DocumentHighlightProvider: ['getDocumentHighlight'],
    RenameProvider: ['prepareRename', 'rename'],
    SignatureHelp: ['provideSignatureHelp'],
    CallHierarchyProvider: ['prepareCallHierarchy'],
    Formatter: ['formatDocumentOnType', 'formatDocumentRange'],
    CodeActionProvider: ['getCodeActions'],
    InlayHintProvider: ['getInlayHints'],
    LinkedEditing: ['getLinkedEditingRanges', 'linkedEditingRanges'],
    SelectionRanges: ['getSelectionRanges', 'selectionRanges'],
    DocumentSymbolProvider: ['getSymbols'],
    FoldingRangeProvider: ['getFoldingRanges'],
    SemanticTokenProvider: ['semanticHighlight', 'semanticHighlightRange'],
    DocumentLinkProvider: ['getDocumentLinks'],
    CodeLensProvider: ['provideCodeLens'],
};
const wholeFile = new Set(['getSymbols', 'getFoldingRanges', 'semanticHighlight', 'getDocumentLinks', 'provideCodeLens']);

/** What an editor's requests throw, at places all over a text and beyond it. */
export async function editorFaults(language: CrmMapLspServices, document: LangiumDocument): Promise<string[]> {
    const faults: string[] = [];
    const services = { ...(language.lsp as object), ...(language as { structure?: object }).structure } as Readonly<
        Record<string, Readonly<Record<string, Ask>> | undefined>
    >;
    const places = placesIn(document);
    for (const [service, methods] of Object.entries(requests)) {
        for (const method of methods) {
            const provider = services[service];
            if (typeof provider?.[method] !== 'function') continue;
            for (const [index, position] of places.entries()) {
                const params = paramsAt(document, position, places[(index * 7 + 3) % places.length] ?? position);
                try {
                    await provider[method](document, params);
                } catch (error) {
                    // A refusal with a reason is an answer.
                    if (error instanceof ResponseError) break;
                    const stack = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 5).join('\n') : String(error);
                    faults.push(`${service}.${method} at ${position.line}:${position.character} threw ${stack}`);
                    break;
                }
                if (wholeFile.has(method)) break;
            }
        }
    }
    return faults;
}

function paramsAt(document: LangiumDocument, position: Position, other: Position): object {
    const inOrder = position.line < other.line || (position.line === other.line && position.character <= other.character);
    const range: Range = inOrder ? { start: position, end: other } : { start: other, end: position };
    return {
        textDocument: { uri: document.uri.toString() },
        position,
        positions: [position],
        range,
        newName: 'another name',
        ch: '}',
        options: { tabSize: 2, insertSpaces: true },
        context: { includeDeclaration: true, diagnostics: document.diagnostics ?? [], triggerKind: 1 },
    };
}

/** Some fourty places of a text, those where things go wrong first: its ends, the halves of a surrogate pair, and places that are none. */
function placesIn({ textDocument }: LangiumDocument): Position[] {
    const text = textDocument.getText();
    const offsets = new Set([0, text.length, Math.max(0, text.length - 1)]);
    for (const match of [...text.matchAll(/[\uD800-\uDBFF]/g)].slice(0, 4)) offsets.add(match.index + 1);
    for (const match of [...text.matchAll(/\r\n|[.:,"`{(]/g)].slice(0, 8)) offsets.add(match.index + 1);
    const step = Math.max(1, Math.floor(text.length / 12));
    for (let offset = 0; offset < text.length; offset += step) offsets.add(offset);
    return [
        ...[...offsets].map((offset) => textDocument.positionAt(offset)),
        { line: 0, character: 1_000_000 },
        { line: 1_000_000, character: 0 },
        { line: -1, character: 0 },
        { line: 0, character: -1 },
        { line: Math.floor(textDocument.lineCount / 2), character: 2_147_483_647 },
    ];
}
