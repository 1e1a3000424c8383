import type { Hop } from './hops.ts';

/**
 * The hops that decide where systems stand: all but the last few of the text, so that a flow added behind the others finds its way in a
 * picture that stays as it is. From time to time, as flows are added, all of them are taken into account anew.
 */
export function settledHops(hops: readonly Hop[]): readonly Hop[] {
    return hops.slice(0, hops.length - (hops.length % lateStep(hops.length)));
}

/** From so many hops on, more of them may come before all are taken into account anew. */
const manyHops = 64;

/** From so many hops to so many more the picture stays as it is. */
export function lateStep(count: number): number {
    let step = 1;
    while (step * (count < manyHops ? 10 : 8) <= count) step *= 2;
    return step;
}
