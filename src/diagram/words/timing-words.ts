import type { Flow } from '../../model/crm-model.ts';
import { capitalised } from './value-words.ts';

const weekdays = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const shortDays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** More names or times in a row than this, and the expression itself is shorter. */
const mostListed = 3;

/**
 * A cron expression of five parts in words: `every 15 min`, `hourly`, `daily 03:00`, `every 15 min, weekdays 8–18`, `Mondays 03:00`,
 * `monthly on day 1, 03:00`, `yearly 1 Jan 00:00`. What has no short words is given back as it stands.
 */
export function cronWords(cron: string): string {
    const parts = cron.trim().split(/\s+/);
    const [minute = '', hour = '', day = '', month = '', weekday = ''] = parts;
    if (parts.length !== 5) {
        return cron;
    }
    const days = day === '*' && month === '*' ? weekdayWords(weekday) : undefined;
    const rhythm = rhythmOf(minute, hour);
    if (rhythm !== undefined) {
        const when = days === undefined ? undefined : [days, rhythm.hours].filter((words) => words !== '').join(' ');
        return when === undefined ? cron : [rhythm.words, when].filter((words) => words !== '').join(', ');
    }
    const time = timeOf(hour, minute);
    if (time === undefined) {
        return cron;
    }
    if (days !== undefined) {
        return `${days === '' ? 'daily' : days} ${time}`;
    }
    const dates = weekday === '*' ? dateWords(day, month) : undefined;
    return dates === undefined ? cron : `${dates} ${time}`;
}

function whole(text: string, most: number): number | undefined {
    return /^\d{1,2}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

/** All numbers of a short list, or nothing. */
function listOf(text: string, most: number): number[] | undefined {
    const numbers = text.split(',').flatMap((one) => whole(one, most) ?? []);
    return numbers.length === text.split(',').length && numbers.length <= mostListed ? numbers : undefined;
}

function stepOf(text: string): number | undefined {
    if (text === '*') {
        return 1;
    }
    const [, step] = /^(?:\*|0)\/(\d{1,2})$/.exec(text) ?? [];
    return step === undefined || Number(step) === 0 ? undefined : Number(step);
}

/** What runs again and again within a day: how often, and in which hours where not in all. */
function rhythmOf(minute: string, hour: string): { readonly words: string; readonly hours: string } | undefined {
    const [, from, to, by = '1'] = /^(\d{1,2})-(\d{1,2})(?:\/(\d{1,2}))?$/.exec(hour) ?? [];
    const isRange = from !== undefined && to !== undefined && Number(from) < Number(to) && Number(to) < 24 && Number(by) > 0;
    const hours = isRange && !(Number(from) === 0 && Number(to) === 23) ? `${Number(from)}–${Number(to)}` : '';
    const everyHours = isRange ? Number(by) : stepOf(hour);
    const everyMinutes = stepOf(minute) ?? evenStep(minute);
    if (everyHours === undefined) {
        return undefined;
    }
    if (everyMinutes !== undefined) {
        const words = everyMinutes === 1 ? 'every minute' : `every ${everyMinutes} min`;
        return everyHours === 1 ? { words, hours } : undefined;
    }
    if (whole(minute, 59) === undefined) {
        return undefined;
    }
    return { words: everyHours === 1 ? 'hourly' : `every ${everyHours} h`, hours };
}

/** `0,30` and `5,20,35,50` part an hour evenly. */
function evenStep(text: string): number | undefined {
    const minutes = text.split(',').map((one) => whole(one, 59) ?? Number.NaN);
    const step = 60 / minutes.length;
    return minutes.length > 1 && minutes.every((one, index) => one === (minutes[0] ?? 0) + index * step) ? step : undefined;
}

/** `03:00`, or some times of a day: `06:00 and 18:00`. */
function timeOf(hour: string, minute: string): string | undefined {
    const minutes = whole(minute, 59);
    const hours = listOf(hour, 23);
    return minutes === undefined || hours === undefined
        ? undefined
        : joined(hours.map((one) => `${String(one).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`));
}

/** Empty where it is every day. */
function weekdayWords(text: string): string | undefined {
    const plain = text.toUpperCase().replace(/[A-Z]{3}/g, (name) => String(shortDays.indexOf(name)));
    if (['*', '0-6', '1-7'].includes(plain)) {
        return '';
    }
    if (plain === '1-5' || plain === '1,2,3,4,5') {
        return 'weekdays';
    }
    if (['0,6', '6,0', '6,7', '6-7'].includes(plain)) {
        return 'weekends';
    }
    const [, from, to] = /^([0-6])-([1-7])$/.exec(plain) ?? [];
    if (from !== undefined && to !== undefined) {
        return Number(from) < Number(to) ? `${weekdays[Number(from)]} to ${weekdays[Number(to)]}` : undefined;
    }
    const days = listOf(plain, 7);
    return days === undefined ? undefined : joined(days.map((day) => weekdays[day] ?? ''));
}

/** `monthly on day 1,`, `quarterly on day 1,` or `yearly 1 Jan`. */
function dateWords(day: string, month: string): string | undefined {
    const days = listOf(day, 31);
    if (days === undefined || days.includes(0)) {
        return undefined;
    }
    const plain = month.toUpperCase();
    const named = months.findIndex((name, index) => name.toUpperCase() === plain || whole(plain, 12) === index + 1);
    if (named >= 0) {
        return `yearly ${joined(days.map(String))} ${months[named]}`;
    }
    const often =
        month === '*' ? 'monthly' : ['*/3', '1/3', '1,4,7,10'].includes(month) ? 'quarterly' : ['*/6', '1,7'].includes(month) ? 'half-yearly' : undefined;
    return often === undefined ? undefined : `${often} on ${days.length === 1 ? 'day' : 'days'} ${joined(days.map(String))},`;
}

function joined(words: readonly string[]): string {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
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
        ?.replace(/ min(?=,|$)/, ' minutes')
        .replace(/ h(?=,|$)/, ' hours')
        .replace('–', ' to ')
        .replace(/ (\d\d:\d\d)/, ' at $1');
}
