function groupBy<K extends PropertyKey, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Partial<Record<K, T[]>> {
    const groups = Object.create(null) as Partial<Record<K, T[]>>;
    let index = 0;
    for (const item of items) {
        const key = keyOf(item, index);
        index += 1;
        (groups[key] ??= []).push(item);
    }
    return groups;
}

/** Gives `Object.groupBy` to Node 20, which does not have it: Langium's parser calls it. */
export function addObjectGroupBy(): void {
    const target = Object as { groupBy?: typeof groupBy };
    target.groupBy ??= groupBy;
}
