import type { Duration, MapInfo } from '../../model/crm-model.ts';
import type { SheetFact } from '../sheet.ts';
import { dateWords } from './value-words.ts';

const lastYear = 9999;

/** The ISO date after a duration; nothing where the text is no date, the duration is shorter than a day, or the calendar ends before. */
export function dateAfter(iso: string, duration: Duration): string | undefined {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
    const step = daysAndMonths(duration);
    if (day === undefined || step === undefined) {
        return undefined;
    }
    const first = new Date(Date.UTC(Number(year), Number(month) - 1 + step.months, 1));
    const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    first.setUTCDate(Math.min(Number(day), lastDay) + step.days);
    return first.getUTCFullYear() <= lastYear ? first.toISOString().slice(0, 10) : undefined;
}

function daysAndMonths(duration: Duration): { readonly days: number; readonly months: number } | undefined {
    switch (duration.unit) {
        case 'day':
            return { days: duration.amount, months: 0 };
        case 'week':
            return { days: 7 * duration.amount, months: 0 };
        case 'month':
            return { days: 0, months: duration.amount };
        case 'year':
            return { days: 0, months: 12 * duration.amount };
        default:
            return undefined;
    }
}

/** The fact column of a review: `30 Sep 2026`, `next 29 Dec 2026`; none where the map states no review. */
export function reviewFact(map: MapInfo): SheetFact | undefined {
    if (map.reviewed === undefined) {
        return undefined;
    }
    const next = map.reviewEvery === undefined ? undefined : dateAfter(map.reviewed, map.reviewEvery);
    const value = dateWords(map.reviewed);
    return next === undefined ? { caption: 'Reviewed', value } : { caption: 'Reviewed', value, second: `next ${dateWords(next)}` };
}
