import type { Flow } from '../../model/crm-model.ts';
import { missingTargets } from '../../model/mapping-faults.ts';
import type { MappingStep } from '../../model/mapping-steps.ts';
import { fillingFixes } from '../fixes/map-fixes.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow, listed, quoted } from '../words.ts';

export const requiredUnmapped: Rule = {
    code: 'MAP001',
    severity: 'error',
    title: 'A required target field is not mapped and has no default',
    why: 'The target refuses every record that this flow brings. Map a field to it, give it a `default`, or let it be no longer required. On the way back of a two-way flow records are brought up to date and not made, so there it may stay unmapped.',
    wrong: `team it
system shop { owner it  master entity Order { No : id  Total : money } }
system erp { owner it  entity Sale { same as shop.Order  No : id  Total : money required } }
flow «orders»: shop.Order -> erp.Sale { map No -> No }
shop.Order -> erp`,
    right: `team it
system shop { owner it  master entity Order { No : id  Total : money } }
system erp { owner it  entity Sale { same as shop.Order  No : id  Total : money required } }
flow orders: shop.Order -> erp.Sale { map No -> No  map Total -> Total }
shop.Order -> erp`,
    *find(context) {
        const stepsOf = new Map<Flow, MappingStep[]>();
        for (const step of context.steps) {
            const known = stepsOf.get(step.flow);
            if (known) known.push(step);
            else stepsOf.set(step.flow, [step]);
        }
        for (const [flow, steps] of stepsOf) {
            const missing = missingTargets(flow, steps, context.entityById);
            if (missing.length === 0) continue;
            yield {
                message: `${calledFlow(flow)} maps nothing to ${listed(missing.map(({ id }) => quoted(id)))}, ${missing.length === 1 ? 'which is required and has' : 'which are required and have'} no default. Map a field, or write a \`default\`.`,
                at: at(flow),
                fixes: () => fillingFixes(flow, missing, context),
                related: missing.map((field) => ({ message: `${quoted(field.id)} is required.`, at: at(field) })),
            };
        }
    },
};
