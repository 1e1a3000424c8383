import { holdsPersonal } from '../personal.ts';
import type { Entity } from '../../model/crm-model.ts';
import { adding } from '../fixes/fix.ts';
import { localName, tellingFields } from '../fixes/flow-keys.ts';
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
                message: `${called(entity)} is a master of personal data, and nothing says when two records are one person. Write \`match\` and the fields that decide.`,
                at: at(entity),
                fixes: () => matchesFor(entity).map((fields) => adding(entity, `match ${fields}`)),
            };
        }
    },
};

/** What tells people apart: an email address, a key; else whatever is personal. */
function matchesFor(entity: Entity): string[] {
    const telling = tellingFields(entity);
    const isEmail = (field: Entity['fields'][number]): boolean => field.type.name === 'email';
    const chosen = [...telling.filter(isEmail), ...telling.filter((field) => !isEmail(field))];
    return (chosen.length > 0 ? chosen : entity.fields.filter(({ personal }) => personal)).slice(0, 5).map(localName);
}
