import type { Flow } from '../../model/crm-model.ts';
import { add, type Fix } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow, quoted } from '../words.ts';

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
            if (missing.length === 0) continue;
            yield {
                message: `${calledFlow(flow)} does not state its ${missing.join(' and its ')}. Write ${missing.map(quoted).join(' and ')}; an estimate will do.`,
                at: at(flow),
                fixes: () => estimatesFor(flow),
            };
        }
    },
};

/** Estimates for the author to correct; a timing that the pattern allows. */
function estimatesFor(flow: Flow): Fix[] {
    const volume = flow.volume ? [] : ['volume 100 per day'];
    const timings =
        flow.pattern === 'batch-sync'
            ? ['scheduled "0 3 * * *"', 'event']
            : ['real-time', 'event', ...(flow.pattern === undefined ? ['scheduled "0 3 * * *"'] : [])];
    const ways = flow.timing === undefined ? timings.map((timing) => [`timing ${timing}`, ...volume]) : [volume];
    return ways.map((lines) => ({ title: `Add ${lines.map(quoted).join(' and ')}`, edits: [add(flow, ...lines)] }));
}
