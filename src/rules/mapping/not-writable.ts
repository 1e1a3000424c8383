import type { Field, Mapping } from '../../model/crm-model.ts';
import { unwritableTargets } from '../../model/mapping-faults.ts';
import type { Fix } from '../fixes/fix.ts';
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
        for (const { target, sources, mapping } of unwritableTargets(steps)) {
            yield {
                message: `${quoted(target.id)} is ${target.formula ? 'a formula' : 'read-only'}, and ${sources.map(({ id }) => quoted(id)).join(' and ')} would be written into it. Map to another field.`,
                at: at(mapping),
                fixes: () => waysOut(mapping, target),
                related: [{ message: `${quoted(target.id)} is declared here.`, at: at(target) }],
            };
        }
    },
};

function waysOut({ source }: Mapping, target: Field): Fix[] {
    const words = [...(target.formula ? ['formula'] : []), ...(target.readonly ? ['readonly'] : [])];
    const needed = target.required && !target.formula && target.default === undefined;
    const writable: Fix = {
        title: `Take ${words.map(quoted).join(' and ')} away from ${quoted(target.id)}`,
        edits: words.map((word) => ({ kind: 'swap', in: target.source, word, count: 1, words: '' })),
    };
    return [...(needed ? [] : [{ title: 'Remove this `map` line', edits: [{ kind: 'replace', piece: source, text: '' }] } satisfies Fix]), writable];
}
