import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called, quoted } from '../words.ts';

const mostOffered = 5;

export const unsupportedGoal: Rule = {
    code: 'GOV002',
    severity: 'warning',
    title: 'Nothing supports a goal',
    why: 'A goal that no initiative and no other goal works towards is a wish. Let one `supports` it, or take it off the map. Initiatives that were dropped do not count.',
    wrong: `goal «loyalty»
goal trust
initiative one { supports trust }`,
    right: `goal loyalty
goal trust { supports loyalty }
initiative one { supports trust }`,
    *find({ model: { goals, initiatives } }) {
        const supported = new Set([...goals, ...initiatives.filter(({ status }) => status !== 'dropped')].flatMap(({ supports }) => supports));
        for (const goal of goals) {
            if (supported.has(goal.id) || goal.life === 'retired') continue;
            yield {
                message: `Nothing supports the goal ${called(goal)}. Write \`supports ${goal.id}\` in an initiative or in another goal.`,
                at: at(goal),
                fixes: () =>
                    initiatives
                        .filter(({ status }) => status !== 'dropped')
                        .slice(0, mostOffered)
                        .map((one) => ({ ...adding(one, `supports ${goal.id}`), title: `Write ${quoted(`supports ${goal.id}`)} in ${called(one)}` })),
            };
        }
    },
};
