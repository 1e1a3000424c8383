/**
 * Routes lines through the free strip between two columns: a line comes in level, goes up or down on a track of its own, and goes out
 * level, at the other side or at the same one. After Hashimoto and Stevens' channel routing (1971) with vertical constraints; circles
 * among these are opened by a second track for one of the lines (Deutsch's dogleg, 1976). All lengths are px.
 */

/** A line by the levels of its two ends. No two lines have nearly the same level at one side. */
export interface StripNet {
    readonly from: number;
    readonly to: number;
    /** `across` from the left side to the right one; else both ends are at this side. */
    readonly runs: 'across' | 'left' | 'right';
    /** What the label takes of the strip at one of the sides, and up and down from its level. */
    readonly label?: StripLabel;
    /** It goes where room is kept for labels, if need be: they give way. */
    readonly passesLabels?: boolean;
}

export interface StripLabel {
    readonly side: 'left' | 'right';
    readonly width: number;
    readonly above: number;
    readonly below: number;
    /** Bare line at each side of it. */
    readonly bare: number;
}

export interface RoutedStrip {
    readonly width: number;
    /** For each net its upright parts from its first end to its second: where each stands, from the left side of the strip, and to which level it leads. */
    readonly routes: readonly (readonly { readonly x: number; readonly to: number }[])[];
}

/** Nearer than this, two lines are taken for one. */
const clearance = 10;
const trackPitch = 12;
/** Between the strip's sides and its first and last tracks. */
const sideRoom = 18;
const labelRoom = 8;
const leastWidth = 36;

interface Part {
    readonly net: number;
    /** Levels of its ends at the left and at the right. */
    readonly left: readonly number[];
    readonly right: readonly number[];
    readonly low: number;
    readonly high: number;
}

/** Few crossings, and then as narrow as can be. The same nets give the same routes. */
export function routeStrip(nets: readonly StripNet[]): RoutedStrip {
    const parts = withoutCircles(nets);
    const order = sifted(parts);
    const xs = placeTracks(order, parts, nets);
    const routes = nets.map((): { x: number; to: number }[] => []);
    parts.forEach((part, index) => {
        const net = nets[part.net] as StripNet;
        const to = net.runs === 'across' ? (part.right[0] ?? 0) : net.to;
        routes[part.net]?.push({ x: xs[index] ?? 0, to });
    });
    return { width: widthOf(xs, parts, nets), routes };
}

function partOf(net: number, left: readonly number[], right: readonly number[]): Part {
    const all = [...left, ...right];
    return { net, left, right, low: Math.min(...all), high: Math.max(...all) };
}

function partsOf(nets: readonly StripNet[]): Part[] {
    return nets.flatMap(({ from, to, runs }, index) => {
        if (runs === 'left') return [partOf(index, [from, to], [])];
        if (runs === 'right') return [partOf(index, [], [from, to])];
        return Math.abs(from - to) < 0.01 ? [] : [partOf(index, [from], [to])];
    });
}

/** A comes in at the level at which B goes out, or A leads on to B: A's track stands left of B's. */
function mustBeLeft(a: Part, b: Part): boolean {
    if (a.net === b.net) return a.right[0] !== undefined && a.right[0] === b.left[0] && a !== b;
    return a.left.some((one) => b.right.some((other) => Math.abs(one - other) < clearance));
}

/** Splits lines until no part must stand left of itself. */
function withoutCircles(nets: readonly StripNet[]): Part[] {
    const parts = partsOf(nets);
    const taken = nets.flatMap((net) => [net.from, net.to]);
    for (let circle = circleOf(parts); circle !== undefined; circle = circleOf(parts)) {
        const longest = circle.reduce((best, index) => (reach(parts[index]) > reach(parts[best]) ? index : best));
        const part = parts[longest] as Part;
        const middle = freeLevel(part, taken);
        taken.push(middle);
        parts.splice(longest, 1, partOf(part.net, part.left, [middle]), partOf(part.net, [middle], part.right));
    }
    return parts;
}

function reach(part: Part | undefined): number {
    return part === undefined ? 0 : part.high - part.low;
}

/** A level apart from all others, within the line's own if there is one, else just outside all. */
function freeLevel(part: Part, taken: readonly number[]): number {
    const free = (level: number): boolean => taken.every((other) => Math.abs(other - level) >= clearance);
    const middle = (part.low + part.high) / 2;
    for (let by = 0; middle + by < part.high; by += 2) {
        const found = [middle + by, middle - by].find(free);
        if (found !== undefined) return found;
    }
    for (let by = 2; ; by += 2) {
        const found = [part.high + by, part.low - by].find(free);
        if (found !== undefined) return found;
    }
}

/** Some parts that must stand left of each other in a ring. */
function circleOf(parts: readonly Part[]): number[] | undefined {
    const next = parts.map((part) => parts.flatMap((other, index) => (part !== other && mustBeLeft(part, other) ? [index] : [])));
    const state = new Uint8Array(parts.length);
    const path: number[] = [];
    const visit = (index: number): number[] | undefined => {
        if (state[index] === 1) return path.slice(path.indexOf(index));
        if (state[index] === 2) return undefined;
        state[index] = 1;
        path.push(index);
        for (const other of next[index] ?? []) {
            const found = visit(other);
            if (found !== undefined) return found;
        }
        path.pop();
        state[index] = 2;
        return undefined;
    };
    for (let index = 0; index < parts.length; index += 1) {
        const found = visit(index);
        if (found !== undefined) return found;
    }
    return undefined;
}

/** How often two parts cross when the first stands left of the second. */
function crossings(a: Part, b: Part): number {
    let count = 0;
    for (const level of b.left) if (level > a.low && level < a.high) count += 1;
    for (const level of a.right) if (level > b.low && level < b.high) count += 1;
    return count;
}

/** An order from left to right that keeps to what must be left, with few crossings: each part in turn goes where it crosses least. */
function sifted(parts: readonly Part[]): number[] {
    const count = parts.length;
    const left = new Uint8Array(count * count);
    const gain = new Int8Array(count * count);
    parts.forEach((a, i) =>
        parts.forEach((b, j) => {
            if (i === j) return;
            left[i * count + j] = mustBeLeft(a, b) ? 1 : 0;
            gain[i * count + j] = crossings(a, b) - crossings(b, a);
        }),
    );
    let order = sorted(parts, left);
    for (let round = 0; round < 5; round += 1) {
        let changed = false;
        for (const index of order.slice()) {
            const now = order.indexOf(index);
            order.splice(now, 1);
            // Cost of each place, counted from that before all others.
            let [cost, best, least, lowest] = [0, -1, 0, 0];
            order.forEach((other, place) => {
                if (left[other * count + index] === 1) lowest = place + 1;
            });
            let kept = 0;
            for (let place = 0; place <= order.length; place += 1) {
                if (place > 0) {
                    const before = order[place - 1] as number;
                    if (left[index * count + before] === 1) break;
                    cost += gain[before * count + index] as number;
                }
                if (place === now) kept = cost;
                if (place >= lowest && (best < 0 || cost < least)) [best, least] = [place, cost];
            }
            const goes = best < 0 || least >= kept ? now : best;
            changed ||= goes !== now;
            order.splice(goes, 0, index);
        }
        if (!changed) break;
    }
    return order;
}

/** Those that must be left first; among the free ones the downward lines from below, then the upward ones from above. */
function sorted(parts: readonly Part[], left: Uint8Array): number[] {
    const count = parts.length;
    const rank = (part: Part): number => {
        const [from, to] = [part.left[0] ?? part.right[0] ?? 0, part.right[0] ?? part.left[1] ?? 0];
        return to > from ? -from : from;
    };
    const ranks = parts.map(rank);
    const waits = parts.map((_, index) => parts.reduce((sum, __, other) => sum + (left[other * count + index] ?? 0), 0));
    const rest = parts.map((_, index) => index).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
    const order: number[] = [];
    while (rest.length > 0) {
        const at = Math.max(
            0,
            rest.findIndex((index) => waits[index] === 0),
        );
        const next = rest.splice(at, 1)[0] as number;
        order.push(next);
        for (const other of rest) waits[other] = (waits[other] ?? 0) - (left[next * count + other] ?? 0);
    }
    return order;
}

interface LabelBox {
    readonly low: number;
    readonly high: number;
    /** How far it reaches into the strip, with the bare line behind it. */
    readonly reach: number;
}

function labelsAt(side: 'left' | 'right', nets: readonly StripNet[]): LabelBox[] {
    return nets.flatMap(({ from, to, runs, label }) => {
        if (label === undefined || label.side !== side) return [];
        const level = side === 'left' || runs === 'right' ? from : to;
        return [{ low: level - label.above, high: level + label.below, reach: label.width + 2 * label.bare }];
    });
}

/** Each track as far to the left as labels and the tracks before it allow. */
function placeTracks(order: readonly number[], parts: readonly Part[], nets: readonly StripNet[]): number[] {
    const labels = labelsAt('left', nets);
    const xs = new Array<number>(parts.length).fill(0);
    order.forEach((index, place) => {
        const part = parts[index] as Part;
        let x = sideRoom;
        for (const label of nets[part.net]?.passesLabels ? [] : labels) {
            if (label.low < part.high + 4 && part.low < label.high + 4) x = Math.max(x, label.reach);
        }
        for (let before = 0; before < place; before += 1) {
            const at = order[before] as number;
            const other = parts[at] as Part;
            if (other.low < part.high + clearance && part.low < other.high + clearance) x = Math.max(x, (xs[at] ?? 0) + trackPitch);
        }
        xs[index] = x;
    });
    return xs;
}

/** Wide enough for all tracks, and for the labels at the right side. */
function widthOf(xs: readonly number[], parts: readonly Part[], nets: readonly StripNet[]): number {
    const left = labelsAt('left', nets);
    let width = Math.max(leastWidth, ...left.map((label) => label.reach), ...xs.map((x) => x + sideRoom));
    for (const label of labelsAt('right', nets)) {
        let from = 0;
        left.forEach((other) => {
            if (other.low < label.high + 4 && label.low < other.high + 4) from = Math.max(from, other.reach + labelRoom);
        });
        parts.forEach((part, index) => {
            if (!nets[part.net]?.passesLabels && part.low < label.high + 4 && label.low < part.high + 4) from = Math.max(from, xs[index] ?? 0);
        });
        width = Math.max(width, from + label.reach);
    }
    return width;
}
