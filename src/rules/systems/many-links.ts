import type { System } from '../../model/crm-model.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

const most = 5;

export const manyLinks: Rule = {
    code: 'SYS004',
    severity: 'info',
    title: 'A system has more than 5 point-to-point links and no middleware',
    why: 'Every link knows both of its ends, so a change of the system is a change of all of them. From about six on, middleware between them costs less than it saves.',
    wrong: `team it
system «crm» { owner it }
system a { owner it }
system b { owner it }
system c { owner it }
crm -> a  crm <- a  crm -> b  crm <- b  crm -> c  crm <- c`,
    right: `team it
system crm { owner it }
system a { owner it }
system b { owner it }
system c { owner it }
system bus { owner it  category middleware }
crm -> a  crm <- a { via bus }  crm -> b  crm <- b  crm -> c  crm <- c`,
    *find({ systems, flows, systemById }) {
        const direct = new Map<string, number>();
        const served = new Set<string>();
        for (const { from, to, via } of flows) {
            const ends = new Set([from.system, to.system]);
            const isServed = [...ends].some((id) => isMiddleware(systemById.get(id))) || via.some((id) => isMiddleware(systemById.get(id), true));
            for (const id of ends.size === 2 ? ends : []) {
                if (isServed) served.add(id);
                else direct.set(id, (direct.get(id) ?? 0) + 1);
            }
        }
        for (const system of systems) {
            const links = direct.get(system.id) ?? 0;
            if (links <= most || served.has(system.id) || system.category === 'middleware') continue;
            yield { message: `${called(system)} has ${links} point-to-point links and no middleware. Consider one between them.`, at: at(system) };
        }
    },
};

/** What flows pass through is taken for middleware where it does not say what it is. */
function isMiddleware(system: System | undefined, isPassedThrough = false): boolean {
    return system?.category === 'middleware' || (isPassedThrough && system?.category === undefined);
}
