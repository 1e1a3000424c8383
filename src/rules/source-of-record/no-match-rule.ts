import { holdsPersonal } from '../personal.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const noMatchRule: Rule = {
    code: 'SOR004',
    severity: 'warning',
    title: 'A mastered entity with personal data has no match rule',
    why: 'Without a rule that says when two records are the same person, the master fills with duplicates, and a request for access or erasure finds only some of them. Write `match` with the fields that tell people apart.',
    wrong: `team it
system crm { owner it  master entity «Contact» { purpose "Serve"  basis contract  retention 3 years  Email : email personal } }
system shop { owner it }
crm.Contact -> shop`,
    right: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system shop { owner it }
crm.Contact -> shop`,
    *find({ entities }) {
        for (const entity of entities) {
            if (!entity.master || entity.match.length > 0 || !holdsPersonal(entity)) continue;
            yield {
                message: `${called(entity)} is a master of personal data, and nothing says when two records are one person. Write match and the fields that decide.`,
                at: at(entity),
            };
        }
    },
};
