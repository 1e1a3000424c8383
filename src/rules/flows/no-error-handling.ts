import type { Rule } from '../rule.ts';
import { at, calledFlow } from '../words.ts';

export const noErrorHandling: Rule = {
    code: 'FLW005',
    severity: 'warning',
    title: 'A flow has no error handling',
    why: 'Every flow fails one day. If nobody wrote what happens then, records are lost in silence. Write `errors` with retry, dead-letter, alert, replay or fallback, joined by `then`.',
    wrong: `team it
system shop { owner it }
system crm { owner it }
flow «customers»: shop -> crm { timing event  volume 10 per day }`,
    right: `team it
system shop { owner it }
system crm { owner it }
flow customers: shop -> crm { timing event  volume 10 per day  errors dead-letter then alert it }`,
    *find({ flows }) {
        for (const flow of flows) {
            if (flow.errors.length > 0) continue;
            yield { message: `Nothing says what happens when ${calledFlow(flow)} fails. Write errors, such as errors retry 3 then dead-letter.`, at: at(flow) };
        }
    },
};
