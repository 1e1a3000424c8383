import { nearest } from '../../../language/nearest.ts';
import type { Field } from '../../model/crm-model.ts';
import type { MappingStep } from '../../model/mapping-steps.ts';
import { append, type Fix, textLiteral } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, listed, quoted } from '../words.ts';
import { declaredAt } from './field-words.ts';
import { valuesAlone } from '../../model/mapping-faults.ts';

export const unmatchedValues: Rule = {
    code: 'MAP004',
    severity: 'warning',
    title: 'Values of a picklist have no partner',
    why: 'A record with such a value is refused, or arrives with an empty field. Pair them with `values "A" -> "B"`, or add them to the target. A two-way flow is looked at in both directions.',
    wrong: `team it
system shop { owner it  master entity Order { State : picklist("Open", "Paid") } }
system erp { owner it  entity Sale { same as shop.Order  State : picklist("Open", "Done") } }
shop.Order -> erp.Sale { «map State -> State» }`,
    right: `team it
system shop { owner it  master entity Order { State : picklist("Open", "Paid") } }
system erp { owner it  entity Sale { same as shop.Order  State : picklist("Open", "Done") } }
shop.Order -> erp.Sale { map State -> State values "Paid" -> "Done" }`,
    *find({ steps }) {
        for (const { source, target, step, values: alone } of valuesAlone(steps)) {
            yield {
                message: `${listed(alone.map((value) => `"${value}"`))} of ${quoted(source.id)} ${alone.length === 1 ? 'has' : 'have'} no partner in ${quoted(target.id)}. Write \`values "${alone[0] ?? ''}" ->\` and the value there.`,
                at: at(step.mapping),
                fixes: () => partnersFor(alone, target, step),
                related: declaredAt(source, target),
            };
        }
    },
};

/** Pairs each value with the one that is most like it, else with one that has no partner yet, for the author to correct. */
function partnersFor(alone: readonly string[], target: Field, { mapping, direction, sources }: MappingStep): Fix[] {
    const own = new Set(sources.flatMap(({ type }) => type.values));
    const free = target.type.values.filter((value) => !own.has(value));
    const pairs = alone.map((value, index) => {
        const partner = nearest(value, target.type.values) ?? free[index] ?? free.at(-1) ?? target.type.values.at(-1) ?? '';
        const pair = direction === 'forth' ? [value, partner] : [partner, value];
        return pair.map(textLiteral).join(' -> ');
    });
    return [{ title: `Add ${quoted(`values ${pairs.join(', ')}`)}`, edits: [append(mapping, `values ${pairs.join(', ')}`)] }];
}
