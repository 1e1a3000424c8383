import type { Flow } from '../../model/crm-model.ts';

/** A stretch of a flow between two systems, laid out so that no stretches form a circle. */
export interface Hop {
    readonly id: string;
    readonly flow: Flow;
    /** The left one of the two, where the picture runs to the right. */
    readonly from: string;
    readonly to: string;
    readonly heads: 'end' | 'start' | 'both';
    /** The first stretch of its flow carries the words. */
    readonly first: boolean;
}

/**
 * Splits flows at the systems that they go through (those in `shown`), and turns stretches so that groups, and systems in a group,
 * form no circle: the text decides, what is written earlier keeps its direction. A flow back is thereby laid out beside its partner.
 */
export function hopsOf(flows: readonly Flow[], shown: ReadonlySet<string>, groupOf: (system: string) => string): Hop[] {
    const between = new Order();
    const within = new Order();
    return flows.flatMap((flow) => {
        const stops = [flow.from.system, ...flow.via.filter((id) => shown.has(id)), flow.to.system];
        const route = stops.filter((id, index) => index === 0 || id !== stops[index - 1]);
        const real = route.length === 1 ? [...route, ...route] : route;
        return real.slice(1).map((to, index): Hop => {
            const from = real[index] as string;
            const [groupFrom, groupTo] = [groupOf(from), groupOf(to)];
            const keeps = groupFrom === groupTo ? within.accepts(from, to) : between.accepts(groupFrom, groupTo);
            return {
                id: `${flow.id}#${index}`,
                flow,
                from: keeps ? from : to,
                to: keeps ? to : from,
                heads: flow.twoWay ? 'both' : keeps ? 'end' : 'start',
                first: index === 0,
            };
        });
    });
}

/** A relation that stays free of circles. */
class Order {
    private readonly after = new Map<string, Set<string>>();

    /** Adds a before b, unless b is before a already. */
    accepts(a: string, b: string): boolean {
        if (a === b) {
            return true;
        }
        if (this.reaches(b, a)) {
            return false;
        }
        const known = this.after.get(a) ?? new Set();
        this.after.set(a, known.add(b));
        return true;
    }

    private reaches(from: string, goal: string): boolean {
        const seen = new Set([from]);
        const queue = [from];
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
            if (next === goal) {
                return true;
            }
            for (const other of this.after.get(next) ?? []) {
                if (!seen.has(other)) {
                    seen.add(other);
                    queue.push(other);
                }
            }
        }
        return false;
    }
}

/** The column of each node, from 0: its longest way from a node that nothing leads to. The edges form no circle. */
export function columnsOf(nodes: readonly string[], edges: readonly { readonly from: string; readonly to: string }[]): ReadonlyMap<string, number> {
    const columns = new Map(nodes.map((node) => [node, 0]));
    for (let changed = true, round = 0; changed && round <= nodes.length; round += 1) {
        changed = false;
        for (const { from, to } of edges) {
            const least = (columns.get(from) ?? 0) + 1;
            if (from !== to && (columns.get(to) ?? 0) < least) {
                columns.set(to, least);
                changed = true;
            }
        }
    }
    return columns;
}
