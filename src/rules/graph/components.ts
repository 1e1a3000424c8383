/**
 * The strongly connected components of a graph of nodes 0 … n-1, each as a list of nodes: Tarjan's algorithm (1972), with a stack
 * of its own instead of recursion, so that a long chain overflows nothing. Linear in nodes and edges.
 */
export function stronglyConnected(successors: readonly (readonly number[])[]): number[][] {
    const order = new Int32Array(successors.length).fill(-1);
    const low = new Int32Array(successors.length);
    const onStack = new Uint8Array(successors.length);
    const stack: number[] = [];
    const components: number[][] = [];
    let count = 0;
    const enter = (node: number): { node: number; next: number } => {
        order[node] = low[node] = count++;
        stack.push(node);
        onStack[node] = 1;
        return { node, next: 0 };
    };
    for (let start = 0; start < successors.length; start++) {
        if (order[start] !== -1) continue;
        const path = [enter(start)];
        for (let top = path.at(-1); top; top = path.at(-1)) {
            const { node } = top;
            const to = successors[node]?.[top.next++];
            if (to === undefined) {
                path.pop();
                const above = path.at(-1)?.node;
                if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
                if (low[node] === order[node]) components.push(popComponent(stack, onStack, node));
            } else if (order[to] === -1) path.push(enter(to));
            else if (onStack[to] === 1) low[node] = Math.min(low[node] ?? 0, order[to] ?? 0);
        }
    }
    return components;
}

function popComponent(stack: number[], onStack: Uint8Array, root: number): number[] {
    const component: number[] = [];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        onStack[node] = 0;
        component.push(node);
        if (node === root) break;
    }
    return component.reverse();
}
