import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, called, listed, quoted } from '../words.ts';

export const dataOutOfReach: Rule = {
    code: 'JRN005',
    severity: 'warning',
    title: 'A touchpoint uses data that no flow brings to its systems',
    why: 'The touchpoint needs data that lies elsewhere, and nothing in the map takes it there; so in truth somebody looks it up by hand, or does without. Add the flow, or the system that has the data.',
    wrong: `team it
persona ana
system crm { owner it  master entity Contact { Tier : text(20) } }
system desk { owner it }
desk -> crm
journey j { persona ana  stage s { touchpoint call { frontstage desk  «uses» crm.Contact.Tier } } }`,
    right: `team it
persona ana
system crm { owner it  master entity Contact { Tier : text(20) } }
system desk { owner it }
desk <- crm
journey j { persona ana  stage s { touchpoint call { frontstage desk  uses crm.Contact.Tier } } }`,
    *find(context) {
        for (const touchpoint of context.touchpoints) {
            const systems = context.systemsOf(touchpoint);
            for (const target of systems.length > 0 ? new Set(touchpoint.uses.map((use) => use.target)) : []) {
                if (systems.includes(context.lineage.systemOf(target)) || isBrought(target, systems, context)) continue;
                yield {
                    message: `${called(touchpoint)} uses ${quoted(target)}, and no flow brings it to ${listed(systems.map(quoted))}. Add a flow, or the system that has it.`,
                    at: at(touchpoint, 'uses'),
                };
            }
        }
    },
};

/** Whether a flow brings data to one of some systems, under whatever name, or takes it from there. */
function isBrought(target: string, systems: readonly string[], { lineage, entityById, concepts }: RuleContext): boolean {
    const entity = entityById.get(target);
    const starts = entity ? concepts.peersOf(entity).map(({ id }) => id) : [target];
    const isSource = starts.some((start) => {
        const own = entityById.get(start)?.system;
        return own !== undefined && systems.includes(own) && lineage.wayTo([start], ({ node }) => node === target) !== undefined;
    });
    if (isSource) return true;
    const first = starts.flatMap((start) => [...lineage.onward(start)].map(([node]) => node));
    return lineage.wayTo(first, ({ system }) => systems.includes(system)) !== undefined;
}
