import type { CrmModel, Initiative } from '../../model/crm-model.ts';
import type { Style } from '../style-names.ts';
import { fontOf, textWidth } from '../text-metrics.ts';
import { dateWords, numberWords } from '../words/value-words.ts';
import { label } from '../words/vocabulary-words.ts';
import type { Amount, Payback, Return, Sum } from './returns.ts';
import { monthWords } from './returns.ts';

const gap = 16;
const leastTitle = 200;
const leastBar = 120;
const mostBar = 190;

export const figureStyle: Style = 'figure';
export const paybackStyle: Style = ['figure', 'weight-600'];

/** An initiative with what it brings. */
export interface Counted {
    readonly initiative: Initiative;
    readonly result: Return;
}

/** Where the columns of the initiatives stand, in px: numbers end at these x. */
export interface InitiativeColumns {
    readonly width: number;
    readonly titleWidth: number;
    readonly statusX: number;
    readonly statusWidth: number;
    readonly barX: number;
    /** The longest bar; its word follows behind it. */
    readonly barWidth: number;
    readonly cost: number;
    readonly benefit: number;
    readonly payback: number;
    readonly costWidth: number;
    readonly benefitWidth: number;
    readonly paybackWidth: number;
}

/** `40 000`, or `USD 40 000` where the currencies differ; `–` where nothing is stated. */
export function amountWords(amount: Amount | undefined, withCurrency: boolean): string {
    const currency = amount !== undefined && withCurrency && amount.currency !== '' ? `${amount.currency}\u00a0` : '';
    return amount === undefined ? '–' : currency + roundedWords(amount.amount);
}

/** Money of a table has no more than two decimals. */
export function roundedWords(amount: number): string {
    return numberWords(Math.round(amount * 100) / 100);
}

export function paybackWords(payback: Payback): string {
    return 'months' in payback ? monthWords(payback.months) : payback.why === 'not stated' ? '–' : payback.why;
}

/** The word behind a bar. */
export function barWords(what: 'cost' | 'benefit', amount: Amount): string {
    return what === 'cost' ? (amount.rhythm === 'once' ? 'cost' : 'cost a year') : amount.rhythm === 'once' ? 'benefit, once' : 'benefit';
}

/** The widths of the numbers, and what is left for the words; wider than asked for where these would get too little. */
export function initiativeColumns(model: CrmModel, counted: readonly Counted[], sums: readonly Sum[], width: number): InitiativeColumns {
    const mixed = sums.length > 1;
    const widest = (least: number, style: Style, texts: readonly string[]): number =>
        Math.ceil(Math.max(least, ...texts.map((text) => textWidth(text, fontOf(style)))));
    const results = counted.map(({ result }) => result);
    const costWidth = widest(64, paybackStyle, [...results.map(({ cost }) => amountWords(cost, mixed)), ...sums.map(({ cost }) => roundedWords(cost))]);
    const benefitWidth = widest(64, paybackStyle, [
        ...results.map(({ benefit }) => amountWords(benefit, mixed)),
        ...sums.map(({ benefit }) => roundedWords(benefit)),
    ]);
    const paybackWidth = widest(80, paybackStyle, [
        ...results.map(({ payback }) => paybackWords(payback)),
        ...sums.flatMap(({ months }) => (months === undefined ? [] : [monthWords(months)])),
    ]);
    const words = results.flatMap(({ cost, benefit }) => [...(cost ? [barWords('cost', cost)] : []), ...(benefit ? [barWords('benefit', benefit)] : [])]);
    const wordWidth = widest(38, 'small', words);
    const statusWords = counted.flatMap(({ initiative }) => [
        initiative.due === undefined ? '' : dateWords(initiative.due),
        initiative.status === undefined ? 'no status' : label(initiative.status),
        ...(model.teams.find(({ id }) => id === initiative.owner)?.title ?? '').split(/\s+/u),
    ]);
    const statusWidth = Math.min(140, widest(88, 'name', statusWords));
    const fixed = statusWidth + wordWidth + costWidth + benefitWidth + paybackWidth + 4 * gap + 12;
    const whole = Math.max(width, Math.ceil((fixed + leastBar + leastTitle) / 4) * 4);
    const barWidth = Math.max(leastBar, Math.min(mostBar, whole - fixed - 252));
    const benefit = whole - paybackWidth - gap;
    const cost = benefit - benefitWidth - gap;
    const barX = cost - costWidth - 6 - wordWidth - 6 - barWidth;
    const statusX = barX - gap - statusWidth;
    return {
        width: whole,
        titleWidth: statusX - gap,
        statusX,
        statusWidth,
        barX,
        barWidth,
        cost,
        benefit,
        payback: whole,
        costWidth,
        benefitWidth,
        paybackWidth,
    };
}
