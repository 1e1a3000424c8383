import type { Rule } from '../rule.ts';
import { at, quoted } from '../words.ts';

export const notWritable: Rule = {
    code: 'MAP006',
    severity: 'error',
    title: 'A mapping writes a formula or a read-only field',
    why: 'The target reckons the value itself, or lets nobody write it: the flow fails. Map to another field, or read this one only. The way back of a two-way flow writes as well.',
    wrong: `team it
system shop { owner it  master entity Order { Total : money } }
system erp { owner it  entity Sale { same as shop.Order  Total : money formula } }
shop.Order -> erp.Sale { «map Total -> Total» }`,
    right: `team it
system shop { owner it  master entity Order { Total : money } }
system erp { owner it  entity Sale { same as shop.Order  Total : money } }
shop.Order -> erp.Sale { map Total -> Total }`,
    *find({ steps }) {
        for (const { target, sources, mapping } of steps) {
            if (!target.formula && !target.readonly) continue;
            yield {
                message: `${quoted(target.id)} is ${target.formula ? 'a formula' : 'read-only'}, and ${sources.map(({ id }) => quoted(id)).join(' and ')} would be written into it. Map to another field.`,
                at: at(mapping),
                related: [{ message: `${quoted(target.id)} is declared here.`, at: at(target) }],
            };
        }
    },
};
