import type { Duration, Flow } from './crm-model.ts';
import { longestGap } from './cron-gap.ts';

const second: Readonly<Record<Duration['unit'], number>> = {
    second: 1,
    minute: 60,
    hour: 3600,
    day: 86_400,
    week: 604_800,
    month: 2_592_000,
    year: 31_536_000,
};

/** What near-real-time counts where the flow states no latency, in seconds. */
const nearRealTime = 900;

/** A length of time in seconds; a month counts 30 days, a year 365. */
export function secondsOf({ amount, unit }: Duration): number {
    return amount * second[unit];
}

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
