import type { Duration, Flow, Money } from '../../model/crm-model.ts';
import type { Titles } from './table.ts';

/** Values as the language writes them, so that a program reads them, too. */
export function durationText(duration: Duration | undefined): string | undefined {
    return duration && `${duration.amount} ${duration.unit}${duration.amount === 1 ? '' : 's'}`;
}

/** The currency of an amount. */
export function currencyOf(money: Money | undefined, mapCurrency: string | undefined): string | undefined {
    return money && (money.currency ?? mapCurrency);
}

/** `retry 3 then alert CRM operations`. */
export function errorText({ errors }: Flow, titles: Titles): string | undefined {
    const steps = errors.map(({ action, times, team }) => [action, times, titles.of('team', team)].filter((part) => part !== undefined).join(' '));
    return steps.length === 0 ? undefined : steps.join(' then ');
}
