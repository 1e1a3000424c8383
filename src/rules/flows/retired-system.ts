import { set } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called, calledFlow, quoted } from '../words.ts';

export const retiredSystem: Rule = {
    code: 'FLW011',
    severity: 'error',
    title: 'An active flow uses a retired system',
    why: 'The system is no longer in use, and yet data is said to go through it. Either the flow has ended as well, or the system lives on. Write `lifecycle retired` in the flow, or let it go another way.',
    wrong: `team it
system old { owner it  lifecycle retired }
system crm { owner it }
system shop { owner it }
shop -> crm { timing event  volume 10 per day  errors alert it }
flow «notes»: old -> crm { timing event  volume 10 per day  errors alert it }`,
    right: `team it
system old { owner it  lifecycle retired }
system crm { owner it }
system shop { owner it }
shop -> crm { timing event  volume 10 per day  errors alert it }
flow notes: old -> crm { timing event  volume 10 per day  errors alert it  lifecycle retired }`,
    *find({ flows, systemById }) {
        for (const flow of flows) {
            if (flow.life === 'planned') continue;
            const retired = [flow.from.system, flow.to.system, ...flow.via].map((id) => systemById.get(id)).find((system) => system?.life === 'retired');
            if (!retired) continue;
            yield {
                message: `${calledFlow(flow)} is in use, and goes through ${called(retired)}, which is retired. Retire the flow, or let it go another way.`,
                at: at(flow),
                fixes: () => [
                    { title: `Retire ${called(flow)} as well`, edits: [set(flow, 'lifecycle', 'retired')] },
                    { title: `Write that ${called(retired)} is still in use: ${quoted('lifecycle retiring')}`, edits: [set(retired, 'lifecycle', 'retiring')] },
                ],
                related: [{ message: `${called(retired)} is retired.`, at: at(retired, 'lifecycle') }],
            };
        }
    },
};
