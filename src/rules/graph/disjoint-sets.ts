/** Sets of names that can be joined: union–find with path halving (Tarjan and van Leeuwen 1984). */
export class DisjointSets {
    private readonly parent = new Map<string, string>();

    /** The name that stands for the set that a name is in. */
    rootOf(name: string): string {
        let current = name;
        for (let above = this.parent.get(current); above !== undefined; above = this.parent.get(current)) {
            const next = this.parent.get(above);
            if (next === undefined) return above;
            this.parent.set(current, next);
            current = next;
        }
        return current;
    }

    join(a: string, b: string): void {
        const [first, second] = [this.rootOf(a), this.rootOf(b)];
        if (first !== second) this.parent.set(second, first);
    }
}
