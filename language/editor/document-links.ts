import { AstUtils, GrammarUtils, type AstNode, type LangiumDocument, type URI } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver-protocol';
import { type Document, isLink, isMetricSource, isPersona } from '../generated/ast.ts';
import { resolveImport } from '../imports.ts';
import type { CrmMapLspServices } from './editor-services.ts';

const openable = /^(?:https?|mailto):/i;
const unsafe = /[\p{Cc}\s]/u;

/** Makes what the text points to clickable: imported files, pages and mail, and files of the workspace that metrics and personas name. */
export class CrmMapDocumentLinks implements DocumentLinkProvider {
    private readonly services: CrmMapLspServices;

    constructor(services: CrmMapLspServices) {
        this.services = services;
    }

    getDocumentLinks(document: LangiumDocument): DocumentLink[] {
        const { imports, elements } = document.parseResult.value as Document;
        const documents = this.services.shared.workspace.LangiumDocuments;
        const imported = imports.flatMap((statement) => {
            const uri = resolveImport(document, statement.path);
            return uri && documents.hasDocument(uri) ? linkTo(statement, 'path', uri.toString(), 'Open the imported file') : [];
        });
        const others = elements.flatMap((element) => AstUtils.streamAst(element).toArray()).flatMap((node) => this.linkOf(node, document));
        return [...imported, ...others];
    }

    private linkOf(node: AstNode, document: LangiumDocument): DocumentLink[] {
        if (isLink(node)) return this.address(node, 'url', node.url, document, 'Open the page');
        if (isMetricSource(node)) return this.address(node, 'file', node.file, document, 'Open the file of the values');
        if (isPersona(node)) return this.address(node, 'image', node.image, document, 'Open the picture');
        return [];
    }

    private address(node: AstNode, property: string, address: string | undefined, document: LangiumDocument, tooltip: string): DocumentLink[] {
        if (!address || unsafe.test(address)) return [];
        if (openable.test(address)) return linkTo(node, property, address, tooltip);
        const uri = this.fileAt(document, address);
        return uri ? linkTo(node, property, uri.toString(), tooltip) : [];
    }

    /** A file of the workspace; undefined where the path leads out of it, or is none. */
    private fileAt(document: LangiumDocument, path: string): URI | undefined {
        const uri = resolveImport(document, path);
        return uri && document.uri.scheme === 'file' && this.services.workspace.WorkspaceBounds.contains(uri) ? uri : undefined;
    }
}

function linkTo(node: AstNode, property: string, target: string, tooltip: string): DocumentLink[] {
    const cst = GrammarUtils.findNodeForProperty(node.$cstNode, property);
    if (!cst) return [];
    const { start, end } = cst.range;
    const inner = {
        start: { line: start.line, character: start.character + 1 },
        end: { line: end.line, character: Math.max(start.character + 1, end.character - 1) },
    };
    return [{ range: inner, target, tooltip }];
}
