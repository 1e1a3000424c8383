import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const noObjective: Rule = {
    code: 'JRN001',
    severity: 'warning',
    title: 'A stage has no objective',
    why: 'Without knowing what the customer wants in a stage, nobody can say whether it goes well. Write `objective "…"`, in the words of the customer.',
    wrong: `persona ana
metric csat { baseline 3  target 4  source "csat.csv" }
journey j { persona ana  stage «find» { metric csat } }`,
    right: `persona ana
metric csat { baseline 3  target 4  source "csat.csv" }
journey j { persona ana  stage find { objective "See what there is"  metric csat } }`,
    *find({ stages }) {
        for (const stage of stages) {
            if (stage.objective !== undefined) continue;
            yield {
                message: `The stage ${called(stage)} has no objective. Write what the customer wants in it: \`objective "…"\`.`,
                at: at(stage),
                fixes: () => [adding(stage, 'objective "What the customer wants here"')],
            };
        }
    },
};
