import type { Initiative } from '../../model/crm-model.ts';
import type { Rule } from '../rule.ts';
import { monthsOf } from '../times.ts';
import { at, called } from '../words.ts';

const most = 36;
const monthsAYear = 12;

export const slowReturn: Rule = {
    code: 'GOV008',
    severity: 'info',
    title: 'An initiative pays back after more than 36 months',
    why: 'In three years the systems, the customers and the plan will be others. That can be right for a foundation; then say so in a `crmmap-ignore`. The time is the cost over the benefit.',
    wrong: `goal loyalty
initiative advisor { supports loyalty  «cost» 400000  benefit 100000 per year }`,
    right: `goal loyalty
initiative advisor { supports loyalty  cost 40000  benefit 100000 per year }`,
    *find({ model: { initiatives, map } }) {
        for (const initiative of initiatives) {
            const months = initiative.status === 'dropped' ? undefined : paybackOf(initiative, map.currency);
            if (months === undefined || months <= most) continue;
            const when = Number.isFinite(months) ? `pays back after ${Math.ceil(months)} months, and that is more than ${most}` : 'never pays back';
            yield {
                message: `The initiative ${called(initiative)} ${when}. Look at its cost and benefit again, or say with crmmap-ignore what makes it worth it.`,
                at: at(initiative, 'cost'),
            };
        }
    },
};

/** Months until the benefit has paid the cost; undefined where one of them is not stated, or the currencies differ. */
function paybackOf({ cost, benefit }: Initiative, currency: string | undefined): number | undefined {
    if (!cost || !benefit || (cost.currency ?? currency) !== (benefit.currency ?? currency) || cost.per !== undefined) return undefined;
    const perMonth = benefit.amount / (monthsOf(benefit.per ?? 'year') ?? monthsAYear);
    return cost.amount === 0 ? 0 : cost.amount / perMonth;
}
