import type { Entity, Flow } from '../../model/crm-model.ts';
import { adding } from '../fixes/fix.ts';
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
    *find({ flows, entityById }) {
        for (const flow of flows) {
            if (!flow.twoWay || flow.conflict !== undefined) continue;
            yield {
                message: `${calledFlow(flow)} goes both ways between ${quoted(flow.from.system)} and ${quoted(flow.to.system)}, and nothing says which side wins. Write \`conflict\` with source-of-truth, most-recent, non-null or manual.`,
                at: at(flow),
                fixes: () => rulesFor(flow, entityById).map((rule) => adding(flow, `conflict ${rule}`)),
            };
        }
    },
};

/** Where one end is the system of record, it is the one to ask. */
function rulesFor({ from, to }: Flow, entityById: ReadonlyMap<string, Entity>): string[] {
    const isMastered = [from, to].some(({ entity }) => entityById.get(entity ?? '')?.master);
    return isMastered ? ['source-of-truth', 'most-recent', 'non-null', 'manual'] : ['most-recent', 'source-of-truth', 'non-null', 'manual'];
}
