import { stronglyConnected } from '../graph/components.ts';
import { pathTo, reach } from '../graph/reach.ts';
import type { FlowEnd } from '../../model/crm-model.ts';
import { type Leg, nodeOf } from '../lineage.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, calledFlow, listed, quoted } from '../words.ts';

export const syncCircle: Rule = {
    code: 'FLW002',
    severity: 'warning',
    title: 'Flows move an entity in a circle',
    why: 'A change that comes back to where it began can start the next round, or overwrite what was changed meanwhile. Break the circle at the flow that brings nothing new, or let changes spread from the system of record alone.',
    wrong: `team it
system crm { owner it  master entity Contact { ContactId : id key } }
system erp { owner it  entity Customer { same as crm.Contact  No : id key } }
system shop { owner it  entity Buyer { same as crm.Contact  No : id key } }
flow «a»: crm.Contact -> erp.Customer
flow b: erp.Customer -> shop.Buyer
flow c: shop.Buyer -> crm.Contact`,
    right: `team it
system crm { owner it  master entity Contact { ContactId : id key } }
system erp { owner it  entity Customer { same as crm.Contact  No : id key } }
system shop { owner it  entity Buyer { same as crm.Contact  No : id key } }
flow a: crm.Contact -> erp.Customer
flow b: erp.Customer -> shop.Buyer
flow c: crm.Contact -> shop.Buyer`,
    *find(context) {
        const legs = placedLegs(context);
        const from = new Map<string, Leg[]>();
        for (const leg of legs) {
            const known = from.get(nodeOf(leg.from));
            if (known) known.push(leg);
            else from.set(nodeOf(leg.from), [leg]);
        }
        const legsFrom: LegsFrom = (node) => from.get(node) ?? [];
        for (const members of circularNodes(legs, legsFrom)) {
            const circle = circleWithin(new Set(members), legsFrom);
            if (!circle || !isOfOneEntity(circle, context)) continue;
            const flows = circle.map(({ flow }) => flow);
            const first = flows.reduce((earliest, flow) => (flow.number < earliest.number ? flow : earliest));
            const stations = [...circle.map(({ from }) => nodeOf(from)), nodeOf(circle[0]?.from ?? first.from)];
            yield {
                message: `${listed(flows.map(calledFlow), 8)} move one entity in a circle: ${shortened(stations).join(' → ')}. Break it at the flow that brings nothing new.`,
                at: at(first),
                related: flows.filter((flow) => flow !== first).map((flow) => ({ message: `${calledFlow(flow)} is part of the circle.`, at: at(flow) })),
            };
        }
    },
};

type LegsFrom = (node: string) => readonly Leg[];

/** Legs whose ends name the copy of what they carry, where a system as a whole is stated and holds one. */
function placedLegs({ lineage, entityById, systemById, concepts }: RuleContext): Leg[] {
    const copyIn = (end: FlowEnd, other: FlowEnd): FlowEnd => {
        const carried = end.entity === undefined ? entityById.get(other.entity ?? '') : undefined;
        const held = systemById.get(end.system)?.entities ?? [];
        if (!carried || held.length === 0) return end;
        const peers = new Set(concepts.peersOf(carried));
        const copy = held.find((entity) => peers.has(entity));
        return copy ? { ...end, entity: copy.id } : end;
    };
    return lineage.legs.map((leg) => {
        const [from, to] = [copyIn(leg.from, leg.to), copyIn(leg.to, leg.from)];
        return from === leg.from && to === leg.to ? leg : { ...leg, from, to };
    });
}

/** Groups of ends of flows that all reach each other. */
function circularNodes(legs: readonly Leg[], legsFrom: LegsFrom): string[][] {
    const nodes = [...new Set(legs.flatMap((leg) => [nodeOf(leg.from), nodeOf(leg.to)]))];
    const numbers = new Map(nodes.map((node, index) => [node, index]));
    const successors = nodes.map((node) => legsFrom(node).map((leg) => numbers.get(nodeOf(leg.to)) ?? 0));
    return stronglyConnected(successors)
        .filter((component) => component.length > 1)
        .map((component) => component.map((index) => nodes[index] ?? '').sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0)));
}

/** Legs that lead round, each of another flow; undefined where data only goes to and fro on two-way flows. */
function circleWithin(members: ReadonlySet<string>, legsFrom: LegsFrom): Leg[] | undefined {
    const inside = [...members].flatMap((node) => legsFrom(node)).filter((leg) => members.has(nodeOf(leg.to)) && nodeOf(leg.from) !== nodeOf(leg.to));
    const flows = new Set(inside.map(({ flow }) => flow));
    if (flows.size < members.size) return undefined;
    const closing = inside.find(({ flow }) => !flow.twoWay) ?? closingLeg(inside);
    if (!closing) return undefined;
    const start = nodeOf(closing.to);
    const found = reach([start], (node) =>
        legsFrom(node).flatMap((leg) => (members.has(nodeOf(leg.to)) && leg.flow !== closing.flow ? [[nodeOf(leg.to), leg] as const] : [])),
    );
    const end = nodeOf(closing.from);
    return found.has(end) ? [closing, ...pathTo(end, found)] : undefined;
}

/** Of two-way flows the first that joins what others join already. */
function closingLeg(legs: readonly Leg[]): Leg | undefined {
    const neighbours = new Map<string, Leg[]>();
    for (const leg of legs) neighbours.set(nodeOf(leg.from), [...(neighbours.get(nodeOf(leg.from)) ?? []), leg]);
    const start = legs[0] && nodeOf(legs[0].from);
    if (start === undefined) return undefined;
    const tree = reach([start], (node) => (neighbours.get(node) ?? []).map((leg) => [nodeOf(leg.to), leg] as const));
    const inTree = new Set([...tree.values()].flatMap(({ over }) => over?.flow ?? []));
    return legs.find(({ flow }) => !inTree.has(flow));
}

/** A circle is one of an entity where some end names one; an end without may carry anything, so it counts only beside one concept. */
function isOfOneEntity(circle: readonly Leg[], { entityById, concepts }: RuleContext): boolean {
    const ends = circle.map(({ from }) => from);
    const entities = ends.flatMap(({ entity }) => entityById.get(entity ?? '') ?? []);
    if (entities.length === ends.length) return true;
    return new Set(entities.map((entity) => concepts.peersOf(entity)[0]?.id)).size === 1;
}

const longestShown = 9;

function shortened(stations: readonly string[]): string[] {
    const words = stations.map(quoted);
    return words.length > longestShown ? [...words.slice(0, longestShown - 2), `… ${words.length - longestShown + 1} more …`, words.at(-1) ?? ''] : words;
}
