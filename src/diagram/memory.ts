/** What was made for a picture, kept for the next one, which is often nearly the same. Whoever draws keeps one, and hands it on. */
export interface Memory {
    /**
     * What `make` gives, or what it gave not long ago for the same key, which is plain data. It must depend on the key alone, so that a picture is the same with
     * a memory and without. A promise that is rejected is forgotten.
     */
    of<T>(sort: string, key: unknown, make: () => T): T;
    /** Says that an object will be met in other pictures, too. */
    keep(object: object): void;
    /** What `make` gives for an object that is kept, once for each key; undefined for others. It must depend on the two alone. */
    ofKept<T>(object: object, key: string, make: () => T): T | undefined;
}

/** Remembers nothing. */
export const noMemory: Memory = { of: (_sort, _key, make) => make(), keep: () => undefined, ofKept: () => undefined };

interface Sort {
    young: Map<string, unknown>;
    old: Map<string, unknown>;
    /** Of all keys of the young ones, in characters. */
    length: number;
}

/** Remembers the last things of each sort: those whose keys come to about `most` characters, and up to as many before them. */
export function createMemory(most = 500_000): Memory {
    const sorts = new Map<string, Sort>();
    const kept = new WeakMap<object, Map<string, unknown>>();
    return {
        of<T>(sort: string, data: unknown, make: () => T): T {
            const key = JSON.stringify(data);
            let known = sorts.get(sort);
            if (!known) sorts.set(sort, (known = { young: new Map(), old: new Map(), length: 0 }));
            const { young, old } = known;
            if (young.has(key)) return young.get(key) as T;
            const value = old.has(key) ? (old.get(key) as T) : make();
            young.set(key, value);
            known.length += key.length;
            if (known.length > most) Object.assign(known, { young: new Map(), old: young, length: 0 });
            if (value instanceof Promise) {
                value.catch(() => {
                    young.delete(key);
                    old.delete(key);
                });
            }
            return value;
        },
        keep: (object) => {
            if (!kept.has(object)) kept.set(object, new Map());
        },
        ofKept<T>(object: object, key: string, make: () => T): T | undefined {
            const known = kept.get(object);
            if (!known?.has(key)) known?.set(key, make());
            return known?.get(key) as T | undefined;
        },
    };
}
