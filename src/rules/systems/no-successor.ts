import type { System } from '../../model/crm-model.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, called } from '../words.ts';

export const noSuccessor: Rule = {
    code: 'SYS007',
    severity: 'warning',
    title: 'A system is retiring, and nothing replaces it',
    why: 'On the day it goes, what it does goes with it. A system replaces it when a flow that `migrates` goes there, when it has the same category, or when it provides all of the same capabilities.',
    wrong: `team it
system till { owner it  category point-of-sale  «lifecycle» retiring }
system crm { owner it }
till -> crm`,
    right: `team it
system till { owner it  category point-of-sale  lifecycle retiring }
system till2 { owner it  category point-of-sale  lifecycle planned }
system crm { owner it }
till -> crm
till2 -> crm`,
    *find(context) {
        for (const system of context.systems) {
            if (system.life !== 'retiring' || hasSuccessor(system, context)) continue;
            yield {
                message: `${called(system)} is retiring, and nothing replaces it. Declare what does: a system of the same category, or a flow with \`kind migrates\`.`,
                at: at(system, 'lifecycle'),
            };
        }
    },
};

function hasSuccessor(system: System, { systems, lineage, systemById }: RuleContext): boolean {
    const isStaying = (other: System | undefined): boolean =>
        other !== undefined && other !== system && (other.life === undefined || other.life === 'active' || other.life === 'planned');
    const ends = [system.id, ...system.entities.map(({ id }) => id)];
    if (ends.flatMap((end) => lineage.legsFrom(end)).some(({ flow, to }) => flow.relation === 'migrates' && isStaying(systemById.get(to.system)))) return true;
    const others = systems.filter(isStaying);
    if (system.category !== undefined && system.category !== 'other' && others.some(({ category }) => category === system.category)) return true;
    const provided = new Set(others.flatMap(({ provides }) => provides));
    return system.provides.length > 0 && system.provides.every((capability) => provided.has(capability));
}
