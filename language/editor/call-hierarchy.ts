import { type AstNode, AstUtils, type LangiumDocument, type LangiumDocuments, URI } from 'langium';
import type { CallHierarchyProvider, LangiumServices, NodeKindProvider } from 'langium/lsp';
import type {
    CallHierarchyIncomingCall,
    CallHierarchyIncomingCallsParams,
    CallHierarchyItem,
    CallHierarchyOutgoingCall,
    CallHierarchyOutgoingCallsParams,
    CallHierarchyPrepareParams,
    Range,
} from 'vscode-languageserver-protocol';
import * as ast from '../generated/ast.ts';
import { kindNames, pathOf } from '../names.ts';
import { type DataWay, type SystemData, type Workspace, waysBackward, waysOnward } from './data-ways.ts';
import type { EditorAddedServices } from './editor-services.ts';
import { nameRangeOf, thingAt } from './pointer.ts';

/** What an item carries, so that it is found again when an editor opens it up. */
interface ItemData {
    readonly type: string;
    /** The path of a thing with a name. */
    readonly path?: string;
    /** Where a thing without a name stands in the syntax tree. */
    readonly place: string;
    readonly data: SystemData;
}

/**
 * Where data goes and where it comes from, step by step: the calls of a system, an entity, or a field are the flows out of it, its
 * callers those into it. At the ends stand the touchpoints that use or capture the data.
 */
export class CrmMapCallHierarchy implements CallHierarchyProvider {
    private readonly services: LangiumServices;
    private readonly documents: LangiumDocuments;
    private readonly workspace: Workspace;
    private readonly kinds: NodeKindProvider;

    constructor(services: LangiumServices & EditorAddedServices) {
        this.services = services;
        this.documents = services.shared.workspace.LangiumDocuments;
        this.workspace = { documents: this.documents, usages: services.editor.Usages };
        this.kinds = services.shared.lsp.NodeKindProvider;
    }

    prepareCallHierarchy(document: LangiumDocument, { position }: CallHierarchyPrepareParams): CallHierarchyItem[] | undefined {
        const node = thingAt(this.services, document, position)?.node;
        if (!node || !holdsData(node)) return undefined;
        const title = 'title' in node && typeof node.title === 'string' ? node.title : undefined;
        const detail = [kindNames[node.$type], title].filter((part) => part !== undefined).join(' · ');
        return this.itemsOf(node, detail, 'all');
    }

    outgoingCalls({ item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] | undefined {
        const found = this.find(item);
        if (!found) return undefined;
        const ways = grouped(waysOnward(found.node, found.data, this.workspace), ({ to }) => to);
        return ways.flatMap(([to, over]) => this.itemsOf(to, wordsOf(over), 'unplaced').map((target) => ({ to: target, fromRanges: placesIn(item, over) })));
    }

    incomingCalls({ item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] | undefined {
        const found = this.find(item);
        if (!found) return undefined;
        const ways = grouped(waysBackward(found.node, found.data, this.workspace), ({ from }) => from);
        return ways.flatMap(([from, over]) =>
            this.itemsOf(from, wordsOf(over), 'unplaced').map((source) => ({ from: source, fromRanges: placesIn(source, over) })),
        );
    }

    private itemsOf(node: AstNode, detail: string, data: SystemData): CallHierarchyItem[] {
        const range = node.$cstNode?.range;
        const selectionRange = nameRangeOf(node);
        if (!range || !selectionRange) return [];
        const path = pathOf(node);
        const item: ItemData = { type: node.$type, path, place: this.services.workspace.AstNodeLocator.getAstNodePath(node), data };
        const uri = AstUtils.getDocument(node).textDocument.uri;
        return [{ name: path ?? nameOfFlow(node), kind: this.kinds.getSymbolKind(node), detail, uri, range, selectionRange, data: item }];
    }

    /** The thing of an item, also where the text has changed since; undefined where it is gone. */
    private find(item: CallHierarchyItem): { node: AstNode; data: SystemData } | undefined {
        const { type, path, place, data } = (item.data ?? {}) as Partial<ItemData>;
        const uri = URI.parse(item.uri);
        const document = this.documents.getDocument(uri);
        if (!document || type === undefined) return undefined;
        const byPlace = this.services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, place ?? '');
        const isSame = byPlace?.$type === type && pathOf(byPlace) === path;
        const index = this.services.shared.workspace.IndexManager;
        const byPath = path === undefined ? undefined : index.allElements(type, new Set([document.uri.toString()])).find(({ name }) => name === path)?.node;
        const node = isSame ? byPlace : byPath;
        return node && { node, data: data === 'unplaced' ? 'unplaced' : 'all' };
    }
}

function holdsData(node: AstNode): boolean {
    return ast.isSystem(node) || ast.isEntity(node) || ast.isField(node) || ast.isFlow(node) || ast.isTouchpoint(node);
}

/** The ways by the thing at their other end: an editor tells the entries of a list apart by what they are. */
function grouped(ways: readonly DataWay[], otherEnd: (way: DataWay) => AstNode): [AstNode, DataWay[]][] {
    const groups = new Map<AstNode, DataWay[]>();
    for (const way of ways) groups.set(otherEnd(way), [...(groups.get(otherEnd(way)) ?? []), way]);
    return [...groups];
}

/** By which flows the data moves, when, and whether it is personal. */
function wordsOf(ways: readonly DataWay[]): string {
    const over = [...new Set(ways.map(wordsOfOne))].join('; ');
    return ways.some(({ personal }) => personal) ? `${over} · personal` : over;
}

function wordsOfOne({ over, place }: DataWay): string {
    if (!ast.isFlow(over)) return ast.isDataUse(place?.astNode) ? place.text.replace(/^/, 'uses ').replace(/\s+/g, ' ') : 'captures';
    const timing = [over.timing, over.cron === undefined ? undefined : `"${over.cron}"`].filter((word) => word !== undefined).join(' ');
    return [over.name ?? over.title ?? nameOfFlow(over), timing].filter((word) => word !== '').join(', ');
}

function nameOfFlow(node: AstNode): string {
    return ast.isFlow(node) ? `${node.from?.$refText ?? '?'} ${node.arrow ?? '->'} ${node.to?.$refText ?? '?'}` : '';
}

/** Where the text says so. The protocol wants places in the file of the item; where a flow stands in another one, it is the item's name. */
function placesIn(item: CallHierarchyItem, ways: readonly DataWay[]): Range[] {
    const places = ways.flatMap(({ place }) => (place && AstUtils.getDocument(place.astNode).textDocument.uri === item.uri ? [place.range] : []));
    return places.length > 0 ? places : [item.selectionRange];
}
