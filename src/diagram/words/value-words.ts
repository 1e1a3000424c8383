import type { Duration, Limit, Money, Volume } from '../../model/crm-model.ts';

const noBreak = '\u00a0';
const minus = '\u2212';

/** A number with its thousands apart by a no-break space: `96 000`, `3.9`. */
export function numberWords(value: number): string {
    const [whole = '0', decimals] = String(Math.abs(value)).split('.');
    if (whole.includes('e')) {
        return String(value);
    }
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, noBreak);
    return `${value < 0 ? minus : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** `24 %`. */
export function percentWords(value: number): string {
    return `${numberWords(value)}${noBreak}%`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-09-30` as `30 Sep 2026`; any other text as it is. */
export function dateWords(iso: string): string {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
    const name = months[Number(month) - 1];
    return day === undefined || name === undefined ? iso : `${Number(day)}${noBreak}${name}${noBreak}${year}`;
}

/** `EUR 96 000 a year`; without a currency only the amount. */
export function moneyWords(money: Money, mapCurrency?: string): string {
    const currency = money.currency ?? mapCurrency;
    const amount = `${currency === undefined ? '' : currency + noBreak}${numberWords(money.amount)}`;
    return money.per === undefined ? amount : `${amount} ${perWords(money.per)}`;
}

/** `a day`, `an hour`. */
export function perWords(per: string): string {
    return /^[aeio]|^hour/.test(per) ? `an ${per}` : `a ${per}`;
}

/** `1 hour`, `15 minutes`. */
export function durationWords(duration: Duration): string {
    return `${numberWords(duration.amount)}${noBreak}${duration.unit}${duration.amount === 1 ? '' : 's'}`;
}

/** `100 000 calls a day`. */
export function limitWords(limit: Limit): string {
    return `${numberWords(limit.amount)} ${limit.counted} ${perWords(limit.per)}`;
}

const perDay: Readonly<Record<string, number>> = { second: 86_400, minute: 1440, hour: 24, day: 1, week: 1 / 7, month: 12 / 365, year: 1 / 365 };

/** How many a day a volume comes to, rounded to whole ones from ten on; nothing where the volume has no rate. */
export function volumePerDay(volume: Volume): number | undefined {
    const factor = volume.per === undefined ? undefined : perDay[volume.per];
    if (factor === undefined) {
        return undefined;
    }
    const value = volume.amount * factor;
    return value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
}

/** `410 000`, `2 200 a day`, `410 000, growing 8 % a year`. */
export function volumeWords(volume: Volume): string {
    const rate = `${numberWords(volume.amount)}${volume.per === undefined ? '' : ` ${perWords(volume.per)}`}`;
    const peak = volume.peak === undefined ? '' : `, peak ${numberWords(volume.peak)}`;
    const growth =
        volume.growth === undefined ? '' : `, growing ${percentWords(volume.growth)}${volume.growthPer === undefined ? '' : ` ${perWords(volume.growthPer)}`}`;
    return rate + peak + growth;
}

/** `1 system`, `7 systems`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
    return `${numberWords(count)}${noBreak}${count === 1 ? one : many}`;
}

/** The text with a capital first letter. */
export function capitalised(text: string): string {
    const [first = ''] = text;
    return first.toUpperCase() + text.slice(first.length);
}
