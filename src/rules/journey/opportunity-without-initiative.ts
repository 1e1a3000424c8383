import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const opportunityWithoutInitiative: Rule = {
    code: 'JRN008',
    severity: 'info',
    title: 'An opportunity has no initiative',
    why: 'It was found and written down, and nobody has taken it up. Let an `initiative` deliver it; `status idea` is enough. Initiatives that were dropped do not count.',
    wrong: `team it
persona ana
system shop { owner it }
journey j { persona ana  stage s { touchpoint look { frontstage shop  opportunity «table» "A table of sizes" } } }`,
    right: `team it
persona ana
system shop { owner it }
journey j { persona ana  stage s { touchpoint look { frontstage shop  opportunity table "A table of sizes" } } }
initiative sizeTable { delivers j.table }`,
    *find({ model, touchpoints }) {
        const delivered = new Set(model.initiatives.filter(({ status }) => status !== 'dropped').flatMap(({ delivers }) => delivers));
        for (const opportunity of touchpoints.flatMap(({ opportunities }) => opportunities)) {
            if (delivered.has(opportunity.id)) continue;
            yield {
                message: `No initiative delivers the opportunity ${called(opportunity)}. Write one that delivers it, as an idea at first.`,
                at: at(opportunity),
            };
        }
    },
};
