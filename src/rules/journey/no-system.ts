import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

const mostOffered = 5;

export const noSystem: Rule = {
    code: 'JRN004',
    severity: 'warning',
    title: 'A touchpoint has no system behind it',
    why: 'Something has to know that the customer was there. Write `frontstage`, `backstage` or `support` with the systems at work, or `system` in its channel.',
    wrong: `persona ana
system shop { owner it }
team it
journey j { persona ana  stage s { touchpoint look { frontstage shop }  touchpoint «ask» } }`,
    right: `persona ana
system shop { owner it }
team it
journey j { persona ana  stage s { touchpoint look { frontstage shop }  touchpoint ask { backstage shop } } }`,
    *find({ touchpoints, systems, systemsOf }) {
        for (const touchpoint of touchpoints) {
            if (systemsOf(touchpoint).length > 0) continue;
            const near = touchpoints.filter(({ journey }) => journey === touchpoint.journey).flatMap(systemsOf);
            yield {
                message: `No system stands behind ${called(touchpoint)}. Write \`frontstage\`, \`backstage\` or \`support\` with those at work.`,
                at: at(touchpoint),
                fixes: () =>
                    [...new Set([...near, ...systems.map(({ id }) => id)])].slice(0, mostOffered).map((system) => adding(touchpoint, `frontstage ${system}`)),
            };
        }
    },
};
