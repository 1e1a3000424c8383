import { type AstNode, AstUtils, type CstNode, GrammarAST, isCompositeCstNode } from 'langium';

/** The tokens and values that a node is written with, in the order of the text, without what stands inside of the values. */
export function ownParts(cst: CstNode, node: AstNode): CstNode[] {
    if (!isCompositeCstNode(cst)) return [cst];
    return cst.content.flatMap((child) => {
        const value = AstUtils.getContainerOfType(child.grammarSource, GrammarAST.isAssignment) !== undefined;
        if (isCompositeCstNode(child) && child.astNode === node && !value) return ownParts(child, node);
        return child.hidden ? [] : [child];
    });
}
