const minutesADay = 1440;
/** Every weekday falls on every day of a month, leap years included, within so many days of a year that starts on a Thursday. */
const daysLookedAt = 4 * 1461;

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * The longest time between two runs of a timetable in cron's five fields, in minutes; nothing where the text is no such timetable,
 * or never runs. Where both a day of the month and a day of the week are stated, either of them counts, as cron has it.
 */
export function longestGap(cron: string): number | undefined {
    const parts = cron.trim().split(/\s+/u);
    const [minutes, hours, days, months, weekdays] = [
        valuesOf(parts[0], 0, 59, []),
        valuesOf(parts[1], 0, 23, []),
        valuesOf(parts[2], 1, 31, []),
        valuesOf(parts[3], 1, 12, monthNames),
        valuesOf(parts[4], 0, 7, dayNames),
    ];
    if (parts.length !== 5 || !minutes || !hours || !days || !months || !weekdays) {
        return undefined;
    }
    const times = [...hours].flatMap((hour) => [...minutes].map((minute) => hour * 60 + minute)).sort((a, b) => a - b);
    const [first = 0] = times;
    const last = times[times.length - 1] ?? 0;
    const within = times.slice(1).reduce((most, time, index) => Math.max(most, time - (times[index] ?? 0)), 0);
    const isEither = parts[2] !== '*' && parts[4] !== '*';
    if (parts.slice(2).every((part) => part === '*')) {
        return Math.max(within, minutesADay + first - last);
    }
    let longest = within;
    let before: number | undefined;
    for (let day = 0; day < daysLookedAt; day += 1) {
        const date = new Date(day * 86_400_000);
        const inMonth = days.has(date.getUTCDate());
        const inWeek = weekdays.has(date.getUTCDay()) || (date.getUTCDay() === 0 && weekdays.has(7));
        if (months.has(date.getUTCMonth() + 1) && (isEither ? inMonth || inWeek : inMonth && inWeek)) {
            longest = before === undefined ? longest : Math.max(longest, (day - before) * minutesADay + first - last);
            before = day;
        }
    }
    return before === undefined ? undefined : longest;
}

function valuesOf(text: string | undefined, from: number, to: number, names: readonly string[]): ReadonlySet<number> | undefined {
    const values = new Set<number>();
    for (const item of (text ?? '').toLowerCase().split(',')) {
        const [, start = '', end, step = '1'] = /^(\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/(\d+))?$/u.exec(item) ?? [];
        const number = (word: string): number => (names.includes(word) ? names.indexOf(word) + from : /^\d+$/u.test(word) ? Number(word) : Number.NaN);
        const low = start === '*' ? from : number(start);
        const high = start === '*' ? to : end !== undefined ? number(end) : item.includes('/') ? to : low;
        const by = Number(step);
        if (!(low >= from && high <= to && low <= high && by >= 1)) {
            return undefined;
        }
        for (let value = low; value <= high; value += by) {
            values.add(value);
        }
    }
    return values;
}
