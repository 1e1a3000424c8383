import type { Flow } from '../../model/crm-model.ts';
import { secondsOf, timeWords } from '../times.ts';
import { longestGap } from '../../model/cron-gap.ts';

/** What near-real-time counts where the flow states no latency, in seconds. */
const nearRealTime = 900;

/**
 * How old data can be because of a flow, in seconds: the longest time between two runs, and how long each takes. Infinite for a
 * flow by hand; undefined where the map does not say.
 */
export function delayOf(flow: Flow): number | undefined {
    const latency = flow.latency && secondsOf(flow.latency);
    switch (flow.timing) {
        case 'real-time':
        case 'event':
            return latency ?? 0;
        case 'near-real-time':
            return latency ?? nearRealTime;
        case 'scheduled': {
            const gap = flow.cron === undefined ? undefined : longestGap(flow.cron);
            return gap === undefined ? undefined : gap * 60 + (latency ?? 0);
        }
        case 'manual':
            return Number.POSITIVE_INFINITY;
        default:
            return undefined;
    }
}

/** `takes up to 1 day`, `is done by hand`. */
export function delayWords(delay: number): string {
    return delay === Number.POSITIVE_INFINITY ? 'is done by hand, whenever somebody does it' : `takes up to ${timeWords(delay)}`;
}
