import type { Flow } from '../../model/crm-model.ts';
import { nodeOf } from '../lineage.ts';
import { set } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called, calledFlow, quoted } from '../words.ts';

export const doubledFlow: Rule = {
    code: 'FLW013',
    severity: 'warning',
    title: 'Two flows move the same entity the same way',
    why: 'The same record arrives twice, by two roads and at two times; the slower one undoes what the faster one brought. Keep one, or mark the one that is going as `lifecycle retiring` and the one that is coming as planned.',
    wrong: `team it
system shop { owner it  master entity Order { OrderNo : id key } }
system erp { owner it }
flow orders: shop.Order -> erp { timing real-time  volume 10 per day  errors alert it }
flow «nightly»: shop.Order -> erp { timing scheduled "0 3 * * *"  volume 10 per day  errors alert it }`,
    right: `team it
system shop { owner it  master entity Order { OrderNo : id key } }
system erp { owner it }
flow orders: shop.Order -> erp { timing real-time  volume 10 per day  errors alert it }`,
    *find({ lineage }) {
        const first = new Map<string, Flow>();
        const told = new Set<Flow>();
        for (const { flow, from, to } of lineage.legs) {
            if ((from.entity === undefined && to.entity === undefined) || (flow.life ?? 'active') !== 'active') continue;
            const way = `${nodeOf(from)} > ${nodeOf(to)}`;
            const before = first.get(way);
            if (!before) first.set(way, flow);
            if (!before || before === flow || told.has(flow)) continue;
            told.add(flow);
            yield {
                message: `${calledFlow(flow)} moves ${quoted(from.entity ?? to.entity ?? '')} from ${quoted(from.system)} to ${quoted(to.system)}, and so does ${calledFlow(before)}. Keep one of them.`,
                at: at(flow),
                fixes: () =>
                    [flow, before].map((going) => ({
                        title: `Write that ${called(going)} is on its way out: ${quoted('lifecycle retiring')}`,
                        edits: [set(going, 'lifecycle', 'retiring')],
                    })),
                related: [{ message: `${calledFlow(before)} does the same.`, at: at(before) }],
            };
        }
    },
};
