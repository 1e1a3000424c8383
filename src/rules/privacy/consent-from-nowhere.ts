import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

const mostOffered = 5;

export const consentFromNowhere: Rule = {
    code: 'PII002',
    severity: 'warning',
    title: 'The basis is consent, and nothing captures it',
    why: 'Consent has to be given somewhere, and whoever relies on it has to be able to show where. Write `consent from` with the touchpoint or system that asks for it, or let a touchpoint capture the entity. Entities that are the same rest on one consent.',
    wrong: `team it
system crm { owner it  master entity Lead { purpose "Inform"  «basis» consent  retention 1 year  match Email  Email : email personal } }
system shop { owner it }
crm.Lead -> shop`,
    right: `team it
system crm { owner it  master entity Lead { purpose "Inform"  basis consent  consent from shop  retention 1 year  match Email  Email : email personal } }
system shop { owner it }
crm.Lead -> shop`,
    *find({ entities, touchpoints, entityOf, systemsOf, concepts }) {
        const captured = new Set(touchpoints.flatMap(({ captures }) => captures.map((id) => entityOf(id)?.id)));
        const atTouchpoints = new Map<string, string[]>();
        for (const touchpoint of touchpoints) {
            for (const system of systemsOf(touchpoint))
                atTouchpoints.set(system, [...(atTouchpoints.get(system) ?? []), touchpoint.id].slice(0, mostOffered - 1));
        }
        for (const entity of entities) {
            if (entity.basis !== 'consent' || concepts.peersOf(entity).some(({ id, consentFrom }) => consentFrom.length > 0 || captured.has(id))) continue;
            yield {
                message: `${called(entity)} rests on consent, and nothing captures it. Write \`consent from\` and the touchpoint or system that asks.`,
                at: at(entity, 'basis'),
                fixes: () => [...(atTouchpoints.get(entity.system) ?? []), entity.system].map((source) => adding(entity, `consent from ${source}`)),
            };
        }
    },
};
