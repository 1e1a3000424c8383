import type { Rule } from '../rule.ts';
import { at, calledFlow } from '../words.ts';

export const unstated: Rule = {
    code: 'FLW014',
    severity: 'info',
    title: 'A flow does not state its volume or its timing',
    why: 'Without them nobody can tell whether limits hold, or how old data is at its end. Write `volume` and `timing`, an estimate at first.',
    wrong: `team it
system shop { owner it }
system crm { owner it }
flow «customers»: shop -> crm { timing event  errors alert it }`,
    right: `team it
system shop { owner it }
system crm { owner it }
flow customers: shop -> crm { timing event  errors alert it  volume 10 per day }`,
    *find({ flows }) {
        for (const flow of flows) {
            const missing = [...(flow.volume ? [] : ['volume']), ...(flow.timing === undefined ? ['timing'] : [])];
            if (missing.length > 0) yield { message: `${calledFlow(flow)} does not state its ${missing.join(' and its ')}. Write an estimate.`, at: at(flow) };
        }
    },
};
