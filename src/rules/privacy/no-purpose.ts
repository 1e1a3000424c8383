import { holdsPersonal } from '../personal.ts';
import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const noPurpose: Rule = {
    code: 'PII008',
    severity: 'warning',
    title: 'Personal data has no purpose',
    why: 'Personal data is collected for a purpose that is named (GDPR Art. 5); basis, retention and what may be done with it follow from that. Write `purpose "…"`.',
    wrong: `team it
system crm { owner it  master entity «Contact» { basis contract  retention 3 years  match Email  Email : email personal } }
system shop { owner it }
crm.Contact -> shop`,
    right: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system shop { owner it }
crm.Contact -> shop`,
    *find({ entities }) {
        for (const entity of entities) {
            if (entity.purpose !== undefined || !holdsPersonal(entity)) continue;
            yield {
                message: `${called(entity)} holds personal data, and nothing says what for. Write \`purpose "…"\`.`,
                at: at(entity),
                fixes: () => [adding(entity, 'purpose "What it is kept for"')],
            };
        }
    },
};
