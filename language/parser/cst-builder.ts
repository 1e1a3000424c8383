import { type CompositeCstNode, type CstNode, CstNodeBuilder, type GrammarAST, type LeafCstNode } from 'langium';
import { leafOf } from './cst-nodes.ts';
import type { Token } from './tokens.ts';

/** So many nodes are put into another one at a time: more could exhaust the stack. */
const atOnce = 10_000;

/**
 * Langium's builder of concrete syntax trees, for files with very many parts: it finds a node among those of its parent from the end,
 * where it nearly always is. Its nodes can be moved to another place of the text.
 */
export class CstBuilder extends CstNodeBuilder {
    override buildLeafNode(token: Token, feature: GrammarAST.AbstractElement): LeafCstNode {
        const node = leafOf(token);
        node.grammarSource = feature;
        this.appendChild(this.current, node);
        return node;
    }

    /** How many nodes stand in the node that is open. */
    get count(): number {
        return this.current.content.length;
    }

    override removeNode(node: CstNode): void {
        const siblings = node.container?.content as CstNode[] | undefined;
        const index = siblings?.lastIndexOf(node) ?? -1;
        if (index >= 0) siblings?.splice(index, 1);
    }

    /** Comments stand before the token that follows them, in the innermost node that has begun already. */
    override addHiddenNodes(tokens: Token[]): void {
        const nodes = tokens.map(leafOf);
        let parent: CompositeCstNode = this.current;
        let before: CstNode | undefined;
        while (parent.content.length === 0 || parent.content[0] === before) {
            if (!parent.container) break;
            before = parent;
            parent = parent.container;
        }
        const index = before ? parent.content.lastIndexOf(before) : parent.content.length;
        for (let from = nodes.length; from > 0; from -= atOnce) this.insertChildren(parent, Math.max(0, index), nodes.slice(Math.max(0, from - atOnce), from));
    }
}
