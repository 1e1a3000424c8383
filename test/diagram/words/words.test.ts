import { describe, expect, test } from 'vitest';
import { dateAfter, reviewFact } from '../../../src/diagram/words/review-words.ts';
import { cronWords, spokenTiming, timingCellWords, timingWords } from '../../../src/diagram/words/timing-words.ts';
import {
    capitalised,
    countWords,
    dateWords,
    durationWords,
    limitWords,
    moneyWords,
    numberWords,
    percentWords,
    volumePerDay,
    volumeWords,
} from '../../../src/diagram/words/value-words.ts';
import { errorWords, label, plainWords } from '../../../src/diagram/words/vocabulary-words.ts';

const spaced = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

describe('A schedule', () => {
    test.each([
        ['*/15 * * * *', 'every 15 min'],
        ['* * * * *', 'every minute'],
        ['0 3 * * *', 'daily 03:00'],
        ['30 * * * *', 'hourly'],
        ['0 */6 * * *', 'every 6 h'],
        ['5 6 * * 1', 'Mondays 06:05'],
        ['5 6 * * mon,THU', 'Mondays and Thursdays 06:05'],
        ['0 6 * * 1-5', 'weekdays 06:00'],
        ['0 2 1 * *', 'monthly on day 1, 02:00'],
        ['0 6,18 * * 1-5', 'weekdays 06:00 and 18:00'],
        ['0 6,12,18 * * *', 'daily 06:00, 12:00 and 18:00'],
        ['*/15 8-18 * * 1-5', 'every 15 min, weekdays 8–18'],
        ['*/5 * * * 1-5', 'every 5 min, weekdays'],
        ['0,30 * * * *', 'every 30 min'],
        ['0 8-18 * * *', 'hourly, 8–18'],
        ['0 8-18/2 * * mon-fri', 'every 2 h, weekdays 8–18'],
        ['0 0-23/4 * * *', 'every 4 h'],
        ['0 3 * * 1,3,5', 'Mondays, Wednesdays and Fridays 03:00'],
        ['0 3 * * 2-4', 'Tuesdays to Thursdays 03:00'],
        ['0 3 * * SAT,SUN', 'weekends 03:00'],
        ['0 2 1,15 * *', 'monthly on days 1 and 15, 02:00'],
        ['0 2 1 */3 *', 'quarterly on day 1, 02:00'],
        ['0 0 1 1 *', 'yearly 1 Jan 00:00'],
        ['30 4 24 dec *', 'yearly 24 Dec 04:30'],
    ])('%s reads as %s', (cron, words) => {
        expect(cronWords(cron)).toBe(words);
    });
    test.each([
        '0 3 1 1 1',
        '*/15 * 1 * *',
        '*/15 8 * * *',
        '*/10 */2 * * *',
        '0 3 * * 5-1',
        '0 3 0 * *',
        '0 3 1 13 *',
        '0 3 * 6 *',
        '0,7 * * * *',
        '0 3 * *',
        'every night',
        '0 25 * * *',
        '1,2 3 * * *',
        '0 3 5 * 1',
    ])('%s stays as it is, for it has no short words', (cron) => {
        expect(cronWords(cron)).toBe(cron);
    });
    test('is what a scheduled flow says; any other flow says its timing', () => {
        expect(timingWords({ timing: 'scheduled', cron: '*/15 * * * *' })).toBe('every 15 min');
        expect(timingCellWords({ timing: 'scheduled', cron: '0 3 * * *' })).toBe('Daily 03:00');
        expect(timingCellWords({ timing: 'near-real-time' })).toBe('Near-real-time');
        expect(timingWords({})).toBeUndefined();
        expect(spokenTiming({ timing: 'scheduled', cron: '0 3 * * *' })).toBe('daily at 03:00');
        expect(spokenTiming({ timing: 'scheduled', cron: '*/15 * * * *' })).toBe('every 15 minutes');
        expect(spokenTiming({ timing: 'scheduled', cron: '*/15 8-18 * * 1-5' })).toBe('every 15 minutes, weekdays 8 to 18');
    });
});

describe('A value', () => {
    test('keeps its thousands together with no-break spaces', () => {
        expect(numberWords(96000)).toBe('96\u00a0000');
        expect(spaced(numberWords(1234567.25))).toBe('1 234 567.25');
        expect(numberWords(-12)).toBe('\u221212');
        expect(numberWords(100)).toBe('100');
    });
    test('is named with its unit', () => {
        expect(spaced(percentWords(24))).toBe('24 %');
        expect(spaced(moneyWords({ amount: 96000, per: 'year' }, 'EUR'))).toBe('EUR 96 000 a year');
        expect(spaced(moneyWords({ amount: 5, currency: 'USD' }, 'EUR'))).toBe('USD 5');
        expect(spaced(limitWords({ amount: 20000, counted: 'calls', per: 'hour' }))).toBe('20 000 calls an hour');
        expect(spaced(durationWords({ amount: 1, unit: 'hour' }))).toBe('1 hour');
        expect(spaced(durationWords({ amount: 15, unit: 'minute' }))).toBe('15 minutes');
        expect(spaced(volumeWords({ amount: 410000, growth: 8, growthPer: 'year' }))).toBe('410 000, growing 8 % a year');
        expect(spaced(countWords(1, 'system'))).toBe('1 system');
        expect(spaced(countWords(0, 'system'))).toBe('0 systems');
    });
    test('per any time becomes a number a day', () => {
        expect(volumePerDay({ amount: 2, per: 'hour' })).toBe(48);
        expect(volumePerDay({ amount: 1, per: 'minute' })).toBe(1440);
        expect(volumePerDay({ amount: 900, per: 'day' })).toBe(900);
        expect(volumePerDay({ amount: 900 })).toBeUndefined();
    });
    test('that is a date is written with the name of its month', () => {
        expect(spaced(dateWords('2026-09-03'))).toBe('3 Sep 2026');
        expect(dateWords('soon')).toBe('soon');
    });
    test('starts with a capital also when its first letter is no plain one', () => {
        expect(capitalised('été')).toBe('Été');
        expect(capitalised('')).toBe('');
    });
});

describe('A word of the language', () => {
    test.each([
        ['point-of-sale', 'Point of sale', 'point of sale'],
        ['crm', 'CRM', 'CRM'],
        ['oauth', 'OAuth', 'OAuth'],
        ['api-key', 'API key', 'API key'],
        ['fire-and-forget', 'Fire and forget', 'fire and forget'],
        ['request-reply', 'Request\u2013reply', 'request\u2013reply'],
        ['near-real-time', 'Near-real-time', 'near-real-time'],
    ])('%s is labelled %s', (word, shown, inSentence) => {
        expect(label(word)).toBe(shown);
        expect(plainWords(word)).toBe(inSentence);
    });
    test('of error handling names the times and the team', () => {
        const team = (id: string): string => (id === 'growth' ? 'Growth' : 'CRM operations');
        expect(spaced(errorWords({ errors: [{ action: 'retry', times: 5 }, { action: 'dead-letter' }] }, team))).toBe('Retry ×5, then dead-letter');
        expect(spaced(errorWords({ errors: [{ action: 'alert', team: 'growth' }] }, team))).toBe('Alert Growth');
        expect(
            spaced(
                errorWords(
                    {
                        errors: [
                            { action: 'retry', times: 3 },
                            { action: 'alert', team: 'x' },
                        ],
                    },
                    team,
                ),
            ),
        ).toBe('Retry ×3, alert CRM operations');
        expect(errorWords({ errors: [] }, team)).toBeUndefined();
    });
});

describe('A review', () => {
    test('is next due after its period, over the ends of months and years', () => {
        expect(dateAfter('2026-09-30', { amount: 90, unit: 'day' })).toBe('2026-12-29');
        expect(dateAfter('2026-12-31', { amount: 2, unit: 'month' })).toBe('2027-02-28');
        expect(dateAfter('2027-12-31', { amount: 2, unit: 'month' })).toBe('2028-02-29');
        expect(dateAfter('2026-12-25', { amount: 2, unit: 'week' })).toBe('2027-01-08');
        expect(dateAfter('2026-12-25', { amount: 2, unit: 'hour' })).toBeUndefined();
        expect(dateAfter('2026-12-25', { amount: 1_000_000, unit: 'year' })).toBeUndefined();
        expect(dateAfter('9999-12-25', { amount: 1, unit: 'month' })).toBeUndefined();
    });
    test('tells when it was and when it is next', () => {
        const map = { title: 'M', rules: {}, tags: [], links: [], notes: [], reviewed: '2026-09-30' };
        expect(reviewFact({ ...map, reviewEvery: { amount: 90, unit: 'day' } })).toEqual({
            caption: 'Reviewed',
            value: '30\u00a0Sep\u00a02026',
            second: 'next 29\u00a0Dec\u00a02026',
        });
        expect(reviewFact(map)).toEqual({ caption: 'Reviewed', value: '30\u00a0Sep\u00a02026' });
        expect(reviewFact({ ...map, reviewed: undefined })).toBeUndefined();
    });
});
