import { set } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow, quoted } from '../words.ts';

/** Timings that a pattern cannot have, and why. */
const contradictions: Readonly<Record<string, { readonly timings: readonly string[]; readonly why: string; readonly instead: string }>> = {
    'request-reply': {
        timings: ['scheduled', 'manual'],
        why: 'who asks waits for the answer, and does not wait for a timetable or a person',
        instead: 'batch-sync',
    },
    'batch-sync': { timings: ['real-time'], why: 'a batch gathers records before it moves them', instead: 'fire-and-forget' },
    'ui-update': { timings: ['scheduled', 'manual'], why: 'the screen changes when the data does', instead: 'batch-sync' },
    'data-virtualization': { timings: ['scheduled', 'manual'], why: 'data that is read where it lies has no run to be timed', instead: 'batch-sync' },
};

export const patternAndTiming: Rule = {
    code: 'FLW008',
    severity: 'warning',
    title: 'The pattern of a flow contradicts its timing',
    why: 'A request that waits for an answer cannot run by a timetable, and a batch is not real-time. One of the two was copied or outlived a change, and whoever builds the flow will build the wrong one. Correct `pattern` or `timing`.',
    wrong: `team it
system shop { owner it }
system crm { owner it }
shop -> crm { «pattern» request-reply  timing scheduled "0 3 * * *"  volume 10 per day  errors alert it }`,
    right: `team it
system shop { owner it }
system crm { owner it }
shop -> crm { pattern batch-sync  timing scheduled "0 3 * * *"  volume 10 per day  errors alert it }`,
    *find({ flows }) {
        for (const flow of flows) {
            const known = contradictions[flow.pattern ?? ''];
            if (!known || flow.timing === undefined || !known.timings.includes(flow.timing)) continue;
            yield {
                message: `${calledFlow(flow)} is ${flow.pattern} and ${flow.timing}, and that cannot be: ${known.why}. Correct \`pattern\` or \`timing\`.`,
                at: at(flow, 'pattern'),
                fixes: () => [{ title: `Write ${quoted(`pattern ${known.instead}`)}`, edits: [set(flow, 'pattern', known.instead)] }],
            };
        }
    },
};
