import type { Channel, CrmModel, Duration, Entity, Flow, FlowEnd, Touchpoint } from '../../model/crm-model.ts';

/**
 * What depends on what, at the grain of fields: an edge leads from what is needed to what needs it, the way data goes.
 *
 * An entity has two nodes beside its fields: what reaches it without naming a field reaches `in`, and from there every field; what reads
 * it as a whole reads `out`, and through it every field. So a field is tied to just those fields that a mapping names, and to the whole
 * only where nothing more is known. A system is a `host` of its entities and touchpoints; a flow that names no entity ends at `in` or
 * starts at `out`, and is followed no further, because nobody said what it carries, unless the system has no entities at all; what only
 * goes through a system reaches `pass`. A touchpoint needs systems and data (`in`) and captures data (`out`); no trace goes through
 * it. Lists keep the order of the text.
 */
export interface TraceGraph {
    readonly nodes: readonly TraceNode[];
    readonly edges: readonly TraceEdge[];
    /** Positions of edges, by position of the node. */
    readonly outgoing: readonly (readonly number[])[];
    readonly incoming: readonly (readonly number[])[];
    /** Position of a node by its key, `nodeKey`. */
    readonly positions: ReadonlyMap<string, number>;
}

export interface TraceNode {
    readonly kind: 'touchpoint' | 'system' | 'entity' | 'field';
    readonly id: string;
    /** Of all but fields. */
    readonly part?: Part;
    /** The system that it is, or that holds it. */
    readonly system?: string;
    /** The entity that it is, or that holds it. */
    readonly entity?: string;
}

export type Part = 'in' | 'out' | 'host' | 'pass';

export interface TraceEdge {
    readonly from: number;
    readonly to: number;
    /** How many steps from box to box it takes: 0 within a system. */
    readonly steps: number;
    readonly why: Relation;
}

export type Relation =
    | { readonly kind: 'holds' }
    /** `back`: against the direction in which a two-way flow is written. `through`: to or from a system on its way. */
    | { readonly kind: 'flow'; readonly flow: Flow; readonly back: boolean; readonly through?: string }
    | { readonly kind: 'role'; readonly role: 'frontstage' | 'backstage' | 'support' }
    | { readonly kind: 'channel'; readonly channel: Channel }
    | { readonly kind: 'uses'; readonly target: string; readonly freshWithin?: Duration }
    | { readonly kind: 'captures'; readonly target: string }
    | { readonly kind: 'consent'; readonly entity: string };

export function nodeKey(kind: TraceNode['kind'], id: string, part?: Part): string {
    return part === undefined ? `${kind} ${id}` : `${kind} ${part} ${id}`;
}

/** All touchpoints of all journeys. */
export function touchpointsOf(model: CrmModel): Touchpoint[] {
    return model.journeys.flatMap((journey) => journey.stages.flatMap((stage) => stage.touchpoints));
}

/** The graph of a whole map; in linear time of what the map holds. References to nothing are left out. */
export function traceGraph(model: CrmModel): TraceGraph {
    const building = new Building();
    for (const system of model.systems) {
        for (const part of ['host', 'in', 'out', 'pass'] as const) {
            building.add({ kind: 'system', id: system.id, part, system: system.id });
        }
        building.join(nodeKey('system', system.id, 'host'), nodeKey('system', system.id, 'out'), 0, { kind: 'holds' });
        if (system.entities.length === 0) {
            building.join(nodeKey('system', system.id, 'in'), nodeKey('system', system.id, 'out'), 0, { kind: 'holds' });
        }
        system.entities.forEach((entity) => addEntity(building, entity));
    }
    const channels = new Map(model.channels.map((channel) => [channel.id, channel]));
    const touchpoints = touchpointsOf(model);
    for (const { id } of touchpoints) {
        building.add({ kind: 'touchpoint', id, part: 'in' });
        building.add({ kind: 'touchpoint', id, part: 'out' });
    }
    touchpoints.forEach((touchpoint) => addTouchpoint(building, touchpoint, channels));
    for (const entity of model.systems.flatMap((system) => system.entities)) {
        for (const id of entity.consentFrom) {
            const asked = nodeKey('touchpoint', id, 'out');
            const giver = building.has(asked) ? asked : nodeKey('system', id, 'host');
            building.join(giver, nodeKey('entity', entity.id, 'in'), id === entity.system ? 0 : 1, { kind: 'consent', entity: entity.id });
        }
    }
    for (const flow of model.flows) {
        addFlow(building, flow, false);
        if (flow.twoWay) {
            addFlow(building, flow, true);
        }
    }
    return building.done();
}

/** Where the search for what a thing depends on starts, and the one for what depends on it; nothing where there is no such thing. */
export function startsOf(graph: TraceGraph, kind: string, id: string): { readonly up: readonly number[]; readonly down: readonly number[] } | undefined {
    const own = graph.nodes.flatMap((node, position) =>
        (node.kind === kind && node.id === id) || (kind === 'system' && node.kind === 'entity' && node.system === id) ? [{ node, position }] : [],
    );
    const without = (part: Part): number[] => own.flatMap(({ node, position }) => (node.part === part && node.kind !== 'system' ? [] : [position]));
    return own.length === 0 ? undefined : { up: without(kind === 'touchpoint' ? 'out' : 'in'), down: without(kind === 'touchpoint' ? 'in' : 'out') };
}

class Building {
    private readonly nodes: TraceNode[] = [];
    private readonly edges: TraceEdge[] = [];
    private readonly positions = new Map<string, number>();

    add(node: TraceNode): void {
        const key = nodeKey(node.kind, node.id, node.part);
        if (!this.positions.has(key)) {
            this.positions.set(key, this.nodes.length);
            this.nodes.push(node);
        }
    }

    has(key: string): boolean {
        return this.positions.has(key);
    }

    join(from: string, to: string, steps: number, why: Relation): void {
        const [a, b] = [this.positions.get(from), this.positions.get(to)];
        if (a !== undefined && b !== undefined && (a !== b || why.kind === 'flow')) {
            this.edges.push({ from: a, to: b, steps, why });
        }
    }

    done(): TraceGraph {
        const outgoing: number[][] = this.nodes.map(() => []);
        const incoming: number[][] = this.nodes.map(() => []);
        this.edges.forEach((edge, index) => {
            outgoing[edge.from]?.push(index);
            incoming[edge.to]?.push(index);
        });
        return { nodes: this.nodes, edges: this.edges, outgoing, incoming, positions: this.positions };
    }
}

function addEntity(building: Building, entity: Entity): void {
    const { id, system } = entity;
    const [into, out] = [nodeKey('entity', id, 'in'), nodeKey('entity', id, 'out')];
    building.add({ kind: 'entity', id, part: 'in', system, entity: id });
    building.add({ kind: 'entity', id, part: 'out', system, entity: id });
    building.join(nodeKey('system', system, 'host'), into, 0, { kind: 'holds' });
    building.join(into, out, 0, { kind: 'holds' });
    for (const field of entity.fields) {
        const own = nodeKey('field', field.id);
        building.add({ kind: 'field', id: field.id, system, entity: id });
        building.join(into, own, 0, { kind: 'holds' });
        building.join(own, out, 0, { kind: 'holds' });
    }
}

function addTouchpoint(building: Building, touchpoint: Touchpoint, channels: ReadonlyMap<string, Channel>): void {
    const own = nodeKey('touchpoint', touchpoint.id, 'in');
    const standsOn = (id: string, why: Relation): void => {
        building.join(nodeKey('system', id, 'host'), own, 1, why);
        building.join(nodeKey('system', id, 'in'), own, 1, why);
    };
    for (const role of ['frontstage', 'backstage', 'support'] as const) {
        touchpoint[role].forEach((id) => standsOn(id, { kind: 'role', role }));
    }
    for (const channel of touchpoint.channels.flatMap((id) => channels.get(id) ?? [])) {
        if (channel.system !== undefined) {
            standsOn(channel.system, { kind: 'channel', channel });
        }
    }
    for (const { target, freshWithin } of touchpoint.uses) {
        const why: Relation = { kind: 'uses', target, ...(freshWithin === undefined ? {} : { freshWithin }) };
        building.join(building.has(nodeKey('field', target)) ? nodeKey('field', target) : nodeKey('entity', target, 'out'), own, 1, why);
    }
    for (const target of touchpoint.captures) {
        const held = building.has(nodeKey('field', target)) ? nodeKey('field', target) : nodeKey('entity', target, 'in');
        building.join(nodeKey('touchpoint', touchpoint.id, 'out'), held, 1, { kind: 'captures', target });
    }
}

function addFlow(building: Building, flow: Flow, back: boolean): void {
    const [from, to] = back ? [flow.to, flow.from] : [flow.from, flow.to];
    const via = back ? flow.via.toReversed() : flow.via;
    const join = (source: string, target: string): void => {
        building.join(source, target, 1 + via.length, { kind: 'flow', flow, back });
    };
    const sources = new Set<string>();
    const targets = new Set<string>();
    const mapped = flow.mappings.flatMap((mapping) =>
        mapping.sources.map((source) => (back ? [mapping.target, source] : [source, mapping.target]).map((id) => nodeKey('field', id)) as [string, string]),
    );
    const known = mapped.filter(([source, target]) => building.has(source) && building.has(target));
    const pairs = known.length > 0 ? known : [[endKey(from, 'out'), endKey(to, 'in')] as const];
    for (const [source, target] of pairs) {
        join(source, target);
        sources.add(source);
        targets.add(target);
    }
    via.forEach((id, index) => {
        const why: Relation = { kind: 'flow', flow, back, through: id };
        sources.forEach((source) => building.join(source, nodeKey('system', id, 'pass'), index + 1, why));
        targets.forEach((target) => building.join(nodeKey('system', id, 'host'), target, via.length - index, why));
    });
}

function endKey(end: FlowEnd, part: 'in' | 'out'): string {
    return end.entity === undefined ? nodeKey('system', end.system, part) : nodeKey('entity', end.entity, part);
}
