import { Lookahead } from '../../language/parser/lookahead.ts';

type Follow = (this: Lookahead, threads: readonly unknown[], ...rest: unknown[]) => { readonly threads: readonly unknown[] };

/** Counts the ways that the parser follows while something runs: a measure of its time that is the same on every machine. */
export async function countSteps<T>(run: () => Promise<T>): Promise<{ readonly result: T; readonly steps: number }> {
    const prototype = Lookahead.prototype as unknown as { followAt: Follow };
    const { followAt } = prototype;
    let steps = 0;
    prototype.followAt = function (...args) {
        const followed = followAt.apply(this, args);
        steps += 1 + followed.threads.length;
        return followed;
    };
    try {
        return { result: await run(), steps };
    } finally {
        prototype.followAt = followAt;
    }
}
