import { type AstNode, AstUtils, CstUtils, type LangiumDocument } from 'langium';
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
import { holderOf, isNamed, kindNames, pathOf, pathSegment, quoted, withArticle } from '../names.ts';

/** Renames a thing in every file, in whichever part of a path it stands. */
export class CrmMapRenameProvider extends DefaultRenameProvider {
    private readonly services: LangiumServices & CrmMapAddedServices;

    constructor(services: LangiumServices & CrmMapAddedServices) {
        super(services);
        this.services = services;
    }

    override prepareRename(document: LangiumDocument, { position }: TextDocumentPositionParams): Range | undefined {
        return this.at(document, position)?.range;
    }

    /** Fails with a sentence for the author where the name cannot be. */
    override async rename(document: LangiumDocument, { position, newName }: RenameParams): Promise<WorkspaceEdit | undefined> {
        const thing = this.at(document, position)?.node;
        if (!thing) throw refused('Only the name of something that this map declares can be changed.');
        const name = plainNameOf(newName);
        this.refuseTaken(thing, name, document);
        const changes: Record<string, TextEdit[]> = {};
        for (const { sourceUri, segment } of this.references.findReferences(thing, { includeDeclaration: true })) {
            (changes[sourceUri.toString()] ??= []).push({ range: segment.range, newText: pathSegment(name) });
        }
        return { changes };
    }

    private at(document: LangiumDocument, position: RenameParams['position']): { node: AstNode; range: Range } | undefined {
        const root = document.parseResult.value.$cstNode;
        const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(position), this.grammarConfig.nameRegexp);
        const [node] = leaf ? this.references.findDeclarations(leaf) : [];
        return leaf && node && AstUtils.getDocument(node).uri.scheme !== builtinScheme ? { node, range: leaf.range } : undefined;
    }

    private refuseTaken(thing: AstNode, name: string, document: LangiumDocument): void {
        const holder = holderOf(thing);
        const path = [...(holder ? [pathOf(holder)] : []), pathSegment(name)].join('.');
        const other = this.services.references.ScopeProvider.table(document)
            .get(thing.$type)
            ?.get(path)
            ?.find(({ node }) => node !== thing);
        if (other && isNamed(thing) && thing.name !== name)
            throw refused(`There is ${withArticle(kindNames[thing.$type] ?? 'thing')} ${quoted(path)} already.`);
    }
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
