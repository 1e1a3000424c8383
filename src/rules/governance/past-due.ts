import { set } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called, quoted } from '../words.ts';

export const pastDue: Rule = {
    code: 'GOV005',
    severity: 'warning',
    dated: true,
    title: 'An initiative is past its due date',
    why: 'Either it is done, and the map does not say so, or it is late, and the plan does not say so. Correct `status` or `due`.',
    wrong: `goal loyalty
initiative advisor { supports loyalty  status doing  «due» 2026-03-31 }`,
    right: `goal loyalty
initiative advisor { supports loyalty  status done  due 2026-03-31 }`,
    *find({ model: { initiatives }, today }) {
        for (const initiative of initiatives) {
            const { due, status, life } = initiative;
            if (due === undefined || due >= today || status === 'done' || status === 'dropped' || life === 'retired') continue;
            yield {
                message: `The initiative ${called(initiative)} was due on ${due}, and its status is ${status === undefined ? 'not stated' : quoted(status)}. Correct \`status\` or \`due\`.`,
                at: at(initiative, 'due'),
                fixes: () => ['done', 'dropped'].map((end) => ({ title: `Write ${quoted(`status ${end}`)}`, edits: [set(initiative, 'status', end)] })),
            };
        }
    },
};
