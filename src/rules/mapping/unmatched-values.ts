import type { Rule } from '../rule.ts';
import { at, listed, quoted } from '../words.ts';
import { declaredAt } from './field-words.ts';
import { plainPairsOf } from './field-pairs.ts';
import { valuesWithoutPartner } from '../../model/type-fit.ts';

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
    *find(context) {
        for (const { source, target, step } of plainPairsOf(context)) {
            const alone = valuesWithoutPartner(source.type, target.type, step.values);
            if (alone.length === 0) continue;
            yield {
                message: `${listed(alone.map((value) => `"${value}"`))} of ${quoted(source.id)} ${alone.length === 1 ? 'has' : 'have'} no partner in ${quoted(target.id)}. Write values "${alone[0] ?? ''}" -> and the value there.`,
                at: at(step.mapping),
                related: declaredAt(source, target),
            };
        }
    },
};
