import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const noTraining: Rule = {
    code: 'SYS006',
    severity: 'info',
    title: 'A system has users and no training',
    why: 'People who were never shown a system keep their own lists beside it, and those are in no map. Write how they learn it: `training "…"`.',
    wrong: `team it
system shop { owner it }
system crm { owner it  «users» 240 }
shop -> crm`,
    right: `team it
system shop { owner it }
system crm { owner it  users 240  training "Two days" }
shop -> crm`,
    *find({ systems }) {
        for (const system of systems) {
            if (!system.users || system.training !== undefined) continue;
            yield {
                message: `${called(system)} has ${system.users} users, and nothing says how they learn it. Write \`training\` "…".`,
                at: at(system, 'users'),
                fixes: () => [adding(system, 'training "How its users learn it"')],
            };
        }
    },
};
