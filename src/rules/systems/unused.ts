import { set } from '../fixes/fix.ts';
import { isProduction } from '../environments.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

export const unused: Rule = {
    code: 'SYS001',
    severity: 'warning',
    title: 'No flow, touchpoint or activity uses a system',
    why: 'It is paid for and looked after, and nothing in the map needs it. Either what uses it is missing from the map, or it can go. A channel that a system carries counts as use, and so does the consent that it asks for. Sandboxes stand alone.',
    wrong: `team it
system shop { owner it }
system crm { owner it }
system «fax» { owner it }
shop -> crm`,
    right: `team it
system shop { owner it }
system crm { owner it }
system fax { owner it }
shop -> crm
fax -> crm`,
    *find({ model, systems, entities, flows, touchpoints, systemsOf, entityOf }) {
        const used = new Set<string | undefined>([
            ...flows.flatMap((flow) => [flow.from.system, flow.to.system, ...flow.via]),
            ...touchpoints.flatMap(systemsOf),
            ...touchpoints.flatMap(({ uses, captures }) => [...uses.map(({ target }) => target), ...captures].map((id) => entityOf(id)?.system)),
            ...model.lifecycles.flatMap(({ stages }) => stages.flatMap(({ activities }) => activities.flatMap(({ systems: own }) => own))),
            ...entities.flatMap(({ consentFrom }) => consentFrom),
            ...model.channels.map(({ system }) => system),
        ]);
        for (const system of systems) {
            if (used.has(system.id) || !isProduction(system)) continue;
            yield {
                message: `No flow, touchpoint or activity uses ${called(system)}. Say what it is for, or remove it.`,
                at: at(system),
                fixes: () => [{ title: 'Write that it is retired: `lifecycle retired`', edits: [set(system, 'lifecycle', 'retired')] }],
            };
        }
    },
};
