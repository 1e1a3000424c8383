import { addLast, adding, append } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called, isAnonymous } from '../words.ts';

export const painWithoutOpportunity: Rule = {
    code: 'JRN007',
    severity: 'warning',
    title: 'A pain has no opportunity',
    why: 'It is known that it hurts, and nobody has said what could be done. Write an `opportunity` that `addresses` it.',
    wrong: `team it
persona ana
system shop { owner it }
journey j { persona ana  stage s { touchpoint look { frontstage shop  pain «sizes» "Sizes differ" } } }`,
    right: `team it
persona ana
system shop { owner it }
journey j { persona ana  stage s { touchpoint look { frontstage shop  pain sizes "Sizes differ"  opportunity table "A table of sizes" addresses sizes } } }
initiative sizeTable { delivers j.table }`,
    *find({ touchpoints }) {
        const addressed = new Set(touchpoints.flatMap(({ opportunities }) => opportunities.flatMap(({ addresses }) => addresses)));
        for (const touchpoint of touchpoints) {
            const { pains, opportunities } = touchpoint;
            if (opportunities.some(({ addresses }) => addresses.length === 0)) continue;
            for (const pain of pains) {
                if (addressed.has(pain.id)) continue;
                const such = opportunities.at(0);
                const name = pain.id.slice(touchpoint.journey.length + 1);
                const aim = isAnonymous(pain) ? '' : ` addresses ${name}`;
                yield {
                    message: `No opportunity addresses the pain ${called(pain)}. Write one: \`opportunity "What could be better"${aim}\`.`,
                    at: at(pain),
                    fixes: () => [
                        {
                            ...adding(touchpoint, `opportunity "What could be better"${aim}`),
                            edits: [addLast(touchpoint, `opportunity "What could be better"${aim}`)],
                        },
                        ...(such && aim !== ''
                            ? [{ title: `Let the opportunity ${called(such)} address it`, edits: [append(such, `addresses ${name}`)] }]
                            : []),
                    ],
                };
            }
        }
    },
};
