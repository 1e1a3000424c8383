import { appending } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, quoted } from '../words.ts';

export const sensitiveInClear: Rule = {
    code: 'PII007',
    severity: 'warning',
    title: 'A sensitive field is not encrypted',
    why: 'What hurts most when it is lost should be worth nothing to whoever finds it. Encrypt it, and write `encrypted`.',
    wrong: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal  «Health» : text(200) sensitive } }
system shop { owner it }
crm.Contact -> shop`,
    right: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal  Health : text(200) sensitive encrypted } }
system shop { owner it }
crm.Contact -> shop`,
    *find({ entities }) {
        for (const field of entities.flatMap((entity) => entity.fields)) {
            if (field.sensitive && !field.encrypted)
                yield {
                    message: `${quoted(field.id)} is sensitive and not encrypted. Encrypt it, and write \`encrypted\`.`,
                    at: at(field),
                    fixes: () => [appending(field, 'encrypted')],
                };
        }
    },
};
