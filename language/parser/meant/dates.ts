import { daysIn } from '../../calendar.ts';
import type { Meant } from './meant.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(${months.join('|')})[a-z]*\\.?`;

/** The forms of whole dates: the places of year, month and day among their parts. */
const whole: readonly (readonly [pattern: RegExp, year: number, month: number, day: number])[] = [
    [/^(\d{1,2})\.[ \t]?(\d{1,2})\.[ \t]?(\d{4})(?![\d.])/, 3, 2, 1],
    [/^(\d{4})[./](\d{1,2})[./](\d{1,2})(?![\d.])/, 1, 2, 3],
    [/^(20\d{2})([01]\d)([0-3]\d)(?!\d)/, 1, 2, 3],
    [/^"(\d{4})-(\d{1,2})-(\d{1,2})"/, 1, 2, 3],
    [/^(\d{4})-(\d{1,2})-(\d{1,2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?/, 1, 2, 3],
    [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]${month},?[ -](\\d{4})`, 'i'), 3, 2, 1],
    [new RegExp(`^${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, 'i'), 3, 1, 2],
];

/** Dates as others write them; `property` tells whether the first or the last day of a longer time is meant. */
export function meantDate(text: string, property: string): Meant | undefined {
    for (const [pattern, ...places] of whole) {
        const found = pattern.exec(text);
        const [year = '', month = '', day = ''] = places.map((place) => found?.[place] ?? '');
        const date = found && dateOf(year, monthOf(month), Number(day));
        if (date) return { length: found[0].length, message: told(found[0], date), write: date };
    }
    return slashed(text) ?? period(text, property);
}

/** `24/08/2026`: the day comes first in most of the world, the month in some of it. */
function slashed(text: string): Meant | undefined {
    const [all, first = '', second = '', year = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text) ?? [];
    if (all === undefined) return undefined;
    const dates = [dateOf(year, Number(second), Number(first)), dateOf(year, Number(first), Number(second))].filter((date) => date !== undefined);
    const [date, other] = new Set(dates);
    if (date === undefined) return undefined;
    if (other === undefined) return { length: all.length, message: told(all, date), write: date };
    return { length: all.length, message: `A date is written year-month-day: ${date}, or ${other}.`, choices: [date, other] };
}

/** A month, a quarter or a year, of which a day is wanted. */
function period(text: string, property: string): Meant | undefined {
    const last = property === 'due' || property === 'until';
    const quarter = /^(?:Q([1-4])[ /-]?(\d{4})|(\d{4})[ /-]?Q([1-4]))(?!\d)/i.exec(text);
    const named = new RegExp(`^${month}[ ,/-]+(\\d{4})(?!\\d)`, 'i').exec(text);
    const numbered = /^(\d{4})[-/](\d{1,2})(?![\d/-])/.exec(text) ?? undefined;
    const year = /^((?:19|20)\d{2})(?![\d./_-])/.exec(text);
    const found = quarter ?? named ?? numbered ?? year;
    if (!found) return undefined;
    const number = Number(quarter?.[1] ?? quarter?.[4] ?? 1);
    const [of, from, to] = quarter
        ? [quarter[2] ?? quarter[3], number * 3 - 2, number * 3]
        : named
          ? [named[2], monthOf(named[1] ?? ''), monthOf(named[1] ?? '')]
          : numbered
            ? [numbered[1], Number(numbered[2]), Number(numbered[2])]
            : [year?.[1], 1, 12];
    const day = last ? daysIn(Number(of), to) : 1;
    const date = dateOf(of ?? '', last ? to : from, day);
    return date === undefined ? undefined : { length: found[0].length, message: `A date has a year, a month and a day, such as ${date}.`, choices: [date] };
}

function told(written: string, date: string): string {
    return written.startsWith('"') ? `A date stands without quotes. Write ${date}.` : `A date is written year-month-day. Write ${date}.`;
}

function monthOf(word: string): number {
    return /^\d/.test(word) ? Number(word) : months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function dateOf(year: string, month: number, day: number): string | undefined {
    if (month < 1 || month > 12 || day < 1 || day > daysIn(Number(year), month)) return undefined;
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
