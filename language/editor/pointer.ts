import { type AstNode, AstUtils, type CstNode, CstUtils, GrammarUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { LocationLink, Position, Range } from 'vscode-languageserver-types';
import { builtinScheme } from '../imports.ts';

/** A character of a name, with or without backticks; a name may hold characters outside of the basic plane, of which this sees a half. */
export const nameCharacter = /[\p{L}\p{N}\p{M}_`\uD800-\uDFFF]/u;

/** A word of the text that declares or names a thing. */
export interface Pointed {
    readonly leaf: LeafCstNode;
    readonly node: AstNode;
}

type Services = Pick<LangiumServices, 'references'>;

/** The thing that the word at a place declares or names; of a path, the thing of the part that stands there. */
export function thingAt({ references }: Services, document: LangiumDocument, position: Position): Pointed | undefined {
    const root = document.parseResult.value.$cstNode;
    const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(position), nameCharacter);
    const [node] = leaf ? references.References.findDeclarations(leaf) : [];
    return leaf && node && { leaf, node };
}

/** What the text is marked at when a thing is gone to: its name; of a flow without one its first end, of other things their title. */
export function nameRangeOf(node: AstNode): Range | undefined {
    const property = ['name', 'from', 'title'].find((candidate) => (node as unknown as Readonly<Record<string, unknown>>)[candidate] !== undefined);
    return (GrammarUtils.findNodeForProperty(node.$cstNode, property) ?? node.$cstNode)?.range;
}

/** A link to the declarations of some things, each once; without what the language brings along, which is in no file. */
export function linksTo(source: CstNode, nodes: readonly AstNode[]): LocationLink[] {
    return [...new Set(nodes)].flatMap((node) => {
        const { uri, textDocument } = AstUtils.getDocument(node);
        const targetSelectionRange = nameRangeOf(node);
        const targetRange = node.$cstNode?.range;
        if (uri.scheme === builtinScheme || !targetRange || !targetSelectionRange) return [];
        return [{ targetUri: textDocument.uri, targetRange, targetSelectionRange, originSelectionRange: source.range }];
    });
}
