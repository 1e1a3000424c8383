import type { Entity, Touchpoint } from '../../model/crm-model.ts';
import { immediateDominators } from '../graph/dominators.ts';
import { reach } from '../graph/reach.ts';
import { type Leg, nodeOf } from '../lineage.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, called, listed, quoted } from '../words.ts';

export const singlePointOfFailure: Rule = {
    code: 'SYS003',
    severity: 'warning',
    title: 'A system is a single point of failure',
    why: 'All ways between these touchpoints and the system of record of their data go through this one system. When it stands still, so do they, although both ends work. Give the data a second way, let the touchpoint ask the master, or make sure that this system does not fail.',
    wrong: `team it
system crm { owner it  master entity Contact { ContactId : id key } }
system «bus» { owner it  category middleware }
system desk { owner it  entity Caller { same as crm.Contact  No : id key } }
crm.Contact -> desk.Caller { via bus }
journey j { stage s { touchpoint call { frontstage desk  uses desk.Caller } } }`,
    right: `team it
system crm { owner it  master entity Contact { ContactId : id key } }
system bus { owner it  category middleware }
system desk { owner it  entity Caller { same as crm.Contact  No : id key } }
crm.Contact -> desk.Caller { via bus }
journey j { stage s { touchpoint call { frontstage desk  backstage crm  uses desk.Caller } } }`,
    *find(context) {
        const { systems, touchpointById } = context;
        const losers = { from: new Map<string, Set<string>>(), to: new Map<string, Set<string>>() };
        for (const [master, needs] of needsByMaster(context)) {
            for (const [system, touchpoint, direction] of cutsOf(master, needs, context)) {
                const known = losers[direction].get(system) ?? new Set<string>();
                losers[direction].set(system, known.add(touchpoint));
            }
        }
        for (const system of systems) {
            const [readers, writers] = [losers.from, losers.to].map((of) => [...(of.get(system.id) ?? [])]);
            const lost = [...new Set([...(readers ?? []), ...(writers ?? [])])].flatMap((id) => touchpointById.get(id) ?? []);
            if (lost.length === 0) continue;
            yield {
                message: `Without ${called(system)}, ${whatIsLost(readers ?? [], writers ?? [])}: no other way leads there. Give the data a second way.`,
                at: at(system),
                related: lost.map((touchpoint) => ({ message: `${called(touchpoint)} depends on ${called(system)}.`, at: at(touchpoint) })),
            };
        }
    },
};

interface Need {
    readonly touchpoint: Touchpoint;
    readonly systems: readonly string[];
    /** Whether the data comes from the master, or goes to it. */
    readonly direction: 'from' | 'to';
}

/** What touchpoints lose, as the middle of a sentence. */
function whatIsLost(readers: readonly string[], writers: readonly string[]): string {
    const lose = `${listed(readers.map(quoted))} ${readers.length === 1 ? 'loses its' : 'lose their'} master`;
    const keep = `what ${listed(writers.map(quoted))} ${writers.length === 1 ? 'captures' : 'capture'} does not reach its master`;
    return [...(readers.length > 0 ? [lose] : []), ...(writers.length > 0 ? [keep] : [])].join(', and ');
}

/** What touchpoints need of masters that stand in none of their own systems; what they capture starts where it is captured. */
function needsByMaster({ touchpoints, systemsOf, entityOf, concepts }: RuleContext): Map<Entity, Need[]> {
    const needs = new Map<Entity, Need[]>();
    const add = (touchpoint: Touchpoint, data: string, direction: Need['direction']): void => {
        const entity = entityOf(data);
        const [master, another] = entity ? concepts.mastersOf(entity) : [];
        if (!entity || !master || another) return;
        const own = systemsOf(touchpoint);
        const systems = direction === 'to' || own.length === 0 ? [entity.system] : own;
        if (own.includes(master.system) || systems.includes(master.system)) return;
        needs.set(master, [...(needs.get(master) ?? []), { touchpoint, systems, direction }]);
    };
    for (const touchpoint of touchpoints) {
        for (const { target } of touchpoint.uses) add(touchpoint, target, 'from');
        for (const target of touchpoint.captures) add(touchpoint, target, 'to');
    }
    return needs;
}

/** The systems that cut a master off from touchpoints: the dominators of each touchpoint, seen from the master. */
function* cutsOf(
    master: Entity,
    needs: readonly Need[],
    context: RuleContext,
): Generator<readonly [system: string, touchpoint: string, direction: Need['direction']]> {
    for (const direction of ['from', 'to'] as const) {
        const own = needs.filter((need) => need.direction === direction);
        if (own.length === 0) continue;
        const graph = new SystemGraph(master.system);
        for (const leg of legsAround(master, direction, context)) {
            const stations = [leg.from.system, ...leg.flow.via, leg.to.system];
            graph.addWay(direction === 'from' ? stations : stations.reverse());
        }
        const touchpoints = own.map((need) => ({ need, node: graph.addGoal(need.systems) }));
        const dominators = immediateDominators(graph.successors, 0);
        for (const { need, node } of touchpoints) {
            for (let above = dominators[node] ?? -1; above > 0; above = dominators[above] ?? -1) {
                const system = graph.names[above] ?? '';
                if (!need.systems.includes(system)) yield [system, need.touchpoint.id, direction];
            }
        }
    }
}

/** The legs over which a master's data spreads, or over which data comes to it. */
function legsAround(master: Entity, direction: Need['direction'], { lineage }: RuleContext): Leg[] {
    const next = (node: string): Iterable<readonly [string, Leg]> => (direction === 'from' ? lineage.onward(node) : lineage.backward(node));
    const nodes = reach([master.id], next);
    return [...nodes.keys()]
        .flatMap((node) => [...next(node)].map(([, leg]) => leg))
        .filter((leg) => nodes.has(nodeOf(direction === 'from' ? leg.to : leg.from)));
}

/** Systems and the ways between them; node 0 is the root. */
class SystemGraph {
    readonly names: string[] = [];
    readonly successors: number[][] = [];
    private readonly numbers = new Map<string, number>();

    constructor(root: string) {
        this.nodeOf(root);
    }

    addWay(stations: readonly string[]): void {
        for (const [index, station] of stations.entries()) {
            const before = stations[index - 1];
            if (before !== undefined) this.successors[this.nodeOf(before)]?.push(this.nodeOf(station));
        }
    }

    /** A node that is reached from each of some systems. */
    addGoal(systems: readonly string[]): number {
        const goal = this.successors.push([]) - 1;
        this.names.push('');
        for (const system of systems) this.successors[this.nodeOf(system)]?.push(goal);
        return goal;
    }

    private nodeOf(system: string): number {
        const known = this.numbers.get(system);
        if (known !== undefined) return known;
        this.numbers.set(system, this.successors.length);
        this.names.push(system);
        return this.successors.push([]) - 1;
    }
}
