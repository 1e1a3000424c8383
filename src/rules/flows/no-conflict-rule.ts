import type { Rule } from '../rule.ts';
import { at, calledFlow, quoted } from '../words.ts';

export const noConflictRule: Rule = {
    code: 'FLW001',
    severity: 'error',
    title: 'A two-way flow has no conflict rule',
    why: 'When both sides change a record between two runs, one change is lost, and chance says which. Write `conflict` with source-of-truth, most-recent, non-null or manual, or let the data go one way.',
    wrong: `team it
system shop { owner it }
system crm { owner it }
flow «customers»: shop <-> crm { timing real-time  volume 10 per day  errors alert it }`,
    right: `team it
system shop { owner it }
system crm { owner it }
flow customers: shop <-> crm { timing real-time  volume 10 per day  errors alert it  conflict most-recent }`,
    *find({ flows }) {
        for (const flow of flows) {
            if (!flow.twoWay || flow.conflict !== undefined) continue;
            yield {
                message: `${calledFlow(flow)} goes both ways between ${quoted(flow.from.system)} and ${quoted(flow.to.system)}, and nothing says who wins. Write conflict source-of-truth, most-recent, non-null or manual.`,
                at: at(flow),
            };
        }
    },
};
