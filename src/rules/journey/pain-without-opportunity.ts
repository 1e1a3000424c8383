import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

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
        for (const { pains, opportunities } of touchpoints) {
            if (opportunities.some(({ addresses }) => addresses.length === 0)) continue;
            for (const pain of pains) {
                if (addressed.has(pain.id)) continue;
                yield { message: `No opportunity addresses the pain ${called(pain)}. Write one: opportunity "…" addresses and its name.`, at: at(pain) };
            }
        }
    },
};
