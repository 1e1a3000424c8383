import { add } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called, listed, quoted } from '../words.ts';

/** For the author to fill in. */
const blanks: Readonly<Record<string, string>> = { baseline: 'baseline 0', target: 'target 100', source: 'source "where it is counted"' };

export const incompleteMetric: Rule = {
    code: 'GOV003',
    severity: 'warning',
    title: 'A metric has no baseline, target or source',
    why: 'Without a baseline there is no progress, without a target no end, and without a source no proof. Write `baseline`, `target` and `source "file"`.',
    wrong: `metric «csat» { unit score  baseline 3.9  target 4.5 }`,
    right: `metric csat { unit score  baseline 3.9  target 4.5  source "csat.csv" column "value" }`,
    *find({ model: { metrics } }) {
        for (const metric of metrics) {
            const parts = { baseline: metric.baseline, target: metric.target, source: metric.sourceData };
            const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
            if (missing.length === 0 || metric.life === 'retired') continue;
            const lines = missing.map((name) => blanks[name] ?? '');
            yield {
                message: `The metric ${called(metric)} has no ${listed(missing.map((one, index) => (index === 0 ? one : `no ${one}`)))}. Write ${listed(missing.map(quoted))}.`,
                at: at(metric),
                fixes: () => [{ title: `Add ${listed(lines.map(quoted))}`, edits: [add(metric, ...lines)] }],
            };
        }
    },
};
