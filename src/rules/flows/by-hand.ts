import type { Flow } from '../../model/crm-model.ts';
import { type Leg, nodeOf } from '../lineage.ts';
import { reach } from '../graph/reach.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, called, calledFlow, quoted } from '../words.ts';

export const byHand: Rule = {
    code: 'FLW004',
    severity: 'warning',
    title: 'Data goes from a touchpoint to its master by hand or over a spreadsheet',
    why: 'What customers tell at the touchpoint waits for somebody to carry it, and some of it is lost or mistyped on the way. Replace the manual step, or the spreadsheet, by a flow between the systems.',
    wrong: `team it
system till { owner it }
system crm { owner it  master entity Contact { ContactId : id key } }
flow «signUps»: till -> crm.Contact { timing manual  volume 40 per day  errors alert it }
journey j { stage s { touchpoint pay { frontstage till } } }`,
    right: `team it
system till { owner it }
system crm { owner it  master entity Contact { ContactId : id key } }
flow signUps: till -> crm.Contact { timing real-time  volume 40 per day  errors alert it }
journey j { stage s { touchpoint pay { frontstage till } } }`,
    *find(context) {
        const { lineage, touchpoints } = context;
        const suspects = lineage.legs.filter((leg) => flawOf(leg.flow, leg, context) !== undefined);
        if (suspects.length === 0 || touchpoints.length === 0) return;
        const givers = giversOf(context);
        const toMaster = nodesBeforeMasters(context);
        const told = new Set<Flow>();
        for (const leg of suspects) {
            const { flow } = leg;
            const from = startsOf(leg, context).find((node) => givers.has(node));
            if (from === undefined || told.has(flow) || !toMaster.has(nodeOf(leg.to)) || !leadsOn(leg, context)) continue;
            told.add(flow);
            const giver = givers.get(from);
            yield {
                message: `${calledFlow(flow)} ${flawOf(flow, leg, context) ?? ''}, on the way from ${giver ? called(giver) : 'a touchpoint'} to ${toMaster.get(nodeOf(leg.to))?.before === undefined ? 'the system of record' : 'a system of record, by way of'} ${quoted(nodeOf(leg.to))}. Let the systems send it themselves.`,
                at: at(flow),
                related: giver ? [{ message: `${called(giver)} is where the data comes from.`, at: at(giver) }] : [],
            };
        }
    },
};

/** Why a leg carries data by hand, in words. */
function flawOf(flow: Flow, leg: Leg, { systemById }: RuleContext): string | undefined {
    if (flow.timing === 'manual') return 'is done by hand';
    const sheet = [leg.from.system, ...flow.via].find((id) => systemById.get(id)?.category === 'spreadsheet');
    return sheet === undefined ? undefined : `goes over the spreadsheet ${quoted(sheet)}`;
}

/** The nodes that data of a touchpoint reaches, each with such a touchpoint. */
function giversOf({ touchpoints, lineage, systemById, systemsOf, entityOf }: RuleContext): Map<string, RuleContext['touchpoints'][number]> {
    const givers = new Map<string, RuleContext['touchpoints'][number]>();
    for (const touchpoint of touchpoints) {
        const systems = systemsOf(touchpoint);
        const entities = systems.flatMap((id) => systemById.get(id)?.entities ?? []);
        const captured = touchpoint.captures.flatMap((id) => entityOf(id) ?? []);
        const pending = [...systems, ...[...entities, ...captured].map(({ id }) => id)];
        for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
            if (givers.has(node)) continue;
            givers.set(node, touchpoint);
            for (const [next] of lineage.onward(node)) pending.push(next);
        }
    }
    return givers;
}

/** The nodes whose data comes to a master. A system as a whole is one where it masters something. */
function nodesBeforeMasters(context: RuleContext): ReadonlyMap<string, { readonly before?: string }> {
    const { entities, lineage } = context;
    const masters = entities.filter(({ master }) => master);
    return reach([...masters.map(({ id }) => id), ...masters.map(({ system }) => system)], (node) =>
        lineage.legsInto(node).flatMap((leg) => (leadsOn(leg, context) ? startsOf(leg, context).map((start) => [start, leg] as const) : [])),
    );
}

/** Data that leaves its own master for a system as a whole is not on its way to a master. */
function leadsOn({ from, to }: Leg, { entityById, concepts }: RuleContext): boolean {
    const entity = entityById.get(from.entity ?? '');
    return to.entity !== undefined || entity === undefined || concepts.mastersOf(entity).length === 0;
}

function startsOf({ from }: Leg, { systemById }: RuleContext): string[] {
    return from.entity === undefined ? [from.system, ...(systemById.get(from.system)?.entities ?? []).map(({ id }) => id)] : [from.entity];
}
