import { loadsOf } from '../loads.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow, listed, quoted } from '../words.ts';

export const overLimit: Rule = {
    code: 'FLW007',
    severity: 'warning',
    title: 'The flows of a system move more than its limit',
    why: 'The volumes of all flows that enter, leave or pass through a system, added up, are more than its vendor allows. On a busy day some are refused. Move less often, in larger batches, or raise the limit.',
    wrong: `team it
system shop { owner it }
system crm { owner it  «limit» 1000 calls per day }
shop -> crm { timing event  volume 700 per day  errors alert it }
shop <- crm { timing event  volume 20 per hour  errors alert it }`,
    right: `team it
system shop { owner it }
system crm { owner it  limit 2000 calls per day }
shop -> crm { timing event  volume 700 per day  errors alert it }
shop <- crm { timing event  volume 20 per hour  errors alert it }`,
    *find(context) {
        for (const { system, limit, total, flows } of loadsOf(context)) {
            if (total <= limit.amount) continue;
            const most = [...flows].sort((a, b) => b.load - a.load).map(({ flow }) => flow);
            yield {
                message: `The flows of ${quoted(system.id)} move ${numberWords(total)} per ${limit.per}, and its limit is ${numberWords(limit.amount)} ${limit.counted} per ${limit.per}. Most come from ${listed(most.map(calledFlow), 3)}.`,
                at: at(system, 'limit'),
                related: most.slice(0, 5).map((flow) => ({ message: `${calledFlow(flow)} is part of the sum.`, at: at(flow) })),
            };
        }
    },
};

/** `51 200`: whole, in groups of three digits. */
export function numberWords(value: number): string {
    return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u00A0');
}
