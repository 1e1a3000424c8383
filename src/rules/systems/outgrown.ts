import type { Limit, System } from '../../model/crm-model.ts';
import { numberWords } from '../flows/over-limit.ts';
import { growthOf, loadsOf, monthlyGrowth, rateOf } from '../loads.ts';
import type { Rule } from '../rule.ts';
import { monthAfter } from '../times.ts';
import { at, called } from '../words.ts';

const monthsAhead = 24;

export const outgrown: Rule = {
    code: 'SYS008',
    severity: 'info',
    dated: true,
    title: 'Growth passes the limit of a system within 24 months',
    why: 'What fits today will not fit then, and a contract or a new interface takes its time. Flows grow as they say, or as the entity that they carry. For a limit of records, the entities that the system holds are looked at as well.',
    wrong: `team it
system shop { owner it  master entity Order { volume 900 per day growing 20 percent per year  OrderNo : id key } }
system erp { owner it  «limit» 1000 calls per day }
shop.Order -> erp { timing event  volume 900 per day  errors alert it }`,
    right: `team it
system shop { owner it  master entity Order { volume 900 per day growing 20 percent per year  OrderNo : id key } }
system erp { owner it  limit 2000 calls per day }
shop.Order -> erp { timing event  volume 900 per day  errors alert it }`,
    *find(context) {
        for (const { system, limit, flows } of loadsOf(context)) {
            const moving = flows.map(({ flow, load }) => ({ load, growth: growthOf(flow, context.entityById) }));
            const month = monthOver(limit, moving) ?? monthOver(limit, recordsOf(system, limit));
            if (month === undefined) continue;
            yield {
                message: `${called(system)} passes its limit of ${numberWords(limit.amount)} ${limit.counted} per ${limit.per} in ${monthAfter(context.today, month)}, as its data grows. Plan for more, or for less.`,
                at: at(system, 'limit'),
            };
        }
    },
};

interface Growing {
    readonly load: number;
    /** By how much it is multiplied every month. */
    readonly growth: number;
}

/** The month, counted from now, in which loads that fit today no longer do. */
function monthOver(limit: Limit, loads: readonly Growing[]): number | undefined {
    const totalIn = (month: number): number => loads.reduce((sum, { load, growth }) => sum + load * growth ** month, 0);
    if (totalIn(0) > limit.amount || totalIn(monthsAhead) <= limit.amount) return undefined;
    let month = 1;
    while (totalIn(month) <= limit.amount) month++;
    return month;
}

/** The records that a system holds; where they are a stock and no stream, as many as one full run moves. */
function recordsOf(system: System, limit: Limit): Growing[] {
    if (limit.counted !== 'records') return [];
    return system.entities.flatMap(({ volume }) => {
        const load = volume?.per === undefined ? volume?.amount : rateOf(volume, limit.per);
        return load === undefined ? [] : [{ load, growth: monthlyGrowth(volume) }];
    });
}
