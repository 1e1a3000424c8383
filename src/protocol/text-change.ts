/** A stretch of a text, counted in UTF-16 units of the text before, and what has taken its place. */
export interface TextDifference {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/** What is other in a text than it was: stretches in the order of the text, which do not overlap. */
export type TextChange = readonly TextDifference[];

/** The stretches in which two texts differ, found line by line; each as short as can be. */
export function changeOf(before: string, after: string): TextChange {
    const whole = differenceOf(before, after);
    const start = lineStart(before, whole.start);
    const end = lineEnd(before, whole.end);
    const old = linesOf(before, start, end);
    const fresh = linesOf(after, start, end + after.length - before.length);
    if (old.lines.length < 2 && fresh.lines.length < 2) return whole.start === whole.end && whole.text === '' ? [] : [whole];
    const found: TextDifference[] = [];
    const note = (oldFrom: number, oldTo: number, from: number, to: number): void => {
        const at = old.starts[oldFrom] ?? end;
        const was = before.slice(at, old.starts[oldTo] ?? end);
        const is = after.slice(fresh.starts[from] ?? fresh.end, fresh.starts[to] ?? fresh.end);
        if (was === is) return;
        const inner = differenceOf(was, is);
        found.push({ start: at + inner.start, end: at + inner.end, text: inner.text });
    };
    let [oldAt, at] = [0, 0];
    for (const [oldLine, line] of sameInPlace(old.lines, fresh.lines) ?? sameLines(old.lines, fresh.lines)) {
        if (oldLine > oldAt || line > at) note(oldAt, oldLine, at, line);
        [oldAt, at] = [oldLine + 1, line + 1];
    }
    note(oldAt, old.lines.length, at, fresh.lines.length);
    return found;
}

/** The later text. */
export function withChange(before: string, change: TextChange): string {
    let after = '';
    let at = 0;
    for (const { start, end, text } of change) {
        after += before.slice(at, start) + text;
        at = end;
    }
    return after + before.slice(at);
}

/** The one stretch in which two texts differ, as short as can be. */
function differenceOf(before: string, after: string): TextDifference {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
    let same = 0;
    while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
    return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

function lineStart(text: string, at: number): number {
    return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end + 1;
}

interface Lines {
    readonly lines: readonly string[];
    readonly starts: readonly number[];
    readonly end: number;
}

function linesOf(text: string, start: number, end: number): Lines {
    const lines: string[] = [];
    const starts: number[] = [];
    for (let at = start; at < end; ) {
        const next = Math.min(end, lineEnd(text, at));
        starts.push(at);
        lines.push(text.slice(at, next));
        at = next;
    }
    return { lines, starts, end };
}

/** Pairs of lines that stay where they are, of texts with as many lines that have nearly all of them in common: most pictures keep their lines. */
function sameInPlace(old: readonly string[], fresh: readonly string[]): (readonly [number, number])[] | undefined {
    if (old.length !== fresh.length) return undefined;
    const most = old.length / 8;
    const pairs: (readonly [number, number])[] = [];
    for (const [index, line] of fresh.entries()) {
        if (old[index] === line) pairs.push([index, index]);
        else if (index - pairs.length > most) return undefined;
    }
    return pairs;
}

/**
 * Pairs of lines that stay, in order: first those that both texts have once (after Bram Cohen's patience diff), the longest run of
 * them that keeps its order, then the same lines before and behind each.
 */
function sameLines(old: readonly string[], fresh: readonly string[]): (readonly [number, number])[] {
    const pairs: (readonly [number, number])[] = [];
    let [oldAt, at] = [0, 0];
    for (const [oldLine, line] of [...inOrder(onceInBoth(old, fresh)), [old.length, fresh.length] as const]) {
        while (oldAt < oldLine && at < line && old[oldAt] === fresh[at]) pairs.push([oldAt++, at++]);
        let back = 0;
        while (oldLine - back > oldAt && line - back > at && old[oldLine - back - 1] === fresh[line - back - 1]) back++;
        for (let step = back; step > 0; step--) pairs.push([oldLine - step, line - step]);
        [oldAt, at] = [oldLine, line];
    }
    return pairs;
}

/** The places of the lines that both texts have just once, in the order of the later one. */
function onceInBoth(old: readonly string[], fresh: readonly string[]): (readonly [number, number])[] {
    const repeated = -1;
    const places = new Map<string, number>();
    for (const [index, line] of old.entries()) places.set(line, places.has(line) ? repeated : index);
    const found = new Map<string, readonly [number, number] | undefined>();
    for (const [index, line] of fresh.entries()) {
        const place = places.get(line);
        if (place === undefined || place === repeated) continue;
        found.set(line, found.has(line) ? undefined : [place, index]);
    }
    return [...found.values()].filter((pair) => pair !== undefined);
}

/** The most pairs of which both numbers rise; the second ones do already. */
function inOrder(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
    const before: number[] = [];
    /** By the length of a run: the pair that ends one with the least first number. */
    const ends: number[] = [];
    for (const [index, [place]] of pairs.entries()) {
        let [low, high] = [0, ends.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((pairs[ends[middle] ?? 0]?.[0] ?? 0) < place) low = middle + 1;
            else high = middle;
        }
        before[index] = ends[low - 1] ?? -1;
        ends[low] = index;
    }
    const run: (readonly [number, number])[] = [];
    for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.push(pairs[at] as readonly [number, number]);
    return run.reverse();
}
