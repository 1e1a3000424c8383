import type { Flow } from '../../model/crm-model.ts';
import { capitalised } from './value-words.ts';

const weekdays = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const shortDays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * A cron expression of five parts in words: `every 15 min`, `hourly`, `daily 03:00`, `weekdays 06:30`, `Mondays 03:00`,
 * `monthly on day 1, 03:00`. What has no short words is given back as it stands.
 */
export function cronWords(cron: string): string {
    const parts = cron.trim().split(/\s+/);
    const [minute = '', hour = '', day = '', month = '', weekday = ''] = parts;
    if (parts.length !== 5 || month !== '*') {
        return cron;
    }
    const everyDay = day === '*' && weekday === '*';
    if (everyDay && hour === '*') {
        const step = stepOf(minute);
        return step === 1 ? 'every minute' : step !== undefined ? `every ${step} min` : whole(minute, 59) === undefined ? cron : 'hourly';
    }
    const hours = stepOf(hour);
    if (everyDay && hours !== undefined && whole(minute, 59) !== undefined) {
        return hours === 1 ? 'hourly' : `every ${hours} h`;
    }
    const time = timeOf(hour, minute);
    if (time === undefined) {
        return cron;
    }
    if (everyDay) {
        return `daily ${time}`;
    }
    if (day === '*') {
        const days = weekdayWords(weekday);
        return days === undefined ? cron : `${days} ${time}`;
    }
    const date = whole(day, 31);
    return weekday === '*' && date !== undefined && date > 0 ? `monthly on day ${date}, ${time}` : cron;
}

function whole(text: string, most: number): number | undefined {
    return /^\d{1,2}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

function stepOf(text: string): number | undefined {
    if (text === '*') {
        return 1;
    }
    const [, step] = /^(?:\*|0)\/(\d{1,2})$/.exec(text) ?? [];
    return step === undefined || Number(step) === 0 ? undefined : Number(step);
}

/** `03:00`, or two times of a day: `06:00 and 18:00`. */
function timeOf(hour: string, minute: string): string | undefined {
    const minutes = whole(minute, 59);
    const hours = hour.split(',').map((one) => whole(one, 23));
    if (minutes === undefined || hours.length > 2 || hours.includes(undefined)) {
        return undefined;
    }
    return hours.map((one) => `${String(one).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`).join(' and ');
}

function weekdayWords(text: string): string | undefined {
    const plain = text.toUpperCase().replace(/[A-Z]{3}/g, (name) => String(shortDays.indexOf(name)));
    if (plain === '1-5') {
        return 'weekdays';
    }
    const days = plain.split(',').map((day) => (/^[0-7]$/.test(day) ? weekdays[Number(day)] : undefined));
    return days.length <= 2 && days.every((day) => day !== undefined) ? days.join(' and ') : undefined;
}

/** When a flow runs, in the words that stand under its line: `real-time`, `every 15 min`, `manual`; nothing where it is not stated. */
export function timingWords(flow: Pick<Flow, 'timing' | 'cron'>): string | undefined {
    if (flow.timing === 'event') {
        return 'on event';
    }
    return flow.timing === 'scheduled' && flow.cron !== undefined ? cronWords(flow.cron) : flow.timing;
}

/** The same with a capital, for a cell of a table: `Every 15 min`. */
export function timingCellWords(flow: Pick<Flow, 'timing' | 'cron'>): string | undefined {
    const words = timingWords(flow);
    return words === undefined ? undefined : capitalised(words);
}

/** When a flow runs, as a voice says it: `every 15 minutes`, `daily at 03:00`. */
export function spokenTiming(flow: Pick<Flow, 'timing' | 'cron'>): string | undefined {
    return timingWords(flow)
        ?.replace(/ min$/, ' minutes')
        .replace(/ h$/, ' hours')
        .replace(/ (\d\d:\d\d)/, ' at $1');
}
