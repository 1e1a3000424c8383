import type { Flow } from '../../model/crm-model.ts';
import { set } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow, quoted } from '../words.ts';

export const scheduledBesideEvents: Rule = {
    code: 'FLW009',
    severity: 'info',
    title: 'A flow is scheduled although its source publishes events',
    why: 'The source tells of changes when they happen, as another flow shows. A timetable then brings the same later, and all at once. Consider listening to the events.',
    wrong: `team it
system shop { owner it }
system erp { owner it }
flow orders: shop -> erp { timing event  volume 10 per day  errors alert it }
flow stock: shop -> erp { «timing» scheduled "0 3 * * *"  volume 10 per day  errors alert it }`,
    right: `team it
system shop { owner it }
system erp { owner it }
flow orders: shop -> erp { timing event  volume 10 per day  errors alert it }
flow stock: shop -> erp { timing event  volume 10 per day  errors alert it }`,
    *find({ lineage, flows }) {
        const publishers = new Map<string, Flow>();
        for (const { flow, from } of lineage.legs) if (flow.timing === 'event' && !publishers.has(from.system)) publishers.set(from.system, flow);
        for (const flow of flows) {
            const events = publishers.get(flow.from.system);
            if (flow.timing !== 'scheduled' || !events) continue;
            yield {
                message: `${calledFlow(flow)} is scheduled, although ${quoted(flow.from.system)} publishes events, as in ${calledFlow(events)}. Consider \`timing event\`.`,
                at: at(flow, 'timing'),
                fixes: () => [{ title: 'Write `timing event`', edits: [set(flow, 'timing', 'event')] }],
                related: [{ message: `${calledFlow(events)} comes by event.`, at: at(events) }],
            };
        }
    },
};
