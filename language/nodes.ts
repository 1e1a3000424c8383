import { type AstNode, isAstNode, type Reference, type ReferenceInfo } from 'langium';

/** A tree with all its nodes, each before what it holds, as `AstUtils.streamAst` gives them; several times as fast. */
export function nodesOf(root: AstNode): AstNode[] {
    const nodes: AstNode[] = [];
    const pending: AstNode[] = [root];
    for (let node = pending.pop(); node; node = pending.pop()) {
        nodes.push(node);
        const first = pending.length;
        for (const property in node) {
            if (property.startsWith('$')) continue;
            const value = (node as unknown as Readonly<Record<string, unknown>>)[property];
            if (Array.isArray(value)) for (const one of value) if (isAstNode(one)) pending.push(one);
            if (isAstNode(value)) pending.push(value);
        }
        reverse(pending, first);
    }
    return nodes;
}

/** The references that a node itself holds, in the order of its properties. */
export function referencesOf(node: AstNode): ReferenceInfo[] {
    const found: ReferenceInfo[] = [];
    for (const property in node) {
        if (property.startsWith('$')) continue;
        const value = (node as unknown as Readonly<Record<string, unknown>>)[property];
        if (!Array.isArray(value)) {
            if (isReference(value)) found.push({ reference: value, container: node, property });
            continue;
        }
        for (const [index, one] of value.entries()) if (isReference(one)) found.push({ reference: one, container: node, property, index });
    }
    return found;
}

function isReference(value: unknown): value is Reference {
    return typeof value === 'object' && value !== null && '$refText' in value;
}

function reverse(nodes: AstNode[], from: number): void {
    for (let [low, high] = [from, nodes.length - 1]; low < high; low++, high--) {
        const node = nodes[low] as AstNode;
        nodes[low] = nodes[high] as AstNode;
        nodes[high] = node;
    }
}
