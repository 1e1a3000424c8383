const longest = 200;

/**
 * The candidate that is most like a word, or undefined when none is near enough to be meant.
 * Distance is Damerau–Levenshtein's restricted form (optimal string alignment), without regard to case; near enough is a third of
 * the word's length, and at least 1; a single letter is like no other one, nor is what is longer than any word. Equal distances go to
 * the earlier candidate. Dashes and underscores do not count.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
    const wanted = plain(word);
    if (wanted.length > longest) return undefined;
    const limit = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
    let best: string | undefined;
    let bestDistance = limit + 1;
    for (const candidate of candidates) {
        // Without its dashes a candidate is shorter still.
        if (candidate.length <= wanted.length - bestDistance) continue;
        const other = plain(candidate);
        if (Math.abs(other.length - wanted.length) >= bestDistance) continue;
        const distance = alignmentDistance(wanted, other, bestDistance);
        if (other.length < 2 && distance > 0) continue;
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

const marks = /[-_`\s]/;

function plain(word: string): string {
    const small = word.toLowerCase();
    return marks.test(small) ? small.replaceAll(/[-_`\s]/g, '') : small;
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. Infinity once it cannot be below the bound. */
function alignmentDistance(a: string, b: string, bound: number): number {
    let before: number[] = [];
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    let lowestBefore = 0;
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        let lowest = i;
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (before[j - 2] ?? 0) + 1);
            row.push(value);
            lowest = Math.min(lowest, value);
        }
        // A swap reaches back over one row.
        if (Math.min(lowest, lowestBefore + 1) >= bound) return Number.POSITIVE_INFINITY;
        lowestBefore = lowest;
        before = previous;
        previous = row;
    }
    return previous[b.length] ?? a.length;
}
