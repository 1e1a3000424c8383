import type { Duration } from '../model/crm-model.ts';
import { secondsOf } from '../model/flow-delay.ts';

const day = 86_400;
const seconds: Readonly<Record<string, number>> = {
    second: 1,
    minute: 60,
    hour: 3600,
    day,
    week: 7 * day,
    month: 30 * day,
    quarter: 91 * day,
    year: 365 * day,
};
const months: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** How many times a unit of time goes into another: `per('hour', 'day')` is 24; undefined where one is unknown. */
export function unitsPer(unit: string, other: string): number | undefined {
    const [small, large] = [seconds[unit], seconds[other]];
    return small === undefined || large === undefined ? undefined : large / small;
}

/** How many months a unit of time has; parts of a month for shorter ones. */
export function monthsOf(unit: string): number | undefined {
    return months[unit] ?? (seconds[unit] === undefined ? undefined : (seconds[unit] * 12) / (365 * day));
}

/** The day after a length of time, by the calendar; undefined where a date is none. A month later than the 31st is its last day. */
export function dayAfter(date: string, { amount, unit }: Duration): string | undefined {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
    if (!match) return undefined;
    const [year = 0, month = 1, dayOfMonth = 1] = match.slice(1).map(Number);
    const inMonths = months[unit];
    if (inMonths === undefined) return isoOf(Date.UTC(year, month - 1, dayOfMonth) + secondsOf({ amount, unit }) * 1000);
    const first = month - 1 + Math.round(amount * inMonths);
    const last = new Date(Date.UTC(year, first + 1, 0)).getUTCDate();
    return isoOf(Date.UTC(year, first, Math.min(dayOfMonth, last)));
}

/** The month a number of months later, `2027-05`. */
export function monthAfter(date: string, count: number): string {
    return dayAfter(date, { amount: count, unit: 'month' })?.slice(0, 7) ?? '';
}

function isoOf(time: number): string | undefined {
    const date = new Date(time);
    // Beyond the year 9999 a date is written otherwise, and means nothing here.
    return date.getUTCFullYear() <= 9999 ? date.toISOString().slice(0, 10) : undefined;
}

const spoken = ['week', 'day', 'hour', 'minute', 'second'] as const;

/** `15 minutes`, `60 hours`: a time in the largest unit that it fills without a rest. */
export function timeWords(time: number): string {
    const unit = spoken.find((word) => time >= (seconds[word] ?? 0) && time % (seconds[word] ?? 1) === 0) ?? 'second';
    const amount = Math.round((time / (seconds[unit] ?? 1)) * 10) / 10;
    return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
