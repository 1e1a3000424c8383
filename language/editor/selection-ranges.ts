import { type AstNode, CstUtils, type CstNode, GrammarAST, isCompositeCstNode, type LangiumDocument } from 'langium';
import { isMapping } from '../generated/ast.ts';
import type { SelectionRangeParams } from 'vscode-languageserver-protocol';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';

interface Span {
    readonly from: number;
    readonly to: number;
}

/** What a selection grows over, step by step: a word, its path or value, the property, the body, the declaration, and what holds it. */
export class CrmMapSelectionRanges {
    getSelectionRanges(document: LangiumDocument, { positions }: SelectionRangeParams): SelectionRange[] {
        return positions.map((position) => this.at(document, position));
    }

    private at({ parseResult, textDocument }: LangiumDocument, position: Position): SelectionRange {
        const root = parseResult.value.$cstNode;
        const offset = textDocument.offsetAt(position);
        const text = textDocument.getText();
        const rangeOf = ({ from, to }: Span): Range => ({ start: textDocument.positionAt(from), end: textDocument.positionAt(to) });
        let selection: SelectionRange = { range: rangeOf({ from: 0, to: text.length }) };
        let outer: Span = { from: 0, to: text.length };
        for (const span of root ? spansAt(root, offset, text) : []) {
            const isWithin = span.from >= outer.from && span.to <= outer.to && (span.from !== outer.from || span.to !== outer.to);
            if (!isWithin || span.from > offset || span.to < offset) continue;
            selection = { range: rangeOf(span), parent: selection };
            outer = span;
        }
        return selection;
    }
}

/** From the whole text to the word. */
function spansAt(root: CstNode, offset: number, text: string): Span[] {
    const spans: Span[] = [];
    const last = CstUtils.findDeclarationNodeAtOffset(root, offset, /\S/);
    const inner = last && offset <= last.end ? last : undefined;
    let node: CstNode | undefined = root;
    while (node) {
        spans.push({ from: node.offset, to: node.end });
        if (!isCompositeCstNode(node)) break;
        spans.push(...partsAround(node, offset));
        node =
            node.content.find((child) => child.offset <= offset && offset < child.end) ?? node.content.find((child) => child === inner || child.end === offset);
    }
    return [...spans, ...(inner && !isCompositeCstNode(inner) ? textWithin(inner, text) : [])];
}

/** The content of a text or of a name in backticks, without its marks. */
function textWithin(leaf: CstNode, text: string): Span[] {
    const mark = text.charAt(leaf.offset);
    const closed = (mark === '"' || mark === '`') && leaf.length > 1 && text.charAt(leaf.end - 1) === mark;
    return closed ? [{ from: leaf.offset + 1, to: leaf.end - 1 }] : [];
}

/** Of a declaration: its body with braces and without, then the property around a place, and in it the values without their word. */
function partsAround(node: { readonly content: readonly CstNode[]; readonly astNode: AstNode }, offset: number): Span[] {
    const spans: Span[] = [];
    const parts = node.content.filter((child) => !child.hidden);
    const open = parts.findIndex((part) => part.text === '{');
    const close = parts.findLastIndex((part) => part.text === '}');
    const [first, last] = [parts[open], parts[close]];
    if (first && last && close > open && first.offset <= offset && offset <= last.end) {
        spans.push({ from: first.offset, to: last.end });
        if (offset > first.offset && offset < last.end) spans.push({ from: first.end, to: last.offset });
    }
    const inside = close > open ? parts.slice(open + 1, close) : isMapping(node.astNode) ? parts : [];
    const property = propertiesOf(inside).find((list) => (list[0]?.offset ?? Infinity) <= offset && offset <= (list.at(-1)?.end ?? -1));
    const [word, value, end] = [property?.[0], property?.[1], property?.at(-1)];
    if (word && value && end) {
        spans.push({ from: word.offset, to: end.end });
        if (value.offset <= offset) spans.push({ from: value.offset, to: end.end });
    }
    return spans;
}

/** The parts of a body, by property: each begins with the word that says which it is. */
function propertiesOf(parts: readonly CstNode[]): CstNode[][] {
    const properties: CstNode[][] = [];
    for (const part of parts) {
        const last = properties.at(-1);
        if (last && !beginsProperty(part)) last.push(part);
        else properties.push([part]);
    }
    return properties;
}

/** Whether the grammar begins one of the alternatives of a body with a part. */
function beginsProperty({ grammarSource }: CstNode): boolean {
    let element: AstNode | undefined = grammarSource;
    while (element) {
        const container: AstNode | undefined = element.$container;
        if (GrammarAST.isParserRule(container)) return container.fragment;
        if (GrammarAST.isAlternatives(container) && container.cardinality === '*') return true;
        if (GrammarAST.isGroup(container) && container.elements[0] !== element) return false;
        if (GrammarAST.isGroup(container) && container.cardinality === '*') return false;
        element = container;
    }
    return false;
}
