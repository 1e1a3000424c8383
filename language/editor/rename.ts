import { type AstNode, AstUtils, type LangiumDocument, type Reference, UriUtils } from 'langium';
import { DefaultRenameProvider, type LangiumServices } from 'langium/lsp';
import {
    LSPErrorCodes,
    type Range,
    type RenameParams,
    ResponseError,
    type TextDocumentPositionParams,
    type TextEdit,
    type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { builtinScheme } from '../imports.ts';
import type { CrmMapAddedServices } from '../module.ts';
import { isNamed, kindNames, type Named, normalPath, pathSegment, quoted, withArticle } from '../names.ts';
import { partsOf } from '../references.ts';
import { OtherName } from './other-name.ts';
import { type Pointed, thingAt } from './pointer.ts';
import { mapsAround } from './maps-around.ts';

/** Renames a thing in every file, in whichever part of a path it stands. */
export class CrmMapRenameProvider extends DefaultRenameProvider {
    private readonly services: LangiumServices & CrmMapAddedServices;

    constructor(services: LangiumServices & CrmMapAddedServices) {
        super(services);
        this.services = services;
    }

    override prepareRename(document: LangiumDocument, { position }: TextDocumentPositionParams): Range | undefined {
        return this.at(document, position)?.leaf.range;
    }

    /** Fails with a sentence for the author where the name cannot be. */
    override async rename(document: LangiumDocument, { position, newName }: RenameParams): Promise<WorkspaceEdit | undefined> {
        const thing = this.at(document, position)?.node;
        if (!thing) throw refused('Only the name of something that this map declares can be changed.');
        const name = plainNameOf(newName);
        if (isNamed(thing) && thing.name !== name) {
            this.refuseTaken(thing, name, document);
            this.refuseOtherMeaning(thing, name);
        }
        const changes: Record<string, TextEdit[]> = {};
        for (const { sourceUri, segment } of this.references.findReferences(thing, { includeDeclaration: true })) {
            (changes[sourceUri.toString()] ??= []).push({ range: segment.range, newText: pathSegment(name) });
        }
        return { changes };
    }

    private at(document: LangiumDocument, position: RenameParams['position']): Pointed | undefined {
        const thing = thingAt(this.services, document, position);
        return thing && AstUtils.getDocument(thing.node).uri.scheme !== builtinScheme ? thing : undefined;
    }

    /** No two things of a kind have one path, in whichever of the maps that the thing stands in. */
    private refuseTaken(thing: Named, name: string, asked: LangiumDocument): void {
        const { IndexManager, LangiumDocuments } = this.services.shared.workspace;
        const { path } = new OtherName(thing, name);
        const same = IndexManager.allElements(thing.$type)
            .filter((element) => element.name === path && element.node !== thing)
            .toArray();
        if (same.length === 0) return;
        const around = [...mapsAround(AstUtils.getDocument(thing), LangiumDocuments, this.services.references.ImportGraph)];
        const taken = same.find(({ documentUri }) => around.some(({ uri }) => UriUtils.equals(uri, documentUri)));
        if (!taken) return;
        const where = UriUtils.equals(taken.documentUri, asked.uri) ? '' : `, in ${UriUtils.basename(taken.documentUri)}`;
        throw refused(`There is ${withArticle(kindNames[thing.$type] ?? 'thing')} ${quoted(path)} already${where}.`);
    }

    /** A new name must not make a path mean something else: neither one that names the thing, nor one that names another. */
    private refuseOtherMeaning(thing: Named, name: string): void {
        const other = new OtherName(thing, name);
        for (const { references } of this.services.shared.workspace.LangiumDocuments.all) {
            for (const reference of references) {
                const target = 'ref' in reference ? reference.ref : undefined;
                const container = reference.$refNode?.astNode;
                if (!target || !container || !('ref' in reference)) continue;
                if (!reference.$refText.includes(name) && !reference.$refText.includes(thing.name)) continue;
                const parts = partsOf(reference);
                if (!parts.some(({ node, cst }) => node === thing || cst.text.replaceAll('`', '') === name)) continue;
                const path = parts.map(({ node, cst }) => (node === thing ? pathSegment(name) : normalPath(cst.text))).join('.');
                const info = AstUtils.streamReferences(container).find((candidate) => candidate.reference === reference);
                const meant = info && this.services.references.ScopeProvider.getScope(info, other).getElement(path);
                if (info && meant?.node !== target) throw refused(otherMeaning(reference, path, meant?.node, other));
            }
        }
    }
}

function otherMeaning({ $refNode }: Reference, path: string, meant: AstNode | undefined, { pathOf }: OtherName): string {
    const file = $refNode ? UriUtils.basename(AstUtils.getDocument($refNode.astNode).uri) : '';
    const place = `${file}, line ${($refNode?.range.start.line ?? 0) + 1}`;
    const what = meant ? `the ${kindNames[meant.$type] ?? 'thing'} ${quoted(pathOf(meant) ?? '')}` : 'nothing';
    return `${quoted(path)} in ${place} would then name ${what}. Choose another name.`;
}

/** A name as an author typed it, with or without backticks. */
function plainNameOf(typed: string): string {
    const name = /^`.*`$/.test(typed.trim()) ? typed.trim().slice(1, -1) : typed.trim();
    if (name === '') throw refused('A name has at least one character.');
    if (/[`\r\n]/.test(name)) throw refused('A name holds no backtick and no line break.');
    return name;
}

function refused(message: string): ResponseError<undefined> {
    return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
