import type { Initiative, Opportunity } from '../../model/crm-model.ts';
import type { Fix } from '../fixes/fix.ts';
import { freeName } from '../../../language/edits/free-name.ts';
import type { Rule } from '../rule.ts';
import { at, called, isAnonymous, quoted } from '../words.ts';

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
                fixes: () => (isAnonymous(opportunity) ? [] : takenUp(opportunity, model.initiatives)),
            };
        }
    },
};

/** A new initiative, as an idea, behind those that there are. */
function takenUp({ id, name: opportunity, source }: Opportunity, initiatives: readonly Initiative[]): Fix[] {
    const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(opportunity) ? opportunity : 'idea';
    const name = freeName(
        plain,
        initiatives.map((initiative) => initiative.name),
    );
    const last = initiatives.filter((initiative) => initiative.source.file === source.file).at(-1);
    const text = `initiative ${name} { delivers ${id}  status idea }`;
    return [{ title: `Declare ${quoted(text)}`, edits: [{ kind: 'declare', file: source.file, text, after: last?.source }] }];
}
