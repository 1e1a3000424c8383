/** How a node was reached: the step before it, and over what; a start has neither. */
export interface Reached<N, E> {
    readonly before?: N;
    readonly over?: E;
}

/** All nodes that can be reached from some, in the order of breadth-first search (Moore 1959), and so by the fewest steps. */
export function reach<N, E>(starts: Iterable<N>, next: (node: N) => Iterable<readonly [node: N, over: E]>): Map<N, Reached<N, E>> {
    const reached = new Map<N, Reached<N, E>>();
    for (const start of starts) reached.set(start, {});
    // A map is walked in the order of insertion, also over what is inserted on the way.
    for (const node of reached.keys()) {
        for (const [to, over] of next(node)) if (!reached.has(to)) reached.set(to, { before: node, over });
    }
    return reached;
}

/** What was gone over to reach a node, from the start on. */
export function pathTo<N, E>(node: N, reached: ReadonlyMap<N, Reached<N, E>>): E[] {
    const path: E[] = [];
    for (let step = reached.get(node); step?.before !== undefined; step = reached.get(step.before)) {
        if (step.over !== undefined) path.push(step.over);
    }
    return path.reverse();
}
