import type { AstNode, Reference } from 'langium';
import type * as ast from '../../language/generated/ast.ts';
import { pathOf } from '../../language/names.ts';
import type { Duration, Money, Volume } from './crm-model.ts';

/** The id of what a reference names, or undefined when it is broken. */
export function idOf(reference: Reference<AstNode> | undefined): string | undefined {
    return reference?.ref ? pathOf(reference.ref) : undefined;
}

/** The ids of all references that are not broken. */
export function idsOf(references: readonly Reference<AstNode>[]): string[] {
    return references.map(idOf).filter((id) => id !== undefined);
}

const durationUnits = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;

/** A duration with its unit in the singular, or undefined when the unit is unknown. */
export function durationOf(duration: ast.Duration | undefined): Duration | undefined {
    const unit = durationUnits.find((known) => known === duration?.unit || `${known}s` === duration?.unit);
    return duration && unit && Number.isFinite(duration.amount) ? { amount: duration.amount, unit } : undefined;
}

export function moneyOf(money: ast.Money | undefined): Money | undefined {
    return money && Number.isFinite(money.amount) ? { amount: money.amount, currency: money.currency, per: money.unit } : undefined;
}

export function volumeOf(volume: ast.Volume | undefined): Volume | undefined {
    if (!volume || !Number.isFinite(volume.amount)) return undefined;
    return { amount: volume.amount, per: volume.unit, peak: volume.peak, growth: volume.growth?.amount, growthPer: volume.growthUnit };
}

/** The word when it is one of a list, else undefined: a wrong word is reported by the checks, and absent from the model. */
export function oneOf<T extends string>(word: string | undefined, words: Readonly<Record<T, string>>): T | undefined {
    return word !== undefined && Object.hasOwn(words, word) ? (word as T) : undefined;
}

/** Those words that are of a list. */
export function someOf<T extends string>(found: readonly string[], words: Readonly<Record<T, string>>): T[] {
    return found.map((word) => oneOf(word, words)).filter((word) => word !== undefined);
}
