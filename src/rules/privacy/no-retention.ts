import { holdsPersonal } from '../personal.ts';
import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const noRetention: Rule = {
    code: 'PII004',
    severity: 'warning',
    title: 'Personal data has no retention',
    why: 'Personal data may be kept only as long as its purpose needs (GDPR Art. 5). What has no end is kept for ever. Write `retention`, such as `retention 3 years`.',
    wrong: `team it
system crm { owner it  master entity «Contact» { purpose "Serve"  basis contract  match Email  Email : email personal } }
system shop { owner it }
crm.Contact -> shop`,
    right: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system shop { owner it }
crm.Contact -> shop`,
    *find({ entities }) {
        for (const entity of entities) {
            if (entity.retention || !holdsPersonal(entity)) continue;
            yield {
                message: `${called(entity)} holds personal data, and nothing says how long it is kept. Write \`retention\`, such as \`retention 3 years\`.`,
                at: at(entity),
                fixes: () => ['3 years', '1 year', '10 years'].map((time) => adding(entity, `retention ${time}`)),
            };
        }
    },
};
