import type { System } from '../../model/crm-model.ts';
import type { Fix } from '../fixes/fix.ts';
import { ownerOffers } from '../fixes/teams-near.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const noOwner: Rule = {
    code: 'SYS002',
    severity: 'warning',
    title: 'A system has no owner',
    why: 'A system that belongs to nobody is not looked after: no one plans its end, answers for its data, or is called when it fails. Write `owner` and a team. A system that is `external` belongs to somebody else.',
    wrong: `team it
system «shop»
system crm { owner it }
shop -> crm`,
    right: `team it
system shop { owner it }
system crm { owner it }
shop -> crm`,
    *find(context) {
        let offers: ReturnType<typeof ownerOffers> | undefined;
        const ownersFor = (system: System): Fix[] => (offers ??= ownerOffers(context))(system);
        for (const system of context.systems) {
            if (system.owner !== undefined || system.external) continue;
            yield {
                message: `${called(system)} has no owner. Write \`owner\` and the team that answers for it.`,
                at: at(system),
                fixes: () => ownersFor(system),
            };
        }
    },
};
