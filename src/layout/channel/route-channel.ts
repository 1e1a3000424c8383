/**
 * Routes lines through the free strip between two columns: each comes in level from the left, goes up or down on a track of its own,
 * and goes out level to the right. After Hashimoto and Stevens' channel routing (1971) with vertical constraints; circles among
 * these are opened by a second track for one of the lines (Deutsch's dogleg, 1976). All lengths are px.
 */

/** A line by its levels at the two sides. No two have the same level on one side. */
export interface ChannelNet {
    readonly id: string;
    readonly from: number;
    readonly to: number;
}

/** The upright parts of a line, from the left: the track that each stands on, counted from 0, and the level that it leads to. */
export type ChannelRoute = readonly { readonly track: number; readonly to: number }[];

export interface RoutedChannel {
    readonly tracks: number;
    /** By the line's id; a line that goes straight has none. */
    readonly routes: ReadonlyMap<string, ChannelRoute>;
}

/** Nearer than this, two lines are taken for one. */
const clearance = 10;

interface Part {
    readonly net: string;
    readonly from: number;
    readonly to: number;
}

/** Finds few tracks and few crossings. The same nets give the same routes. */
export function routeChannel(nets: readonly ChannelNet[]): RoutedChannel {
    const parts = withoutCircles(
        nets.filter((net) => Math.abs(net.from - net.to) > 0.01).map((net) => ({ net: net.id, from: net.from, to: net.to })),
        nets.flatMap((net) => [net.from, net.to]),
    );
    const left = parts.map((part) => parts.map((other) => mustBeLeft(part, other)));
    const order = sifted(parts, left);
    const tracks: number[] = parts.map(() => 0);
    order.forEach((index, place) => {
        const earlier = order.slice(0, place).filter((other) => left[other]?.[index] || meet(parts[other] as Part, parts[index] as Part));
        tracks[index] = Math.max(-1, ...earlier.map((other) => tracks[other] ?? 0)) + 1;
    });
    const routes = new Map<string, { track: number; to: number }[]>();
    parts.forEach((part, index) => {
        routes.set(part.net, [...(routes.get(part.net) ?? []), { track: tracks[index] ?? 0, to: part.to }]);
    });
    return { tracks: Math.max(-1, ...tracks) + 1, routes };
}

/** A comes in at the level at which B goes out, or A leads on to B: A's track stands left of B's. */
function mustBeLeft(a: Part, b: Part): boolean {
    if (a === b) {
        return false;
    }
    return a.net === b.net ? a.to === b.from : Math.abs(a.from - b.to) < clearance;
}

/** Would they touch on one track? */
function meet(a: Part, b: Part): boolean {
    return Math.min(a.from, a.to) < Math.max(b.from, b.to) + clearance && Math.min(b.from, b.to) < Math.max(a.from, a.to) + clearance;
}

/** Splits lines until no part must stand left of itself. */
function withoutCircles(parts: readonly Part[], levels: readonly number[]): Part[] {
    const result = [...parts];
    const taken = [...levels];
    for (let circle = circleOf(result); circle !== undefined; circle = circleOf(result)) {
        const longest = circle.reduce((best, index) => (reach(result[index] as Part) > reach(result[best] as Part) ? index : best));
        const part = result[longest] as Part;
        const middle = freeLevel(part, taken);
        taken.push(middle);
        result.splice(longest, 1, { ...part, to: middle }, { ...part, from: middle });
    }
    return result;
}

function reach(part: Part): number {
    return Math.abs(part.from - part.to);
}

/** A level apart from all others, within the line's own if there is one, else just outside all. */
function freeLevel(part: Part, taken: readonly number[]): number {
    const [low, high] = [Math.min(part.from, part.to), Math.max(part.from, part.to)];
    const middle = (low + high) / 2;
    const free = (level: number): boolean => taken.every((other) => Math.abs(other - level) >= clearance);
    for (let by = 0; middle + by < high; by += 2) {
        const found = [middle + by, middle - by].find(free);
        if (found !== undefined) {
            return found;
        }
    }
    for (let by = 2; ; by += 2) {
        const found = [high + by, low - by].find(free);
        if (found !== undefined) {
            return found;
        }
    }
}

/** Some parts that must stand left of each other in a ring. */
function circleOf(parts: readonly Part[]): number[] | undefined {
    const next = parts.map((part) => parts.flatMap((other, index) => (mustBeLeft(part, other) ? [index] : [])));
    const state = parts.map(() => 0);
    const path: number[] = [];
    const visit = (index: number): number[] | undefined => {
        if (state[index] === 1) {
            return path.slice(path.indexOf(index));
        }
        if (state[index] === 2) {
            return undefined;
        }
        state[index] = 1;
        path.push(index);
        for (const other of next[index] ?? []) {
            const found = visit(other);
            if (found !== undefined) {
                return found;
            }
        }
        path.pop();
        state[index] = 2;
        return undefined;
    };
    for (let index = 0; index < parts.length; index += 1) {
        const found = visit(index);
        if (found !== undefined) {
            return found;
        }
    }
    return undefined;
}

/** How often two parts cross when the first stands left of the second. */
function crossings(a: Part, b: Part): number {
    const within = (level: number, part: Part): number => (level > Math.min(part.from, part.to) && level < Math.max(part.from, part.to) ? 1 : 0);
    return within(a.to, b) + within(b.from, a);
}

/** An order from left to right that keeps to what must be left, with few crossings: each part in turn goes where it crosses least. */
function sifted(parts: readonly Part[], left: readonly (readonly boolean[])[]): number[] {
    let order = sorted(parts, left);
    const gain = parts.map((a) => parts.map((b) => crossings(a, b) - crossings(b, a)));
    for (let round = 0; round < 4; round += 1) {
        let changed = false;
        for (const index of order) {
            const rest = order.filter((other) => other !== index);
            const lowest = rest.reduce((least, other, place) => (left[other]?.[index] ? place + 1 : least), 0);
            const highest = rest.findIndex((other) => left[index]?.[other]);
            const last = highest < 0 ? rest.length : highest;
            // Cost of each place, counted from that before all others.
            let cost = 0;
            const costs = [0, ...rest.map((other) => (cost += gain[other]?.[index] ?? 0))];
            const now = order.indexOf(index);
            let best = now;
            for (let place = lowest; place <= last; place += 1) {
                if ((costs[place] ?? 0) < (costs[best] ?? 0)) {
                    best = place;
                }
            }
            if (best !== now) {
                order = [...rest.slice(0, best), index, ...rest.slice(best)];
                changed = true;
            }
        }
        if (!changed) {
            break;
        }
    }
    return order;
}

/** Those that must be left first; among the free ones the downward lines from below, then the upward ones from above. */
function sorted(parts: readonly Part[], left: readonly (readonly boolean[])[]): number[] {
    const wanted = parts.map((_, index) => index).sort((a, b) => rank(parts[a] as Part) - rank(parts[b] as Part) || a - b);
    const order: number[] = [];
    const rest = new Set(wanted);
    while (rest.size > 0) {
        const next = wanted.find((index) => rest.has(index) && ![...rest].some((other) => left[other]?.[index]));
        if (next === undefined) {
            return [...order, ...rest];
        }
        order.push(next);
        rest.delete(next);
    }
    return order;
}

function rank(part: Part): number {
    return part.to > part.from ? -part.from : part.from;
}
