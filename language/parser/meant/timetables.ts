import type { Meant } from './meant.ts';

const steps: Readonly<Record<string, readonly [most: number, cron: (every: number) => string]>> = {
    minute: [59, (every) => (every === 1 ? '* * * * *' : `*/${every} * * * *`)],
    hour: [23, (every) => (every === 1 ? '0 * * * *' : `0 */${every} * * *`)],
    day: [31, (every) => (every === 1 ? '0 3 * * *' : `0 3 */${every} * *`)],
    night: [1, () => '0 3 * * *'],
    week: [1, () => '0 6 * * 1'],
    month: [12, (every) => (every === 1 ? '0 3 1 * *' : `0 3 1 */${every} *`)],
};

/** `every 5 minutes` as a timetable. */
export function meantTimetable(text: string): Meant | undefined {
    const [all, amount = '1', unit = ''] = /^every[ \t]+(?:(\d+)[ \t]*)?(minute|min|hour|day|night|week|month)s?(?![\p{L}\p{N}_:])/u.exec(text) ?? [];
    const [most = 0, cron] = steps[unit === 'min' ? 'minute' : unit] ?? [];
    const every = Number(amount);
    if (all === undefined || !cron || every < 1 || every > most) return undefined;
    const write = `scheduled "${cron(every)}"`;
    return { length: all.length, message: `A timetable is written as cron. Write ${write}.`, write };
}
