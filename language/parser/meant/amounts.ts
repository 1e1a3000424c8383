import { otherUnits } from '../../other-words.ts';
import { currencies, durationUnits, rateUnits } from '../../vocabulary.ts';
import type { Meant } from './meant.ts';

const number = String.raw`(?:(?:about|approx\.?|ca\.?|circa)[ \t]+|~[ \t]?)?([+-]?\d[\d_]*(?:[.,'’]\d+)*)(?:[ \t]?(k|K|M|mio|thousand|million)(?![\p{L}\p{N}_]))?`;
const signs: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
const rate = String.raw`(?:[ \t]*(per|/|a|an|each|every|p\.)[ \t]*([\p{L}]+)\b\.?|[ \t]+(hourly|daily|weekly|monthly|quarterly|yearly|annually)(?![\p{L}]))?`;
const plainNumber = new RegExp(`^"?${number}"?(?![\\p{L}\\p{N}_%])`, 'u');
const money = new RegExp(`^(?:([€$£¥]|[A-Z]{3})[ \\t]?)?${number}(?:[ \\t]?([€$£¥]|[A-Z]{3}(?![\\p{L}\\p{N}_])))?${rate}`, 'u');
const volume = new RegExp(
    `^${number}(?:[ \\t]+(records?|rows?|calls?|messages?|events?|orders?|contacts?|customers?|requests?|times)(?![\\p{L}\\p{N}_:-]))?${rate}`,
    'u',
);
const limit = new RegExp(
    `^${number}(?:[ \\t]+(?:api|API|http|HTTP|rest|REST|db)(?=[ \\t]))?(?:[ \\t]+(calls?|requests?|records?|rows?|messages?|objects?|contacts?)(?![\\p{L}\\p{N}_:-]))?${rate}`,
    'u',
);
const percent = new RegExp(`^${number}[ \\t]*(pct|p\\.c\\.|per[ \\t]cent|%|percent)?(?![\\p{L}\\p{N}_])`, 'u');
const counts: Readonly<Record<string, string>> = {
    calls: 'calls',
    requests: 'calls',
    messages: 'calls',
    records: 'records',
    rows: 'records',
    objects: 'records',
    contacts: 'records',
};

/** `96k`, `"240"`, `~900` where a number stands. */
export function meantNumber(text: string): Meant | undefined {
    const found = plainNumber.exec(text);
    if (!found) return undefined;
    const [all, amount, factor] = found;
    const write = numberOf(amount, factor);
    return write === all ? undefined : meant('A number', all, write);
}

/** `€96k`, `96000/year` where money stands. */
export function meantMoney(text: string): Meant | undefined {
    const found = money.exec(text);
    if (!found) return undefined;
    const [all, before, amount, factor, behind, word, unit, adverb] = found;
    const currency = codeOf(before) ?? codeOf(behind);
    if ((before ?? behind) !== undefined && currency === undefined) return undefined;
    const per = rateOf(word, unit, adverb);
    const isForeign = before !== undefined || (behind !== undefined && behind !== currency) || isForeignNumber(all, amount, factor) || per?.isForeign === true;
    return isForeign ? written(all, [numberOf(amount, factor), currency, per?.words], per, word, 'An amount of money') : undefined;
}

/** `900 a day`, `1k records/day` where a volume stands. */
export function meantVolume(text: string): Meant | undefined {
    const found = volume.exec(text);
    if (!found) return undefined;
    const [all, amount, factor, noun, word, unit, adverb] = found;
    const per = rateOf(word, unit, adverb);
    return noun !== undefined || isForeignNumber(all, amount, factor) || per?.isForeign === true
        ? written(all, [numberOf(amount, factor), per?.words], per, word, 'A volume')
        : undefined;
}

/** `100000 API calls/day`, `5000 calls` where a limit stands. */
export function meantLimit(text: string): Meant | undefined {
    const found = limit.exec(text);
    if (!found) return undefined;
    const [all, amount, factor, noun, word, unit, adverb] = found;
    const per = rateOf(word, unit, adverb);
    if (word !== undefined && per === undefined) return undefined;
    const next = text.slice(all.length);
    if ((noun === undefined || per === undefined) && !/^[ \t]*[\r\n},]/.test(next)) return undefined;
    const plural = noun === undefined ? undefined : noun.endsWith('s') ? noun : `${noun}s`;
    const things = plural === undefined ? ['calls', 'records'] : [counts[plural] ?? plural];
    const whens = per ? [per.words] : ['per day', 'per hour', 'per month'];
    const choices = things.flatMap((thing) => whens.map((when) => [numberOf(amount, factor), thing, when].join(' ')));
    if (choices.length === 1 && choices[0] === all.replaceAll(/[ \t]+/g, ' ')) return undefined;
    if (choices.length === 1) return { length: all.length, message: `A limit is written ${choices[0]}.`, write: choices[0] };
    // What lacks its value altogether is told of by the grammar.
    const lacking = noun === undefined ? (per ? 'calls or records' : 'calls or records, and per what time') : 'per and a unit of time';
    return { length: all.length, message: `A limit says ${lacking}, such as ${choices[0]}.`, choices };
}

/** `12 pct`, `0.06` where a share stands. */
export function meantPercent(text: string): Meant | undefined {
    const found = percent.exec(text);
    if (!found) return undefined;
    const [all, amount = '', factor, unit] = found;
    const value = numberOf(amount, factor);
    if (unit === undefined) {
        const near = Number(value) > 0 && Number(value) < 1 ? [`${rounded(Number(value) * 100)} percent`] : [];
        const choices = [...near, `${value} percent`];
        return { length: all.trimEnd().length, message: `A share is written with percent, such as ${choices[0]}.`, choices };
    }
    const foreign = isForeignNumber(all, amount, factor) || !['%', 'percent'].includes(unit);
    return foreign ? meant('A share', all, `${value} percent`) : undefined;
}

const lengths: Readonly<Record<string, readonly string[]>> = {
    retention: ['years', 'months', 'days'],
    reviewEvery: ['days', 'weeks', 'months'],
    latency: ['seconds', 'minutes', 'hours'],
};
const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `3yrs`, `a day`, `24h` where a length of time stands; `property` tells which units are usual. */
export function meantDuration(text: string, property: string): Meant | undefined {
    const found =
        /^("?)(?:(\d[\d_]*(?:[.,]\d+)?)|(an?|one|two|three|four|five|six|seven|eight|nine|ten)(?=[ \t]))(?:[ \t]*-?([\p{L}]+))?\1(?![\p{L}\p{N}_:])/u.exec(
            text,
        );
    if (!found) return undefined;
    const [all, quote, digits, word, unit] = found;
    const amount = digits !== undefined ? (numberOf(digits) ?? digits) : String(Math.max(1, words.indexOf(word ?? '')));
    if (unit === undefined) return alone(text, amount, digits, property);
    const units = unit === 'm' ? ['month', 'minute'] : unit === 'ms' ? [] : [unitOf(unit)].filter((one) => one !== undefined);
    const forms = units.filter((one) => one !== 'quarter').map((one) => `${amount} ${one}${amount === '1' ? '' : 's'}`);
    const [only, other] = forms;
    const isPlain = quote === '' && digits === amount && Object.hasOwn(durationUnits, unit) && /^[\d_.]+[ \t]/.test(all);
    if (only === undefined || isPlain) return undefined;
    if (other === undefined) return { length: all.length, message: `A length of time is written ${only}.`, write: only };
    return {
        length: all.length,
        message: `\`${unit}\` may be months or minutes. Write ${only} or ${other}.`,
        choices: property === 'retention' ? forms : [other, only],
    };
}

/** A number without its unit, at the end of a line or a body. */
function alone(text: string, amount: string, digits: string | undefined, property: string): Meant | undefined {
    if (digits === undefined || !/^[ \t]*[\r\n}]/.test(text.slice(digits.length))) return undefined;
    const choices = (lengths[property] ?? ['minutes', 'hours', 'days']).map((unit) => `${amount} ${amount === '1' ? unit.slice(0, -1) : unit}`);
    return { length: digits.length, message: `A length of time has a unit, such as ${choices[0]}.`, choices };
}

function written(all: string, parts: readonly (string | undefined)[], per: Rate | undefined, word: string | undefined, what: string): Meant {
    // What follows is no time, and so none of this value.
    const length = word !== undefined && per === undefined ? all.search(/[ \t]*(?:per|\/|an?|each|every|p\.)[ \t]*\p{L}+\.?$/u) : all.length;
    return meant(what, all.slice(0, length), parts.filter((part) => part !== undefined).join(' '));
}

function meant(what: string, all: string, write: string): Meant {
    return { length: all.length, message: all.startsWith('"') ? `A number stands without quotes. Write ${write}.` : `${what} is written ${write}.`, write };
}

interface Rate {
    readonly words: string;
    readonly isForeign: boolean;
}

function rateOf(word: string | undefined, unit: string | undefined, adverb: string | undefined): Rate | undefined {
    const known = unitOf(adverb ?? (word === 'p.' && unit === 'a' ? 'year' : unit) ?? '');
    if (known === undefined || !Object.hasOwn(rateUnits, known)) return undefined;
    return { words: `per ${known}`, isForeign: word !== 'per' || known !== unit };
}

/** A unit of time in the singular. */
function unitOf(word: string): string | undefined {
    const small = word.toLowerCase();
    const single = small.endsWith('s') && small.length > 3 ? small.slice(0, -1) : small;
    if (Object.hasOwn(rateUnits, single)) return single;
    return Object.hasOwn(otherUnits, small) ? otherUnits[small] : undefined;
}

function codeOf(sign: string | undefined): string | undefined {
    return sign === undefined ? undefined : (signs[sign] ?? (Object.hasOwn(currencies, sign) ? sign : undefined));
}

function isForeignNumber(all: string, amount = '', factor: string | undefined): boolean {
    return factor !== undefined || numberOf(amount) !== amount || /^(?:about|approx|ca|circa|~)/.test(all);
}

/** A number in this language's form: `1,000` is a thousand, `4,1` is a little over four, and `1.000.000` is a million. */
function numberOf(amount = '', factor?: string): string {
    const parts = amount.split(/[.,'’]/);
    const marks = amount.replaceAll(/[^.,'’]/g, '');
    const isThousands = parts.slice(1).every((part) => part.length === 3) && (marks.length > 1 || marks !== '.');
    const last = marks.at(-1);
    const isMixed = marks.length > 1 && last !== marks[0] && (last === '.' || last === ',');
    const plain = isMixed ? `${parts.slice(0, -1).join('')}.${parts.at(-1)}` : isThousands && new Set(marks).size <= 1 ? parts.join('') : parts.join('.');
    if (factor === undefined) return plain;
    return rounded(Number(plain.replaceAll('_', '')) * (/^(?:k|thousand)$/i.test(factor) ? 1000 : 1_000_000));
}

function rounded(value: number): string {
    return String(Math.round(value * 100) / 100);
}
