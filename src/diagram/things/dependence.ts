import type { CrmModel } from '../../model/crm-model.ts';
import { keyOf } from '../subjects.ts';
import { type TraceNode, touchpointsOf, traceGraph } from '../trace/trace-graph.ts';
import type { ModelThing } from './all-things.ts';

/**
 * What hangs on what in a whole map, at the grain of fields, as plain numbers: small enough to be sent to a page. It is the graph of
 * traces, followed by what they leave out: pains, opportunities, initiatives, goals, metrics, people, teams and stages.
 */
export interface Dependence {
    /** For each node the position of its thing; -1 for none. */
    readonly nodes: readonly number[];
    /** For each node: 1 where the way to what its thing depends on starts there, 2 where the way to what depends on it does, 3 for both. */
    readonly starts: readonly number[];
    /** For each edge three numbers: the node that is needed, the node that needs it, and the position of what ties them, a `map` line or a flow, else -1. */
    readonly edges: readonly number[];
}

export const startsUp = 1;
export const startsDown = 2;

/** The dependence graph of a map, in linear time of what it holds. */
export function dependenceOf(model: CrmModel, things: readonly ModelThing[]): Dependence {
    const joining = new Joining(model, things);
    for (const { kind, id, declared } of things) {
        if ('owner' in declared && declared.owner !== undefined) joining.mark(['team', declared.owner], [kind, id]);
        if (kind === 'goal') for (const metric of declared.metrics) joining.join(['metric', metric], [kind, id]);
        else if ('metrics' in declared) for (const metric of declared.metrics) joining.join([kind, id], ['metric', metric]);
    }
    joinPeople(model, joining);
    joinSystems(model, joining);
    joinWork(model, joining);
    return joining.done();
}

type Named = readonly [kind: string, id: string];

/** The part of a traced thing that others hang on. */
const parts: Readonly<Record<string, string>> = { system: 'host', entity: 'out', touchpoint: 'in' };

class Joining {
    private readonly positions: ReadonlyMap<string, number>;
    private readonly nodes: number[];
    private readonly starts: number[];
    private readonly edges: number[];
    private readonly known = new Map<string, number>();

    constructor(model: CrmModel, things: readonly ModelThing[]) {
        const positions = new Map(things.map((thing, position) => [keyOf(thing), position]));
        const trace = traceGraph(model);
        this.positions = positions;
        this.nodes = trace.nodes.map((node) => positions.get(keyOf(node)) ?? -1);
        this.starts = trace.nodes.map(startOf);
        const lines = mapLines(things);
        this.edges = trace.edges.flatMap(({ from, to, why }) => {
            if (why.kind !== 'flow') return [from, to, -1];
            const [source, target] = (why.back ? [to, from] : [from, to]).map((node) => trace.nodes[node]?.id);
            return [from, to, lines.get(`${why.flow.id} ${source} ${target}`) ?? positions.get(keyOf(why.flow)) ?? -1];
        });
        trace.nodes.forEach((node, at) => this.known.set(`${keyOf(node)} ${node.part ?? ''}`, at));
    }

    /** The second needs the first, and what needs the second needs it, too. */
    join(from: Named, to: Named): void {
        this.add(this.nodeOf(from, parts[from[0]] ?? '', startsUp + startsDown), this.nodeOf(to, parts[to[0]] ?? '', startsUp + startsDown));
    }

    /** The second belongs to the first, but nothing that needs the second hangs on that. */
    mark(from: Named, to: Named): void {
        this.add(this.nodeOf(from, 'marks', startsDown), this.nodeOf(to, 'marked', startsUp));
    }

    done(): Dependence {
        return { nodes: this.nodes, starts: this.starts, edges: this.edges };
    }

    private add(from: number | undefined, to: number | undefined): void {
        if (from !== undefined && to !== undefined) this.edges.push(from, to, -1);
    }

    private nodeOf([kind, id]: Named, part: string, start: number): number | undefined {
        const key = keyOf({ kind, id });
        const known = this.known.get(`${key} ${part}`);
        const thing = this.positions.get(key);
        if (known !== undefined || thing === undefined) return known;
        this.known.set(`${key} ${part}`, this.nodes.length);
        this.starts.push(start);
        return this.nodes.push(thing) - 1;
    }
}

/** Positions of `map` lines by flow, source and target. */
function mapLines(things: readonly ModelThing[]): ReadonlyMap<string, number> {
    const lines = new Map<string, number>();
    things.forEach((thing, position) => {
        if (thing.kind !== 'map') return;
        const flow = things[thing.within ?? -1]?.id;
        for (const source of thing.declared.sources) lines.set(`${flow} ${source} ${thing.declared.target}`, position);
    });
    return lines;
}

/** As `startsOf` of a trace: what reaches a thing as a whole is no start of the way back. */
function startOf({ kind, part }: TraceNode): number {
    if (kind === 'touchpoint' && part === 'out') return startsDown;
    if (kind === 'entity') return part === 'in' ? startsDown : startsUp;
    return startsUp + startsDown;
}

function joinPeople(model: CrmModel, joining: Joining): void {
    for (const persona of model.personas) for (const segment of persona.segments) joining.join(['segment', segment], ['persona', persona.id]);
    for (const journey of model.journeys) {
        for (const { id } of journey.stages.flatMap((stage) => stage.touchpoints)) {
            for (const persona of journey.personas) joining.join(['persona', persona], ['touchpoint', id]);
            for (const segment of journey.segments) joining.join(['segment', segment], ['touchpoint', id]);
        }
        for (const stage of journey.stages) for (const wider of stage.within) joining.mark(['lifecycle-stage', wider], ['stage', stage.id]);
    }
    for (const touchpoint of touchpointsOf(model)) {
        const at: Named = ['touchpoint', touchpoint.id];
        for (const channel of touchpoint.channels) joining.join(['channel', channel], at);
        for (const pain of touchpoint.pains) joining.join(at, ['pain', pain.id]);
        for (const { id, addresses } of touchpoint.opportunities) {
            if (addresses.length === 0) joining.join(at, ['opportunity', id]);
            for (const pain of addresses) joining.join(['pain', pain], ['opportunity', id]);
        }
    }
}

function joinSystems(model: CrmModel, joining: Joining): void {
    for (const { id, region, provides } of model.systems) {
        if (region !== undefined) joining.mark(['region', region], ['system', id]);
        for (const capability of provides) joining.join(['system', id], ['capability', capability]);
    }
    for (const { id, system } of model.channels) if (system !== undefined) joining.join(['system', system], ['channel', id]);
    for (const { id, systems } of model.lifecycles.flatMap(({ stages }) => stages.flatMap(({ activities }) => activities))) {
        for (const system of systems) joining.join(['system', system], ['activity', id]);
    }
}

function joinWork(model: CrmModel, joining: Joining): void {
    for (const goal of model.goals) for (const wider of goal.supports) joining.join(['goal', goal.id], ['goal', wider]);
    for (const { id, delivers, supports, changes } of model.initiatives) {
        for (const opportunity of delivers) joining.join(['opportunity', opportunity], ['initiative', id]);
        for (const goal of supports) joining.join(['initiative', id], ['goal', goal]);
        for (const changed of changes) joining.mark(['initiative', id], [changed.kind, changed.id]);
    }
}
