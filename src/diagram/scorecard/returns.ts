import type { Initiative, Money } from '../../model/crm-model.ts';
import { numberWords } from '../words/value-words.ts';

/** What an initiative costs once, and brings each year, each with its currency. */
export interface Return {
    readonly cost?: Amount;
    readonly benefit?: Amount;
    readonly payback: Payback;
}

export interface Amount {
    readonly amount: number;
    /** ISO 4217; `` where neither the amount nor the map states one. */
    readonly currency: string;
    /** `once`, or `a year`, whatever unit of time the text has. */
    readonly rhythm: 'once' | 'yearly';
}

/** Months until the benefit has paid for the cost, or the reason why that is not known. */
export type Payback = { readonly months: number } | { readonly why: 'not stated' | 'never' | 'running cost' | 'benefit once' | 'two currencies' };

const perYear: Readonly<Record<string, number>> = { second: 31_536_000, minute: 525_600, hour: 8760, day: 365, week: 52, month: 12, quarter: 4, year: 1 };

/** Cost, benefit and payback of an initiative. */
export function returnOf(initiative: Pick<Initiative, 'cost' | 'benefit'>, mapCurrency?: string): Return {
    const cost = initiative.cost && amountOf(initiative.cost, mapCurrency);
    const benefit = initiative.benefit && amountOf(initiative.benefit, mapCurrency);
    return { ...(cost ? { cost } : {}), ...(benefit ? { benefit } : {}), payback: paybackOf(cost, benefit) };
}

function amountOf(money: Money, mapCurrency: string | undefined): Amount {
    const factor = money.per === undefined ? undefined : perYear[money.per];
    const currency = money.currency ?? mapCurrency ?? '';
    return factor === undefined ? { amount: money.amount, currency, rhythm: 'once' } : { amount: money.amount * factor, currency, rhythm: 'yearly' };
}

/** Payback = cost ÷ benefit per year, in months. */
export function paybackOf(cost: Amount | undefined, benefit: Amount | undefined): Payback {
    if (!cost || !benefit) {
        return { why: 'not stated' };
    }
    if (cost.currency !== benefit.currency) {
        return { why: 'two currencies' };
    }
    if (cost.rhythm === 'yearly') {
        return { why: 'running cost' };
    }
    if (benefit.rhythm === 'once') {
        return { why: 'benefit once' };
    }
    if (benefit.amount <= 0) {
        return { why: 'never' };
    }
    return { months: (Math.max(0, cost.amount) * 12) / benefit.amount };
}

/** Months above which nobody counts them. */
const longest = 1200;

/** `4.8 months`; nothing where it is not known. */
export function monthWords(months: number): string {
    const rounded = months < 100 ? Math.round(months * 10) / 10 : Math.round(months);
    if (rounded === 0) {
        return months === 0 ? 'at once' : 'under 0.1\u00a0months';
    }
    if (rounded > longest) {
        return 'over 100\u00a0years';
    }
    return `${numberWords(rounded)}\u00a0month${rounded === 1 ? '' : 's'}`;
}

/** The sums of one currency. */
export interface Sum {
    readonly currency: string;
    readonly cost: number;
    readonly benefit: number;
    /** How many amounts are in it. */
    readonly count: number;
    /** Undefined where an initiative lacks a single cost or a yearly benefit in this currency. */
    readonly months?: number;
}

/** Sums of what is spent once and comes back each year, for each currency apart: different currencies cannot be added up. */
export function sumsOf(returns: readonly Return[]): Sum[] {
    const currencies = [...new Set(returns.flatMap(({ cost, benefit }) => [cost, benefit].flatMap((amount) => (amount ? [amount.currency] : []))))];
    return currencies.map((currency) => {
        const costs = returns.flatMap(({ cost }) => (cost?.currency === currency && cost.rhythm === 'once' ? [cost.amount] : []));
        const benefits = returns.flatMap(({ benefit }) => (benefit?.currency === currency && benefit.rhythm === 'yearly' ? [benefit.amount] : []));
        const cost = costs.reduce((sum, amount) => sum + amount, 0);
        const benefit = benefits.reduce((sum, amount) => sum + amount, 0);
        const touching = returns.filter((one) => one.cost?.currency === currency || one.benefit?.currency === currency);
        const isWhole = touching.every((one) => 'months' in one.payback);
        const count = costs.length + benefits.length;
        return { currency, cost, benefit, count, ...(isWhole && benefit > 0 ? { months: (cost * 12) / benefit } : {}) };
    });
}
