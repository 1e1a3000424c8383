import { quoted } from '../../names.ts';
import { durationUnits, errorActions, limitCounts, rateUnits } from '../../vocabulary.ts';
import type { CallState } from '../graph.ts';
import { meantDuration, meantLimit, meantMoney, meantNumber, meantPercent, meantVolume } from '../meant/amounts.ts';
import { meantDate } from '../meant/dates.ts';
import type { Meant } from '../meant/meant.ts';
import { meantTimetable } from '../meant/timetables.ts';
import { missingToken } from '../tokens.ts';
import { backtickType, readAs, type Reading, type Repair } from './reading.ts';

/** No value is longer. */
const longest = 60;
const forms: Readonly<Record<string, (text: string, property: string) => Meant | undefined>> = {
    Duration: meantDuration,
    Money: meantMoney,
    Volume: meantVolume,
    Limit: meantLimit,
    Percent: meantPercent,
};

/** A value of several words in the form of another notation is read as it stands here. */
export function foreignValue({ called, target }: CallState, at: Reading): void {
    const form = forms[called.name];
    if (form) readForeign(at, (text) => form(text, target?.feature ?? ''));
}

/** `24.08.2026` and `96k` are read as the date and the number that they are. */
export const foreignToken: Repair = (place, at) => {
    const wanted = place.expected.find((state) => state.kind === 'token' && (state.type === 'DATE' || state.type === 'NUMBER'));
    if (wanted?.kind !== 'token' || at.token.first) return undefined;
    const { type, target } = wanted;
    const property = target?.feature ?? '';
    if (property === 'version') return undefined;
    return readForeign(at, (text) => (type === 'DATE' ? meantDate(text, property) : meantNumber(text))) ? place.state : undefined;
};

function readForeign(at: Reading, form: (text: string) => Meant | undefined): boolean {
    const { startOffset } = at.token;
    const back = /[€$£¥~][ \t]?$/.exec(at.text.slice(Math.max(0, startOffset - 2), startOffset))?.[0].length ?? 0;
    const from = startOffset - back;
    const meant = form(at.text.slice(from, from + longest));
    const write = meant?.write ?? meant?.choices?.[0];
    // At the end of the text, as completion reads it, the rest is still to be written.
    const isWhole = meant?.choices === undefined || /\S/.test(at.text.slice(from + meant.length, from + meant.length + longest));
    if (!meant || write === undefined || !isWhole || (meant.choices && goesOnBelow(at, from + meant.length))) return false;
    const place = readAs(at, from, meant.length, write);
    at.report({ code: 'LNG004', message: meant.message, from: place, to: place, write: meant.write, choices: meant.choices, covers: true });
    return true;
}

/** Whether the next word, in another line or behind a comment, is what a value lacks. */
function goesOnBelow({ tokens, index }: Reading, end: number): boolean {
    let next = index;
    while ((tokens[next]?.startOffset ?? Infinity) < end) next++;
    const word = tokens[next]?.image ?? '';
    const isUnit = ['per', 'percent', '%'].includes(word) || Object.hasOwn(durationUnits, word) || Object.hasOwn(limitCounts, word);
    return isUnit || tokens[next + 1]?.image === 'per';
}

/** Steps at an error that lack the then between them, `retry 3 times` and `retry(3)`. */
export const errorStep: Repair = (place, at) => {
    const { token, tokens, index } = at;
    const [second, third] = [tokens[index + 1], tokens[index + 2]];
    const wanted = (type: string): boolean =>
        place.expected.some((state) => state.kind === 'token' && state.rule.name.match(/^(?:ErrorStep|FlowProperty)$/) !== null && state.type === type);
    if (token.tokenType.name === '(' && wanted('NUMBER') && second?.tokenType.name === 'NUMBER' && third?.tokenType.name === ')') {
        at.report({
            code: 'LNG004',
            message: `A number stands without parentheses. Write ${second.image}.`,
            from: token,
            to: third,
            write: ` ${second.image}`,
        });
        tokens.splice(index, 3, second);
        return place.state;
    }
    if (token.first || !wanted('then')) return undefined;
    if (/^(?:times?|x)$/.test(token.image)) {
        at.report({ code: 'LNG001', message: `The number of retries stands alone. Remove ${token.image}.`, from: token, to: token, write: '' });
        tokens.splice(index, 1);
        return place.state;
    }
    if (!Object.hasOwn(errorActions, token.image)) return undefined;
    at.report({
        code: 'LNG004',
        message: `What is done at an error is joined by then. Write then ${token.image}.`,
        from: token,
        to: token,
        write: `then ${token.image}`,
    });
    tokens.splice(index, 0, missingToken('then', 'then', tokens[index - 1]));
    return place.state;
};

/** `timing every 5 minutes` is a timetable. */
export function timetable(at: Reading): void {
    if (at.token.image === 'every') readForeign(at, meantTimetable);
}

/** `version 1.2.3` is a text. */
export const dottedVersion: Repair = ({ state }, at) => {
    const before = at.tokens[at.index - 1];
    if (!before || at.tokens[at.index - 2]?.tokenType.name !== 'version' || !/[.-]/.test(at.text.charAt(before.endOffset + 1))) return undefined;
    const { startOffset, startColumn, startLine } = before;
    const written = /^[\w.+-]+/.exec(at.text.slice(startOffset, startOffset + longest))?.[0] ?? '';
    const from = { ...at.token, startOffset, startColumn, startLine };
    const end = startOffset + written.length - 1;
    const to = { ...from, endOffset: end, endColumn: startColumn + written.length - 1 };
    at.report({ code: 'LNG004', message: `A version with several dots stands in quotes. Write "${written}".`, from, to, write: `"${written}"`, covers: true });
    let behind = at.index;
    while ((at.tokens[behind]?.startOffset ?? Infinity) <= end && at.tokens[behind]?.image !== '') behind++;
    at.tokens.splice(at.index, behind - at.index);
    return state;
};

/** `system 365` is read as if the name stood in backticks. */
export const digits: Repair = (place, at) => {
    const { token } = at;
    const name = place.unit.kind === 'call' && place.unit.called.name === 'Name';
    if (!name || place.mayEnd || token.tokenType.name !== 'NUMBER' || !/^\d+$/.test(token.image)) return undefined;
    const written = `\`${token.image}\``;
    at.report({ code: 'LNG004', message: `A name of digits stands in backticks. Write ${written}.`, from: token, to: token, write: written });
    at.replace({ ...token, image: written, tokenType: backtickType });
    return place.state;
};

/** `limit 5 users` counts what cannot be counted, or lacks its time: it is told of once, and what is behind it is read. */
export const limit: Repair = ({ state, index, tokens }, at) => {
    const counted = tokens[index - 1];
    if (state.kind !== 'token' || state.type !== 'per' || state.rule.name !== 'Limit' || !counted) return undefined;
    const known = Object.hasOwn(limitCounts, counted.image);
    if (known && Object.hasOwn(rateUnits, at.token.image)) return undefined;
    at.report({
        code: known ? 'LNG004' : 'LNG020',
        message: known
            ? `After ${quoted(counted.image)}, write per and a unit of time, such as per day.`
            : `${quoted(counted.image)} is no thing that a limit counts. Write calls or records, and per what time: 5000 calls per day.`,
        from: counted,
        to: counted,
    });
    return state.next.kind === 'call' ? state.next.next : undefined;
};
