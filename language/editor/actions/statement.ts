import { type AstNode, AstUtils, type CstNode, GrammarAST, isCompositeCstNode, isLeafCstNode } from 'langium';
import type { Piece } from '../../edits/body.ts';
import { ownParts } from '../../own-parts.ts';

/** Keywords that go on a statement which another keyword began. */
const goesOn: Readonly<Record<string, readonly string[]>> = {
    of: ['moment', 'future'],
    truth: ['of'],
    is: ['lower', 'higher'],
    better: ['is'],
    as: ['same'],
    from: ['consent'],
    by: ['measured', 'group'],
    every: [''],
};

/** The property that stands at an offset of a declaration, from its first word to the end of its value. */
export function statementAt(node: AstNode, offset: number): Piece | undefined {
    const parts = node.$cstNode && isCompositeCstNode(node.$cstNode) ? ownParts(node.$cstNode, node) : [];
    const at = parts.findIndex((part) => part.offset <= offset && offset < part.end);
    if (at < 0) return undefined;
    if (isModifier(parts[at])) return pieceOf(parts[at], parts[at]);
    let first = at;
    while (first > 0 && !begins(parts, first)) first--;
    let last = at;
    while (last + 1 < parts.length && !begins(parts, last + 1) && !isEnd(parts[last + 1])) last++;
    return pieceOf(parts[first], parts[last]);
}

function pieceOf(first: CstNode | undefined, last: CstNode | undefined): Piece | undefined {
    return first && last && { from: first.offset, to: last.end };
}

/** Whether a statement begins with a part: with a keyword that goes on no other one. */
function begins(parts: readonly CstNode[], index: number): boolean {
    const part = parts[index];
    const before = parts[index - 1];
    if (!part || isModifier(part) || isNested(part)) return true;
    if (!isKeyword(part) || !/^[a-z]/.test(part.text)) return false;
    const words = goesOn[part.text];
    if (!words || !before) return true;
    return !(words.includes('') || (isKeyword(before) && words.includes(before.text)));
}

function isKeyword(part: CstNode): boolean {
    return isLeafCstNode(part) && GrammarAST.isKeyword(part.grammarSource);
}

function isModifier(part: CstNode | undefined): boolean {
    return part !== undefined && AstUtils.getContainerOfType(part.grammarSource, GrammarAST.isAssignment)?.feature === 'modifiers';
}

/** Declarations that stand in a body, which no property goes on with. */
function isNested(part: CstNode): boolean {
    return isCompositeCstNode(part) && /^[a-z]/.test(part.text) && isKeyword(firstLeaf(part));
}

function firstLeaf(part: CstNode): CstNode {
    return isCompositeCstNode(part) && part.content[0] ? firstLeaf(part.content[0]) : part;
}

function isEnd(part: CstNode | undefined): boolean {
    return part?.text === '}' || part?.text === '{';
}
