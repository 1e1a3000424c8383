import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

const lowest = -2;

export const lowWithoutPain: Rule = {
    code: 'JRN009',
    severity: 'warning',
    title: 'An emotion of -2 has no pain',
    why: 'The customer is at the lowest point, and the map does not say why. Write a `pain` with what hurts.',
    wrong: `team it
persona ana
system shop { owner it }
journey j { persona ana  stage s { touchpoint look { frontstage shop  «emotion» -2 "Lost"  evidence survey 2026-06-12 "Half of them left" } } }`,
    right: `team it
persona ana
system shop { owner it }
journey j { persona ana  stage s { touchpoint look { frontstage shop  emotion -2 "Lost"  evidence survey 2026-06-12 "Half of them left"
  pain sizes "Sizes differ"  opportunity table "A table of sizes" addresses sizes } } }
initiative sizeTable { delivers j.table }`,
    *find({ touchpoints }) {
        for (const touchpoint of touchpoints) {
            if (touchpoint.emotion !== lowest || touchpoint.pains.length > 0) continue;
            yield {
                message: `${called(touchpoint)} is felt as -2, and no pain says why. Write \`pain\` and what hurts.`,
                at: at(touchpoint, 'emotion'),
                fixes: () => [adding(touchpoint, 'pain "What hurts here"')],
            };
        }
    },
};
