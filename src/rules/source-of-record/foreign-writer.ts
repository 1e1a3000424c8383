import type { Rule } from '../rule.ts';
import { at, called, calledFlow, listed, quoted } from '../words.ts';

export const foreignWriter: Rule = {
    code: 'SOR003',
    severity: 'warning',
    title: 'A system that is not the master writes a mastered field',
    why: 'A system of record whose fields others overwrite is one in name only. Let the other system ask the master for a change, make it the master, or say in a `crmmap-ignore` why it may write. A flow that `migrates` hands its data over, and may.',
    wrong: `team it
system shop { owner it  entity Buyer { same as crm.Contact  Email : text(80) } }
system crm { owner it  master entity Contact { Email : text(80) } }
flow «buyers»: shop.Buyer -> crm.Contact { map Email -> Email }
crm.Contact -> shop`,
    right: `team it
system shop { owner it  entity Buyer { same as crm.Contact  Email : text(80) } }
system crm { owner it  master entity Contact { Email : text(80) } }
flow buyers: shop.Buyer -> crm.Contact
crm.Contact -> shop`,
    *find({ lineage, entityOf }) {
        for (const leg of lineage.legs) {
            if (leg.flow.relation === 'migrates') continue;
            const written = leg.pairs.flatMap(([, target]) => {
                const entity = entityOf(target);
                return entity?.master && entity.system !== leg.from.system ? [{ field: target, entity }] : [];
            });
            const [first] = written;
            if (!first) continue;
            const fields = [...new Set(written.map(({ field }) => field))];
            const { entity } = first;
            yield {
                message: `${calledFlow(leg.flow)} lets ${quoted(leg.from.system)} write ${listed(fields.map(quoted))}, and ${quoted(entity.system)} is the master of ${called(entity)}. Let the master decide, or say with crmmap-ignore why it may.`,
                at: at(leg.flow),
                related: [{ message: `${called(entity)} has its system of record here.`, at: at(entity) }],
            };
        }
    },
};
