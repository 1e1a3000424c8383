/** Langium's parser calls `Object.groupBy`, which Node 20 does not have. */
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

const target = Object as { groupBy?: typeof groupBy };
target.groupBy ??= groupBy;
