/**
 * The immediate dominator of each node of a graph of nodes 0 … n-1, as seen from a root: the last node that every way from the root
 * to it goes through; -1 for the root and for what it does not reach. Lengauer and Tarjan's algorithm (1979) in its simple form,
 * O(edges · log nodes), without recursion.
 */
export function immediateDominators(successors: readonly (readonly number[])[], root: number): Int32Array {
    const count = successors.length;
    const number = new Int32Array(count).fill(-1);
    const parent = new Int32Array(count).fill(-1);
    const vertex = depthFirst(successors, root, number, parent);
    const predecessors: number[][] = successors.map(() => []);
    for (const node of vertex) for (const to of successors[node] ?? []) predecessors[to]?.push(node);

    const semi = number.slice();
    const dominator = new Int32Array(count).fill(-1);
    const forest = new Forest(count, semi);
    const buckets = new Map<number, number[]>();
    for (let index = vertex.length - 1; index > 0; index--) {
        const node = vertex[index] ?? root;
        for (const before of predecessors[node] ?? []) {
            semi[node] = Math.min(semi[node] ?? 0, semi[forest.leastOn(before)] ?? 0);
        }
        const bucket = vertex[semi[node] ?? 0] ?? root;
        buckets.set(bucket, [...(buckets.get(bucket) ?? []), node]);
        const above = parent[node] ?? root;
        forest.link(above, node);
        for (const waiting of buckets.get(above) ?? []) {
            const least = forest.leastOn(waiting);
            dominator[waiting] = (semi[least] ?? 0) < (semi[waiting] ?? 0) ? least : above;
        }
        buckets.delete(above);
    }
    for (const node of vertex.slice(1)) {
        if (dominator[node] !== vertex[semi[node] ?? 0]) dominator[node] = dominator[dominator[node] ?? root] ?? root;
    }
    dominator[root] = -1;
    return dominator;
}

/** Numbers the nodes in the order of depth-first search, and gives them in that order. */
function depthFirst(successors: readonly (readonly number[])[], root: number, number: Int32Array, parent: Int32Array): number[] {
    const vertex: number[] = [];
    const pending: { readonly node: number; readonly from: number }[] = [{ node: root, from: -1 }];
    for (let top = pending.pop(); top; top = pending.pop()) {
        if (number[top.node] !== -1) continue;
        number[top.node] = vertex.length;
        parent[top.node] = top.from;
        vertex.push(top.node);
        for (const to of [...(successors[top.node] ?? [])].reverse()) pending.push({ node: to, from: top.node });
    }
    return vertex;
}

/** The forest of the algorithm, with path compression. */
class Forest {
    private readonly ancestor: Int32Array;
    private readonly label: Int32Array;
    private readonly semi: Int32Array;

    constructor(count: number, semi: Int32Array) {
        this.ancestor = new Int32Array(count).fill(-1);
        this.label = Int32Array.from({ length: count }, (_, node) => node);
        this.semi = semi;
    }

    link(above: number, node: number): void {
        this.ancestor[node] = above;
    }

    /** The node with the least semidominator on the way from a node up to the root of its tree, the root left out. */
    leastOn(node: number): number {
        if (this.ancestor[node] === -1) return node;
        const path: number[] = [];
        for (let at = node; this.ancestor[this.ancestor[at] ?? -1] !== -1 && (this.ancestor[at] ?? -1) !== -1; at = this.ancestor[at] ?? -1) path.push(at);
        for (const at of path.reverse()) {
            const above = this.ancestor[at] ?? at;
            if (this.semiOfLabel(above) < this.semiOfLabel(at)) this.label[at] = this.label[above] ?? above;
            this.ancestor[at] = this.ancestor[above] ?? above;
        }
        return this.label[node] ?? node;
    }

    private semiOfLabel(node: number): number {
        return this.semi[this.label[node] ?? node] ?? 0;
    }
}
