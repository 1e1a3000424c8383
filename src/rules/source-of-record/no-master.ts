import type { Rule } from '../rule.ts';
import { at, called, listed } from '../words.ts';

export const noMaster: Rule = {
    code: 'SOR002',
    severity: 'warning',
    title: 'An entity has no system of record',
    why: 'Copies without an original: when they differ, there is none to go by. Write `master` before the entity in the system that is right when others differ, or `same as` with the entity whose copy this is.',
    wrong: `team it
system crm { owner it  entity «Contact» { ContactId : id key } }
system shop { owner it }
crm.Contact -> shop`,
    right: `team it
system crm { owner it  master entity Contact { ContactId : id key } }
system shop { owner it }
crm.Contact -> shop`,
    *find({ concepts }) {
        for (const entities of concepts.all) {
            const [first, ...others] = entities;
            if (!first || entities.some(({ master }) => master)) continue;
            const copies =
                others.length > 0
                    ? `, nor ${others.length > 1 ? 'have' : 'has'} ${listed(others.map(called))}, which ${others.length > 1 ? 'are' : 'is'} the same`
                    : '';
            yield {
                message: `${called(first)} has no system of record${copies}. Write \`master\` before the entity that is right when copies differ, or \`same as\` with its original.`,
                at: at(first),
                related: others.map((other) => ({ message: `${called(other)} is the same, and no master.`, at: at(other) })),
            };
        }
    },
};
