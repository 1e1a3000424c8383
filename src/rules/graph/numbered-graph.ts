/** The steps of a node, and over what each goes. */
interface Steps<E> {
    readonly to: readonly number[];
    readonly over: readonly E[];
}

/** A graph that is asked often: its nodes get numbers, and the steps of each are asked for once, when a search comes to it. */
export class NumberedGraph<L, E> {
    private readonly names: string[] = [];
    private readonly labels: L[] = [];
    private readonly numbers = new Map<string, number>();
    private readonly steps: (Steps<E> | undefined)[] = [];
    /** The search that came to a node last, and how. */
    private readonly seenBy: number[] = [];
    private readonly before: number[] = [];
    private readonly overLast: (E | undefined)[] = [];
    private searches = 0;
    private readonly next: (node: string) => Iterable<readonly [node: string, over: E]>;
    private readonly labelOf: (node: string) => L;

    /** @param labelOf what a search asks of a node; it is asked once */
    constructor(next: (node: string) => Iterable<readonly [node: string, over: E]>, labelOf: (node: string) => L) {
        this.next = next;
        this.labelOf = labelOf;
    }

    /** What is gone over from some nodes to the nearest that is wanted; breadth-first search (Moore 1959). A start may be wanted itself. */
    wayTo(starts: readonly string[], isWanted: (label: L) => boolean): E[] | undefined {
        const search = ++this.searches;
        const queue: number[] = [];
        const enter = (node: number, before: number, over: E | undefined): void => {
            if (this.seenBy[node] === search) return;
            this.seenBy[node] = search;
            this.before[node] = before;
            this.overLast[node] = over;
            queue.push(node);
        };
        for (const start of starts) enter(this.numberOf(start), -1, undefined);
        for (const node of queue) {
            if (isWanted(this.labels[node] as L)) return this.wayBack(node);
            const { to, over } = this.stepsOf(node);
            for (let index = 0; index < to.length; index++) enter(to[index] ?? 0, node, over[index]);
        }
        return undefined;
    }

    private wayBack(goal: number): E[] {
        const way: E[] = [];
        for (let node = goal; node !== -1; node = this.before[node] ?? -1) {
            const over = this.overLast[node];
            if (over !== undefined) way.push(over);
        }
        return way.reverse();
    }

    private numberOf(name: string): number {
        const known = this.numbers.get(name);
        if (known !== undefined) return known;
        this.numbers.set(name, this.names.length);
        this.labels.push(this.labelOf(name));
        return this.names.push(name) - 1;
    }

    private stepsOf(node: number): Steps<E> {
        const known = this.steps[node];
        if (known) return known;
        const found = [...this.next(this.names[node] ?? '')];
        const steps = { to: found.map(([name]) => this.numberOf(name)), over: found.map(([, over]) => over) };
        this.steps[node] = steps;
        return steps;
    }
}
