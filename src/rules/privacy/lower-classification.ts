import { set } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import type { Leg } from '../lineage.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, called, calledFlow, quoted } from '../words.ts';

const ranks = ['public', 'internal', 'confidential', 'restricted'];

export const lowerClassification: Rule = {
    code: 'PII005',
    severity: 'warning',
    title: 'Data flows into a system of lower classification',
    why: 'What few may see in one system, more may see in the next. Raise the classification of the target, or take out what it need not have. A flow of which the map says that nothing in it is personal is left alone.',
    wrong: `team it
system crm { owner it  classification confidential  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system wiki { owner it  classification internal }
flow «contacts»: crm.Contact -> wiki`,
    right: `team it
system crm { owner it  classification confidential  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system wiki { owner it  classification confidential }
flow contacts: crm.Contact -> wiki`,
    *find(context) {
        for (const leg of context.lineage.legs) {
            const [from, to] = [context.systemById.get(leg.from.system), context.systemById.get(leg.to.system)];
            if (!from?.classification || !to?.classification || isHarmless(leg, context)) continue;
            const { classification } = from;
            if (ranks.indexOf(to.classification) >= ranks.indexOf(from.classification)) continue;
            yield {
                message: `${calledFlow(leg.flow)} goes from ${called(from)}, which is ${from.classification}, to ${called(to)}, which is ${to.classification}. Raise the classification there, or send less.`,
                at: at(leg.flow),
                fixes: () => [
                    {
                        title: `Write ${quoted(`classification ${classification}`)} in ${called(to)}`,
                        edits: [set(to, 'classification', classification)],
                    },
                ],
                related: [{ message: `${called(to)} is ${to.classification}.`, at: at(to, 'classification') }],
            };
        }
    },
};

/** The map says what the flow carries, and nothing of it is personal. */
function isHarmless({ flow, from, to, pairs }: Leg, { entityById }: RuleContext): boolean {
    const isKnown = pairs.length > 0 || [from, to].some(({ entity }) => (entityById.get(entity ?? '')?.fields.length ?? 0) > 0);
    return isKnown && !flow.personal;
}
