import type { Entity } from '../../model/crm-model.ts';
import type { FixEdit } from '../fixes/fix.ts';
import { isRecord } from './records.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const twoMasters: Rule = {
    code: 'SOR001',
    severity: 'error',
    title: 'An entity has two systems of record',
    why: 'When two systems both count as the truth, they drift apart, and nobody can say which one is right. Entities that are `same as` each other, or that have the same name, are one. Keep `master` in one system. Where they are different things, give them names that say so. A master in a sandbox does not count, nor does one that is `planned` beside one that is in use.',
    wrong: `team it
system crm { owner it  master entity Contact { ContactId : id key } }
system erp { owner it  master entity «Customer» { same as crm.Contact  CustomerNo : id key } }
crm.Contact -> erp
erp.Customer -> crm`,
    right: `team it
system crm { owner it  master entity Contact { ContactId : id key } }
system erp { owner it  entity Customer { same as crm.Contact  CustomerNo : id key } }
crm.Contact -> erp
erp.Customer -> crm`,
    *find({ concepts, systemById }) {
        const isPlanned = (entity: Entity): boolean => (entity.life ?? systemById.get(entity.system)?.life) === 'planned';
        for (const entities of concepts.all) {
            const masters = entities.filter((entity) => entity.master && isRecord(entity, systemById));
            const inUse = masters.filter((entity) => !isPlanned(entity));
            const [first, ...others] = inUse.length > 0 ? inUse : masters;
            if (!first) continue;
            for (const other of others) {
                yield {
                    message: `${called(other)} is a system of record, and so is ${called(first)} for the same thing. Keep \`master\` in one system.`,
                    at: at(other),
                    fixes: () => [
                        { title: `Take \`master\` away from ${called(other)}`, edits: [withoutMaster(other)] },
                        { title: `Let ${called(other)} be the only master`, edits: [first, ...others].filter((one) => one !== other).map(withoutMaster) },
                    ],
                    related: [{ message: `${called(first)} is a system of record, too.`, at: at(first) }],
                };
            }
        }
    },
};

function withoutMaster({ source }: Entity): FixEdit {
    return { kind: 'swap', in: source, word: 'master', count: 1, words: '' };
}
