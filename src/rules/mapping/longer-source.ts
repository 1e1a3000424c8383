import type { Field } from '../../model/crm-model.ts';
import type { Fix } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, quoted } from '../words.ts';
import { declaredAt, fieldWords } from './field-words.ts';
import { longerSources } from '../../model/mapping-faults.ts';

export const longerSource: Rule = {
    code: 'MAP003',
    severity: 'warning',
    title: 'A source is longer than its target',
    why: 'Long values are cut or refused, and those are the values nobody tests with. Of numbers the digits before the point count, and behind it where no transform rounds them. A transform may shorten a text, or not. Widen the target, or say in a `crmmap-ignore` why it is wide enough. A two-way flow is looked at in both directions.',
    wrong: `team it
system shop { owner it  master entity Order { Remark : text(500) } }
system erp { owner it  entity Sale { same as shop.Order  Remark : text(80) } }
shop.Order -> erp.Sale { «map Remark -> Remark» }`,
    right: `team it
system shop { owner it  master entity Order { Remark : text(500) } }
system erp { owner it  entity Sale { same as shop.Order  Remark : text(500) } }
shop.Order -> erp.Sale { map Remark -> Remark }`,
    *find({ steps }) {
        for (const { source, target, step } of longerSources(steps)) {
            yield {
                message: `${fieldWords(source)}, goes into ${fieldWords(target)}: longer values may be cut. Widen the target.`,
                at: at(step.mapping),
                fixes: () => widened(source, target),
                related: declaredAt(source, target),
            };
        }
    },
};

function widened({ type }: Field, target: Field): Fix[] {
    if (target.type.name !== 'text') return [];
    const [room] = target.type.numbers;
    const longest = Math.max(type.numbers[0] ?? 0, ...type.values.map(({ length }) => length));
    return [
        {
            title: `Widen ${quoted(target.id)} to ${quoted(`text(${longest})`)}`,
            edits: [{ kind: 'swap', in: target.source, word: String(room), count: 1, words: String(longest) }],
        },
    ];
}
