import { appending } from '../fixes/fix.ts';
import { mappingFix } from '../fixes/map-fixes.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow, quoted } from '../words.ts';

export const unreadField: Rule = {
    code: 'MAP008',
    severity: 'info',
    title: 'A field of the source is read by nobody',
    why: 'A flow takes this entity field by field and leaves this one out; no other flow, touchpoint, key or match rule reads it either. Perhaps a `map` line was forgotten, or the field is kept for nothing. Keys and deprecated fields are not told.',
    wrong: `team it
system shop { owner it  master entity Order { No : id key  «Gift» : boolean } }
system erp { owner it  entity Sale { same as shop.Order  No : id } }
shop.Order -> erp.Sale { map No -> No }`,
    right: `team it
system shop { owner it  master entity Order { No : id key  Gift : boolean } }
system erp { owner it  entity Sale { same as shop.Order  No : id  Gift : boolean } }
shop.Order -> erp.Sale { map No -> No  map Gift -> Gift }`,
    *find(context) {
        const { lineage, entities, touchpoints, flows } = context;
        const read = new Set([
            ...lineage.legs.flatMap(({ pairs }) => pairs.map(([source]) => source)),
            ...touchpoints.flatMap(({ uses }) => uses.map(({ target }) => target)),
            ...entities.flatMap(({ match }) => match),
            ...flows.flatMap(({ key }) => key),
        ]);
        for (const entity of entities) {
            const legs = [...lineage.legsFrom(entity.id), ...lineage.legsFrom(entity.system).filter(({ pairs }) => pairs.length === 0)];
            const mapped = legs.find(({ pairs }) => pairs.length > 0);
            if (!mapped || legs.some(({ pairs }) => pairs.length === 0) || read.has(entity.id)) continue;
            for (const field of entity.fields) {
                if (field.key || field.deprecated || read.has(field.id)) continue;
                yield {
                    message: `${quoted(field.id)} is read by nobody: ${calledFlow(mapped.flow)} leaves it out, and nothing else takes it. Map it, or ask why it is kept.`,
                    at: at(field),
                    fixes: () => [...mappingFix(mapped.flow, field, context), appending(field, 'deprecated')],
                    related: [{ message: `${calledFlow(mapped.flow)} takes the entity field by field.`, at: at(mapped.flow) }],
                };
            }
        }
    },
};
