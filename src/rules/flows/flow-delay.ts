import { timeWords } from '../times.ts';

/** `takes up to 1 day`, `is done by hand`; of a delay in seconds. */
export function delayWords(delay: number): string {
    return delay === Number.POSITIVE_INFINITY ? 'is done by hand, whenever somebody does it' : `takes up to ${timeWords(delay)}`;
}
