import type { Entity, Field, Flow, FlowEnd } from '../model/crm-model.ts';
import { NumberedGraph } from './graph/numbered-graph.ts';

/** A flow in one of its directions; a flow that goes both ways has two. */
export interface Leg {
    readonly flow: Flow;
    readonly from: FlowEnd;
    readonly to: FlowEnd;
    /** Ids of fields, source and target, as the `map` lines of the flow have them. */
    readonly pairs: readonly (readonly [source: string, target: string])[];
}

/** A step of data: the node that it comes to, and the leg that brings it. */
export type DataStep = readonly [node: string, over: Leg];

/** A node, and the system in which it stands. */
export interface DataNode {
    readonly node: string;
    readonly system: string;
}

/**
 * Where data comes from and goes to. A node is the id of a field, of an entity (all of its data), or of a system (data of which the
 * map does not say where in the system it lies).
 */
export class Lineage {
    readonly legs: readonly Leg[];
    private readonly fromEnd = new Map<string, Leg[]>();
    private readonly intoEnd = new Map<string, Leg[]>();
    private readonly onwardOf = new Map<string, readonly DataStep[]>();
    private readonly backwardOf = new Map<string, readonly DataStep[]>();
    private readonly entityById: ReadonlyMap<string, Entity>;
    private readonly fieldById: ReadonlyMap<string, Field>;
    private readonly graph = new NumberedGraph<DataNode, Leg>(
        (node) => this.onward(node),
        (node) => ({ node, system: this.systemOf(node) }),
    );

    constructor(flows: readonly Flow[], entityById: ReadonlyMap<string, Entity>, fieldById: ReadonlyMap<string, Field>) {
        this.entityById = entityById;
        this.fieldById = fieldById;
        this.legs = flows.flatMap(legsOf);
        for (const leg of this.legs) {
            add(this.fromEnd, nodeOf(leg.from), leg);
            add(this.intoEnd, nodeOf(leg.to), leg);
        }
    }

    /** The legs that start at an end exactly as it is: an entity, or a system without an entity. */
    legsFrom(end: string): readonly Leg[] {
        return this.fromEnd.get(end) ?? [];
    }

    /** The legs that end there. */
    legsInto(end: string): readonly Leg[] {
        return this.intoEnd.get(end) ?? [];
    }

    /** The system in which a node stands. */
    systemOf(node: string): string {
        return this.entityById.get(this.fieldById.get(node)?.entity ?? node)?.system ?? node;
    }

    /** Where the data of a node goes next. A flow that starts at a system as a whole may take any of its data. */
    onward(node: string): readonly DataStep[] {
        let steps = this.onwardOf.get(node);
        if (!steps) this.onwardOf.set(node, (steps = [...this.stepsOnward(node)]));
        return steps;
    }

    private *stepsOnward(node: string): Generator<DataStep> {
        const field = this.fieldById.get(node);
        const entity = this.entityById.get(field?.entity ?? node);
        for (const leg of this.legsFrom(entity?.id ?? node)) {
            if (!field || leg.pairs.length === 0) yield [nodeOf(leg.to), leg];
            else for (const [source, target] of leg.pairs) if (source === node) yield [target, leg];
        }
        if (entity) for (const leg of this.legsFrom(entity.system)) yield [nodeOf(leg.to), leg];
    }

    /** Where the data of a node comes from. What flows into a system as a whole is not taken for data of its entities. */
    backward(node: string): readonly DataStep[] {
        let steps = this.backwardOf.get(node);
        if (!steps) this.backwardOf.set(node, (steps = [...this.stepsBackward(node)]));
        return steps;
    }

    private *stepsBackward(node: string): Generator<DataStep> {
        const field = this.fieldById.get(node);
        for (const leg of this.legsInto(field?.entity ?? node)) {
            if (!field || leg.pairs.length === 0) yield [nodeOf(leg.from), leg];
            else for (const [source, target] of leg.pairs) if (target === node) yield [source, leg];
        }
    }

    /**
     * The legs over which the data of some nodes comes to the nearest node that is wanted, by breadth-first search; undefined where
     * it comes to none.
     */
    wayTo(starts: readonly string[], isWanted: (node: DataNode) => boolean): Leg[] | undefined {
        return this.graph.wayTo(starts, isWanted);
    }
}

/** The node of a flow's end. */
export function nodeOf(end: FlowEnd): string {
    return end.entity ?? end.system;
}

function legsOf(flow: Flow): Leg[] {
    const pairs = flow.mappings.flatMap(({ sources, target }) => sources.map((source) => [source, target] as const));
    const forth: Leg = { flow, from: flow.from, to: flow.to, pairs };
    const back: Leg = { flow, from: flow.to, to: flow.from, pairs: pairs.map(([source, target]) => [target, source] as const) };
    return flow.twoWay ? [forth, back] : [forth];
}

function add(legs: Map<string, Leg[]>, end: string, leg: Leg): void {
    const known = legs.get(end);
    if (known) known.push(leg);
    else legs.set(end, [leg]);
}
