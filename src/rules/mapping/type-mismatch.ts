import { transformFix } from '../fixes/transform-fixes.ts';
import type { Rule } from '../rule.ts';
import { at } from '../words.ts';
import { declaredAt, fieldWords, toldOnce } from './field-words.ts';
import { misfits } from '../../model/mapping-faults.ts';

export const typeMismatch: Rule = {
    code: 'MAP002',
    severity: 'warning',
    title: 'Types do not fit, and no transform is stated',
    why: 'A text is no number, and a phone number no email address: somebody will write code that guesses. Say how one becomes the other with `using "…"`, or map another field.',
    wrong: `team it
system shop { owner it  master entity Order { Total : text(20) } }
system erp { owner it  entity Sale { same as shop.Order  Total : money } }
shop.Order -> erp.Sale { «map Total -> Total» }`,
    right: `team it
system shop { owner it  master entity Order { Total : text(20) } }
system erp { owner it  entity Sale { same as shop.Order  Total : money } }
shop.Order -> erp.Sale { map Total -> Total using "number before the sign" }`,
    *find({ steps }) {
        for (const { source, target, step } of toldOnce(misfits(steps))) {
            yield {
                message: `${fieldWords(source)}, does not fit into ${fieldWords(target)}, as it stands. Say how it becomes one: \`using "…"\`.`,
                at: at(step.mapping),
                fixes: () => transformFix(step),
                related: declaredAt(source, target),
            };
        }
    },
};
