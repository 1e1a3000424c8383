import { type AstNode, AstUtils, type LangiumDocument, UriUtils } from 'langium';
import type { DocumentHighlightProvider, LangiumServices } from 'langium/lsp';
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { DocumentHighlightParams } from 'vscode-languageserver-protocol';
import { nameRangeOf, thingAt } from './pointer.ts';

/** Marks the places of a file where the thing under the cursor is named; the declaration counts as written, the others as read. */
export class CrmMapHighlightProvider implements DocumentHighlightProvider {
    private readonly services: LangiumServices;

    constructor(services: LangiumServices) {
        this.services = services;
    }

    getDocumentHighlight(document: LangiumDocument, { position }: DocumentHighlightParams): DocumentHighlight[] | undefined {
        const thing = thingAt(this.services, document, position);
        if (!thing) return undefined;
        const read = this.services.references.References.findReferences(thing.node, { documentUri: document.uri, includeDeclaration: false });
        return [
            ...declarationIn(document, thing.node).map((range) => ({ range, kind: DocumentHighlightKind.Write })),
            ...read.map(({ segment: { range } }) => ({ range, kind: DocumentHighlightKind.Read })),
        ];
    }
}

function declarationIn(document: LangiumDocument, node: AstNode): DocumentHighlight['range'][] {
    const range = UriUtils.equals(AstUtils.getDocument(node).uri, document.uri) ? nameRangeOf(node) : undefined;
    return range ? [range] : [];
}
