import { type CompositeCstNode, type CstNode, GrammarAST, isCompositeCstNode, isLeafCstNode, type RootCstNode } from 'langium';
import { displayWidth } from './display-width.ts';
import type { CellStart, GrammarShape } from './grammar-shape.ts';

/** A property or a declaration that begins at a piece. */
export interface ItemStart {
    /** The syntax tree's node that it is a part of. */
    readonly parent: CompositeCstNode | undefined;
    /** The offset behind its last token. */
    readonly end: number;
    /** The grammar rule of a declaration; properties have none. */
    readonly rule: string | undefined;
}

/** A token or a comment. What stands between two pieces is white space, or what the parser left out. */
export interface Piece {
    readonly kind: 'token' | 'line' | 'block';
    readonly start: number;
    /** The offset behind it. */
    readonly end: number;
    /** The keyword or sign; empty for names, values and comments. */
    readonly word: string;
    /** In columns of a screen; of a comment over several lines, that of its last line without indentation. */
    readonly width: number;
    /** It has no space in front. */
    readonly glued: boolean;
    /** The node that it is a direct part of. */
    readonly owner: CompositeCstNode | undefined;
    readonly item: ItemStart | undefined;
    readonly cell: CellStart | undefined;
    /** What it is, as lines are compared. */
    readonly sort: string;
}

/** The tokens and comments of a text, in its order, with what the grammar says of them. */
export function piecesOf(root: RootCstNode, text: string, shape: GrammarShape): Piece[] {
    const pieces: Piece[] = [];
    // Nodes that began and have no token yet, the outer ones first.
    const begun: CompositeCstNode[] = [];
    const open: { readonly node: CompositeCstNode; next: number }[] = [{ node: root, next: 0 }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
        const node = top.node.content[top.next++];
        if (!node) open.pop();
        else if (isCompositeCstNode(node)) {
            open.push({ node, next: 0 });
            begun.push(node);
        } else if (isLeafCstNode(node) && node.hidden) pieces.push(commentPiece(node.offset, node.end, text));
        else {
            pieces.push(tokenPiece(node, begun, text, shape));
            begun.length = 0;
        }
    }
    return pieces.every((piece, index) => (pieces[index - 1]?.start ?? -1) < piece.start) ? pieces : pieces.sort((a, b) => a.start - b.start);
}

function tokenPiece(leaf: CstNode, begun: readonly CompositeCstNode[], text: string, shape: GrammarShape): Piece {
    const element = leaf.grammarSource;
    let item: ItemStart | undefined;
    let cell: CellStart | undefined;
    for (let at = 0; at <= begun.length; at++) {
        const node = begun[at] ?? leaf;
        const source = node.grammarSource;
        if (!source) continue;
        cell ??= shape.cells.get(source);
        if (!item && shape.items.has(source)) item = { parent: node.container, end: node.end, rule: ruleOf([...begun.slice(at), leaf]) };
    }
    return {
        kind: 'token',
        start: leaf.offset,
        end: leaf.end,
        word: element && GrammarAST.isKeyword(element) ? element.value : '',
        width: displayWidth(text.slice(leaf.offset, leaf.end)),
        glued: element !== undefined && shape.glued.has(element),
        owner: leaf.container,
        item,
        cell,
        sort: element ? shape.sortOf(element) : '',
    };
}

/** The rule that says what a declaration looks like: the called one, or the one among several that it stands for. */
function ruleOf([first, ...inner]: readonly CstNode[]): string | undefined {
    if (!first || !isCompositeCstNode(first)) return undefined;
    const isChoice = ({ grammarSource }: CstNode): boolean => grammarSource !== undefined && GrammarAST.isAlternatives(grammarSource.$container);
    const further = inner.findIndex((node) => !isCompositeCstNode(node) || !isChoice(node));
    const node = [first, ...inner.slice(0, Math.max(0, further))].at(-1);
    return node && GrammarAST.isRuleCall(node.grammarSource) ? node.grammarSource.rule.$refText : undefined;
}

/** Spaces at the end of a line comment are none of it. */
function commentPiece(start: number, offset: number, text: string): Piece {
    const kind = text.startsWith('//', start) ? 'line' : 'block';
    const image = kind === 'line' ? text.slice(start, offset).trimEnd() : text.slice(start, offset);
    const width = displayWidth(image.slice(Math.max(image.lastIndexOf('\n'), image.lastIndexOf('\r')) + 1).trimStart());
    return { kind, start, end: start + image.length, word: '', width, glued: false, owner: undefined, item: undefined, cell: undefined, sort: '' };
}
