import type { System } from '../../model/crm-model.ts';
import { isProduction } from '../environments.ts';
import type { Rule } from '../rule.ts';
import { at, called, listed, quoted } from '../words.ts';

export const sameCapability: Rule = {
    code: 'SYS005',
    severity: 'info',
    title: 'Two systems provide the same capability',
    why: 'The same thing is paid for twice, and people choose by habit which one they use. That may be wanted; if not, it is the cheapest saving on the map. Systems on their way in or out, and sandboxes, do not count.',
    wrong: `team it
system crm { owner it  provides reporting }
system lake { owner it  «provides» reporting }
crm -> lake`,
    right: `team it
system crm { owner it }
system lake { owner it  provides reporting }
crm -> lake`,
    *find({ systems }) {
        const providers = new Map<string, System[]>();
        for (const system of systems) {
            if ((system.life ?? 'active') !== 'active' || !isProduction(system)) continue;
            for (const capability of new Set(system.provides)) providers.set(capability, [...(providers.get(capability) ?? []), system]);
        }
        for (const [capability, [first, ...others]] of providers) {
            const last = others.at(-1);
            if (!first || !last) continue;
            yield {
                message: `${listed([first, ...others].map(called))} ${others.length > 1 ? 'all' : 'both'} provide ${quoted(capability)}. Is one of them enough?`,
                at: at(last, 'provides'),
                related: [first, ...others.slice(0, -1)].map((system) => ({ message: `${called(system)} provides it, too.`, at: at(system, 'provides') })),
            };
        }
    },
};
