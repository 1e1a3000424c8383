import type { Field } from '../../model/crm-model.ts';
import type { FieldPair } from '../../model/mapping-faults.ts';
import type { Found } from '../rule.ts';
import { at, quoted } from '../words.ts';

/** A field with its type: `` `crm.Contact.Email`, text(80) ``. */
export function fieldWords({ id, type }: Field): string {
    const inside = type.numbers.length > 0 ? type.numbers.join(', ') : type.values.length > 0 ? '…' : (type.target ?? '');
    return `${quoted(id)}, ${type.name}${inside === '' ? '' : `(${inside})`}`;
}

/** Where two fields of a mapping are declared. */
export function declaredAt(...fields: readonly Field[]): Found['related'] {
    return fields.map((field) => ({ message: `${fieldWords(field)}, is declared here.`, at: at(field) }));
}

/** Pairs without those of the way back that the way there has, too: one mistake is told once. */
export function toldOnce(pairs: readonly FieldPair[]): FieldPair[] {
    const keyOf = ({ step, source, target }: FieldPair): string => JSON.stringify([step.flow.id, ...[source.id, target.id].sort()]);
    const first = new Map<string, FieldPair>();
    for (const pair of pairs) if (!first.has(keyOf(pair))) first.set(keyOf(pair), pair);
    return pairs.filter((pair) => first.get(keyOf(pair)) === pair);
}
