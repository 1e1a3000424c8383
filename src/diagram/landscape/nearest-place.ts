/** The edge nearest to a level. */
export function nearest(edges: readonly number[], level: number): number {
    return edges[nearestIndex(edges, level)] ?? level;
}

function nearestIndex(edges: readonly number[], level: number): number {
    let [low, high] = [0, edges.length - 1];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((edges[middle] as number) < level) low = middle + 1;
        else high = middle;
    }
    return low > 0 && level - (edges[low - 1] as number) < (edges[low] as number) - level ? low - 1 : low;
}

/** The places between blocks nearest to a level. */
export function nearestPlaces(edges: readonly number[], level: number, more: boolean): number[] {
    const at = nearestIndex(edges, level);
    return (more ? [at, at - 1, at + 1, at - 2, at + 2] : [at, at - 1, at + 1]).filter((place) => place >= 0 && place < edges.length);
}
