import type { Duration, Flow } from '../../model/crm-model.ts';
import { countWords, durationWords, numberWords } from '../words/value-words.ts';
import { delayOf, secondsOf } from '../../model/flow-delay.ts';

/** How old data can be that comes over flows. */
export type Age =
    | { readonly kind: 'known'; readonly seconds: number }
    /** Data moves when somebody moves it. */
    | { readonly kind: 'unlimited'; readonly flow: Flow }
    /** A flow states no timing, or one that cannot be reckoned with. */
    | { readonly kind: 'unknown'; readonly flow: Flow };

/** How old data can be because of one flow: the longest time between two runs, and how long each takes. */
export function flowAge(flow: Flow): Age {
    const seconds = delayOf(flow);
    if (seconds === undefined) return { kind: 'unknown', flow };
    return seconds === Number.POSITIVE_INFINITY ? { kind: 'unlimited', flow } : { kind: 'known', seconds };
}

const rank = { known: 0, unknown: 1, unlimited: 2 } as const;

/** The age after one flow and another. */
export function addAges(a: Age, b: Age): Age {
    return a.kind === 'known' && b.kind === 'known' ? { kind: 'known', seconds: a.seconds + b.seconds } : isOlder(a, b) ? a : b;
}

/** Whether the first age is certain to be worse: no limit before not known before any number. */
export function isOlder(a: Age, b: Age): boolean {
    return a.kind === 'known' && b.kind === 'known' ? a.seconds > b.seconds : rank[a.kind] > rank[b.kind];
}

/** Whether data of this age is too old for what is allowed. What is not known is not called too old. */
export function isTooOld(age: Age, allowed: Duration): boolean {
    return age.kind === 'unlimited' || (age.kind === 'known' && age.seconds > secondsOf(allowed));
}

const units = ['week', 'day', 'hour', 'minute', 'second'] as const;
const lengthOf = (unit: (typeof units)[number]): number => secondsOf({ amount: 1, unit });

/** `15 minutes`, `1 day 2 hours`: the two greatest units of a time. */
export function timeWords(seconds: number): string {
    const largest = units.find((unit) => seconds >= lengthOf(unit) && (unit !== 'week' || seconds % lengthOf(unit) === 0));
    if (largest === undefined) {
        return seconds === 0 ? 'no time' : `${numberWords(Math.round(seconds * 10) / 10)}\u00a0seconds`;
    }
    const amount = Math.floor(seconds / lengthOf(largest));
    const next = units[units.indexOf(largest) + 1];
    const rest = next === undefined ? 0 : Math.floor((seconds - amount * lengthOf(largest)) / lengthOf(next));
    const main = durationWords({ amount, unit: largest });
    return next === undefined || rest === 0 ? main : `${main} ${countWords(rest, next)}`;
}

/** `up to 15 minutes old`, `as old as the last run of I-06 by hand`, `of unknown age: I-05 states no timing`. */
export function ageWords(age: Age): string {
    switch (age.kind) {
        case 'known':
            return age.seconds === 0 ? 'always current' : `up to ${timeWords(age.seconds)} old`;
        case 'unlimited':
            return `of any age: ${age.flow.number} is manual`;
        case 'unknown':
            return `of unknown age: ${age.flow.number} states no ${age.flow.timing === 'scheduled' ? 'timetable' : 'timing'}`;
    }
}
