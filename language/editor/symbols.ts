import { type AstNode, AstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { DocumentSymbolProvider, NodeKindProvider } from 'langium/lsp';
import { type CompletionItemKind, type DocumentSymbol, CompletionItemKind as ItemKind, SymbolKind } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { isNamed, kindNames } from '../names.ts';

const symbolKinds: Readonly<Record<string, SymbolKind>> = {
    MapInfo: SymbolKind.File,
    System: SymbolKind.Module,
    Entity: SymbolKind.Class,
    Field: SymbolKind.Field,
    Flow: SymbolKind.Event,
    Team: SymbolKind.Namespace,
    Journey: SymbolKind.Package,
    JourneyStage: SymbolKind.Namespace,
    Touchpoint: SymbolKind.Method,
    Pain: SymbolKind.Constant,
    Opportunity: SymbolKind.Constant,
    Lifecycle: SymbolKind.Package,
    LifecycleStage: SymbolKind.Namespace,
    Activity: SymbolKind.Function,
    View: SymbolKind.Interface,
    Metric: SymbolKind.Number,
    Capability: SymbolKind.EnumMember,
};

const itemKinds: Readonly<Record<string, CompletionItemKind>> = {
    System: ItemKind.Module,
    Entity: ItemKind.Class,
    Field: ItemKind.Field,
    Flow: ItemKind.Event,
    Journey: ItemKind.Folder,
    Lifecycle: ItemKind.Folder,
    Touchpoint: ItemKind.Method,
    Metric: ItemKind.Unit,
    Capability: ItemKind.EnumMember,
};

/** The icons of things in lists of the editor. */
export class CrmMapNodeKinds implements NodeKindProvider {
    getSymbolKind(node: AstNode | { type: string }): SymbolKind {
        return symbolKinds[typeOf(node)] ?? SymbolKind.Object;
    }

    getCompletionItemKind(node: AstNode | { type: string }): CompletionItemKind {
        return itemKinds[typeOf(node)] ?? ItemKind.Reference;
    }
}

/** The outline: what a file declares, nested as it stands, with titles beside the names. */
export class CrmMapDocumentSymbols implements DocumentSymbolProvider {
    private readonly kinds: NodeKindProvider;

    constructor(kinds: NodeKindProvider) {
        this.kinds = kinds;
    }

    getSymbols(document: LangiumDocument): DocumentSymbol[] {
        return this.symbolsIn(document.parseResult.value);
    }

    private symbolsIn(node: AstNode): DocumentSymbol[] {
        return AstUtils.streamContents(node)
            .toArray()
            .flatMap((child) => this.symbolsOf(child))
            .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
    }

    private symbolsOf(node: AstNode): DocumentSymbol[] {
        const cst = node.$cstNode;
        const label = cst && labelOf(node);
        if (!label) return [];
        const named = GrammarUtils.findNodeForProperty(cst, isNamed(node) ? 'name' : ast.isFlow(node) ? 'from' : 'title') ?? cst;
        const children = this.symbolsIn(node);
        return [
            {
                name: label.name,
                detail: label.detail,
                kind: this.kinds.getSymbolKind(node),
                range: cst.range,
                selectionRange: named.range,
                ...(children.length > 0 && { children }),
            },
        ];
    }
}

function labelOf(node: AstNode): { name: string; detail: string } | undefined {
    const title = 'title' in node && typeof node.title === 'string' ? node.title : '';
    if (isNamed(node)) return { name: node.name, detail: ast.isField(node) ? (node.type?.$cstNode?.text ?? '') : title };
    if (ast.isFlow(node)) return { name: `${node.from?.$refText ?? '?'} ${node.arrow ?? '->'} ${node.to?.$refText ?? '?'}`, detail: title };
    if (ast.isMapInfo(node)) return { name: title || 'map', detail: title ? 'map' : '' };
    return title && kindNames[node.$type] !== undefined ? { name: title, detail: kindNames[node.$type] ?? '' } : undefined;
}

function typeOf(node: AstNode | { type: string }): string {
    return '$type' in node ? node.$type : node.type;
}
