import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

const mostOffered = 6;

export const noMetric: Rule = {
    code: 'JRN002',
    severity: 'warning',
    title: 'A stage has no metric',
    why: 'What is not measured is argued about. Write `metric` with the number that shows whether the stage reaches its objective.',
    wrong: `persona ana
metric csat { baseline 3  target 4  source "csat.csv" }
journey j { persona ana  stage «find» { objective "See what there is" } }`,
    right: `persona ana
metric csat { baseline 3  target 4  source "csat.csv" }
journey j { persona ana  stage find { objective "See what there is"  metric csat } }`,
    *find({ stages, model: { metrics } }) {
        for (const stage of stages) {
            if (stage.metrics.length > 0) continue;
            yield {
                message: `The stage ${called(stage)} has no metric. Write \`metric\` and what shows whether it goes well.`,
                at: at(stage),
                fixes: () => metrics.slice(0, mostOffered).map(({ id }) => adding(stage, `metric ${id}`)),
            };
        }
    },
};
