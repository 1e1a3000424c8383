import { isRecord } from './records.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const noConsumer: Rule = {
    code: 'SOR005',
    severity: 'info',
    title: 'A mastered entity is consumed by nobody',
    why: 'No flow takes it anywhere, and no touchpoint uses it. Either a flow is missing from the map, or the data is kept for nothing.',
    wrong: `team it
system crm { owner it  master entity «Contact» { ContactId : id key } }
system shop { owner it }
shop -> crm.Contact`,
    right: `team it
system crm { owner it  master entity Contact { ContactId : id key } }
system shop { owner it }
shop <- crm.Contact`,
    *find({ entities, systemById, lineage, touchpoints, entityOf }) {
        const used = new Set(touchpoints.flatMap(({ uses }) => uses.map(({ target }) => entityOf(target)?.id)));
        for (const entity of entities) {
            if (!entity.master || used.has(entity.id) || !isRecord(entity, systemById)) continue;
            if (lineage.legsFrom(entity.id).length > 0 || lineage.legsFrom(entity.system).length > 0) continue;
            yield {
                message: `${called(entity)} is consumed by nobody: no flow takes it anywhere, and no touchpoint uses it. Add the flow, or ask why it is kept.`,
                at: at(entity),
            };
        }
    },
};
