import type { PreviewThings, ThingFacts, ThingProblem, ThingReference } from '../../protocol.ts';

/** Which way to follow what hangs on a thing: to what it depends on, to what depends on it, or both. */
export type Direction = 'up' | 'down' | 'both';

const startsUp = 1;
const startsDown = 2;
const none: readonly number[] = [];

export function keyOf({ kind, id }: ThingReference): string {
    return `${kind}:${id}`;
}

/** What is known of the things of a map, to be looked up. */
export class ThingsIndex {
    readonly things: readonly ThingFacts[];
    private readonly positions = new Map<string, number>();
    private readonly parts: readonly (readonly number[])[];
    private readonly nodesOf: readonly (readonly number[])[];
    private readonly carriedBy: readonly (readonly number[])[];
    private readonly nodes: readonly number[];
    private readonly starts: readonly number[];
    private readonly edges: readonly number[];
    private readonly outgoing: readonly (readonly number[])[];
    private readonly incoming: readonly (readonly number[])[];

    constructor({ things, dependence }: Pick<PreviewThings, 'things' | 'dependence'>) {
        this.things = things;
        things.forEach((thing, position) => this.positions.set(keyOf(thing), position));
        this.parts = grouped(
            things.length,
            things.map(({ within }) => within ?? -1),
        );
        this.nodes = dependence.nodes;
        this.starts = dependence.starts;
        this.edges = dependence.edges;
        this.nodesOf = grouped(things.length, this.nodes);
        const column = (offset: number): number[] =>
            Array.from({ length: Math.floor(this.edges.length / 3) }, (_, edge) => this.edges[edge * 3 + offset] ?? -1);
        this.outgoing = grouped(this.nodes.length, column(0));
        this.incoming = grouped(this.nodes.length, column(1));
        this.carriedBy = grouped(things.length, column(2));
    }

    /** Position of a thing; undefined where the map has none of that kind and id. */
    positionOf(thing: ThingReference): number | undefined {
        return this.positions.get(keyOf(thing));
    }

    at(position: number): ThingFacts | undefined {
        return this.things[position];
    }

    factsOf(thing: ThingReference): ThingFacts | undefined {
        return this.things[this.positions.get(keyOf(thing)) ?? -1];
    }

    /** What a thing is part of, from the nearest on. */
    holdersOf(position: number): number[] {
        const holders: number[] = [];
        for (let at = this.things[position]?.within; at !== undefined && !holders.includes(at); at = this.things[at]?.within) holders.push(at);
        return holders;
    }

    /**
     * Everything that hangs on a thing, itself included, as positions. What is reached brings along what it is part of, so that a system
     * counts where only one of its fields is reached, and what is known of nothing but its holder, such as evidence of a pain.
     */
    hanging(start: number, direction: Direction): ReadonlySet<number> {
        const own = this.withParts(start);
        const reached = new Set(own);
        if (direction !== 'down') this.follow(own, 'up', reached);
        if (direction !== 'up') this.follow(own, 'down', reached);
        const all = new Set(reached);
        for (const position of reached) {
            for (const holder of this.holdersOf(position)) all.add(holder);
            for (const part of this.parts[position] ?? none) if (this.isNote(part)) all.add(part);
        }
        return all;
    }

    /** The problems of a thing and of all its parts that are not themselves drawn. */
    problemsOf(position: number, isDrawn: (part: number) => boolean): ThingProblem[] {
        const parts = (this.parts[position] ?? none).filter((part) => !isDrawn(part));
        return [...(this.things[position]?.problems ?? []), ...parts.flatMap((part) => this.problemsOf(part, isDrawn))];
    }

    /** Whether nothing is known of it but what it is part of. */
    private isNote(position: number): boolean {
        return (this.nodesOf[position] ?? none).length + (this.carriedBy[position] ?? none).length === 0;
    }

    private withParts(start: number): number[] {
        const all = [start];
        for (let at = 0; at < all.length; at += 1) all.push(...(this.parts[all[at] ?? -1] ?? none));
        return all;
    }

    private follow(starts: readonly number[], direction: 'up' | 'down', reached: Set<number>): void {
        const [edges, near, far, mark] = direction === 'up' ? ([this.incoming, 1, 0, startsUp] as const) : ([this.outgoing, 0, 1, startsDown] as const);
        const pending = starts.flatMap((thing) => [
            ...(this.nodesOf[thing] ?? none).filter((node) => ((this.starts[node] ?? 0) & mark) !== 0),
            // What comes before a flow is where it starts; what comes after it is where it leads.
            ...(this.carriedBy[thing] ?? none).map((edge) => this.edges[edge * 3 + far] ?? -1),
        ]);
        // Its near ends show between what it runs.
        for (const edge of starts.flatMap((thing) => this.carriedBy[thing] ?? none)) this.add(reached, this.nodes[this.edges[edge * 3 + near] ?? -1]);
        const seen = new Set<number>();
        for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
            if (node < 0 || seen.has(node)) continue;
            seen.add(node);
            this.add(reached, this.nodes[node]);
            for (const edge of edges[node] ?? none) {
                this.add(reached, this.edges[edge * 3 + 2]);
                pending.push(this.edges[edge * 3 + far] ?? -1);
            }
        }
    }

    private add(reached: Set<number>, position: number | undefined): void {
        if (position !== undefined && position >= 0) reached.add(position);
    }
}

/** For each of so many keys the places at which it stands in a list; negative keys are none. */
function grouped(count: number, keys: readonly number[]): number[][] {
    const groups: number[][] = Array.from({ length: count }, () => []);
    keys.forEach((key, place) => groups[key]?.push(place));
    return groups;
}
