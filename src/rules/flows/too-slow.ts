import type { Duration, Flow, Touchpoint } from '../../model/crm-model.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { delayOf, secondsOf } from '../../model/flow-delay.ts';
import { at, called, calledFlow, quoted } from '../words.ts';
import { delayWords } from './flow-delay.ts';

export const tooSlow: Rule = {
    code: 'FLW003',
    severity: 'warning',
    title: 'A flow is slower than a touchpoint that depends on it needs',
    why: 'The touchpoint says how fresh its data must be; a flow on the way of that data is slower. Somebody will be told something that is no longer true. Make the flow faster, let the touchpoint ask the system of record, or relax `fresh within`.',
    wrong: `team it
system crm { owner it  master entity Contact { Tier : text(20) } }
system desk { owner it  entity Caller { same as crm.Contact  Tier : text(20) } }
flow callers: crm.Contact -> desk.Caller { «timing» scheduled "0 3 * * *"  volume 10 per day  errors alert it  map Tier -> Tier }
journey j { stage s { touchpoint call { frontstage desk  uses desk.Caller.Tier fresh within 1 hour } } }`,
    right: `team it
system crm { owner it  master entity Contact { Tier : text(20) } }
system desk { owner it  entity Caller { same as crm.Contact  Tier : text(20) } }
flow callers: crm.Contact -> desk.Caller { timing scheduled "*/30 * * * *"  volume 10 per day  errors alert it  map Tier -> Tier }
journey j { stage s { touchpoint call { frontstage desk  uses desk.Caller.Tier fresh within 1 hour } } }`,
    *find(context) {
        const needs = needsOf(context);
        const delays = new Map<string, number | undefined>();
        for (const flow of context.flows) {
            const need = needs.get(flow);
            if (!need) continue;
            const key = JSON.stringify([flow.timing, flow.cron, flow.latency]);
            const delay = delays.has(key) ? delays.get(key) : delayOf(flow);
            delays.set(key, delay);
            if (delay === undefined || delay <= need.seconds) continue;
            const { amount, unit } = need.freshWithin;
            yield {
                message: `${calledFlow(flow)} ${delayWords(delay)}, and ${called(need.touchpoint)} needs ${quoted(need.target)} fresh within ${amount} ${unit}${amount === 1 ? '' : 's'}. Make the flow faster, or relax the need.`,
                at: at(flow, 'timing'),
                related: [{ message: `${called(need.touchpoint)} needs it fresher.`, at: at(need.touchpoint, 'uses') }],
            };
        }
    },
};

interface Need {
    readonly touchpoint: Touchpoint;
    readonly target: string;
    readonly freshWithin: Duration;
    readonly seconds: number;
}

/**
 * The most urgent need that rests on each flow. Needs are taken from the most urgent on, and each spreads against the data's
 * direction over what no other has reached; so every flow is looked at once.
 */
function needsOf({ touchpoints, lineage, systemsOf }: RuleContext): Map<Flow, Need> {
    const needs = touchpoints.flatMap((touchpoint) =>
        touchpoint.uses.flatMap(({ target, freshWithin }) => (freshWithin ? [{ touchpoint, target, freshWithin, seconds: secondsOf(freshWithin) }] : [])),
    );
    const found = new Map<Flow, Need>();
    const seen = new Set<string>();
    for (const need of needs.sort((a, b) => a.seconds - b.seconds)) {
        for (const flow of flowsToSystems(need, lineage, systemsOf(need.touchpoint))) if (!found.has(flow)) found.set(flow, need);
        const pending = seen.has(need.target) ? [] : [need.target];
        for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
            if (seen.has(node)) continue;
            seen.add(node);
            for (const [before, { flow }] of lineage.backward(node)) {
                if (!found.has(flow)) found.set(flow, need);
                pending.push(before);
            }
        }
    }
    return found;
}

/** The flows by which used data comes to the systems of its touchpoint, where it does not lie in one of them. */
function flowsToSystems({ target }: Need, lineage: RuleContext['lineage'], systems: readonly string[]): Flow[] {
    if (systems.length === 0 || systems.includes(lineage.systemOf(target))) return [];
    const way = lineage.wayTo([target], ({ system }) => systems.includes(system));
    return (way ?? []).map(({ flow }) => flow);
}
