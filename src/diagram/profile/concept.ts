import type { CrmModel, Entity, Flow, FlowEnd, Touchpoint } from '../../model/crm-model.ts';

/** An entity with all that touches it: the other entities that are the same thing in other systems belong to it. */
export interface Concept {
    readonly entity: Entity;
    /** The same thing elsewhere, by `same as`, however it was stated. */
    readonly twins: readonly Entity[];
    /** Interfaces that bring data to the entity or, where they name no entity, to its system; with the end on the other side. */
    readonly incoming: readonly ConceptFlow[];
    readonly outgoing: readonly ConceptFlow[];
    readonly uses: readonly ConceptUse[];
    readonly captures: readonly ConceptUse[];
}

export interface ConceptFlow {
    readonly flow: Flow;
    readonly other: FlowEnd;
    /** It names the entity's system only. */
    readonly systemOnly: boolean;
}

/** What a touchpoint does with one part of the concept: a field, an entity. */
export interface ConceptUse {
    readonly touchpoint: Touchpoint;
    /** Titles of the journey that it stands in. */
    readonly journey: string;
    readonly target: string;
    readonly fresh?: Touchpoint['uses'][number]['freshWithin'];
}

/** Gathers everything that touches an entity. A flow both ways stands on the side on which the text has its other end. */
export function conceptOf(model: CrmModel, entity: Entity): Concept {
    const entities = model.systems.flatMap((system) => system.entities);
    const same = sameEntities(entities, entity.id);
    const isHere = (end: FlowEnd): boolean => end.entity === entity.id || (end.entity === undefined && end.system === entity.system);
    const systemOnly = (end: FlowEnd): boolean => end.entity === undefined;
    const parts = new Map(
        [...same].flatMap(
            (id) => [[id, id], ...(entities.find((other) => other.id === id)?.fields ?? []).map((field) => [field.id, id] as const)] as [string, string][],
        ),
    );
    const touchpoints = model.journeys.flatMap((journey) =>
        journey.stages.flatMap((stage) => stage.touchpoints.map((touchpoint) => ({ touchpoint, journey: journey.title }))),
    );
    return {
        entity,
        twins: entities.filter((other) => other.id !== entity.id && same.has(other.id)),
        incoming: model.flows.filter((flow) => isHere(flow.to)).map((flow) => ({ flow, other: flow.from, systemOnly: systemOnly(flow.to) })),
        outgoing: model.flows
            .filter((flow) => isHere(flow.from) && !isHere(flow.to))
            .map((flow) => ({ flow, other: flow.to, systemOnly: systemOnly(flow.from) })),
        uses: touchpoints.flatMap(({ touchpoint, journey }) =>
            touchpoint.uses
                .filter((use) => parts.has(use.target))
                .map((use): ConceptUse => ({ touchpoint, journey, target: use.target, fresh: use.freshWithin })),
        ),
        captures: touchpoints.flatMap(({ touchpoint, journey }) =>
            touchpoint.captures.filter((target) => parts.has(target)).map((target): ConceptUse => ({ touchpoint, journey, target })),
        ),
    };
}

/** An entity and all that are the same, over any number of steps and in both directions. */
function sameEntities(entities: readonly Entity[], start: string): ReadonlySet<string> {
    const same = new Set([start]);
    for (let size = 0; size < same.size; ) {
        size = same.size;
        for (const entity of entities) {
            if (same.has(entity.id) || entity.sameAs.some((id) => same.has(id))) {
                same.add(entity.id);
                entity.sameAs.forEach((id) => same.add(id));
            }
        }
    }
    return same;
}

/** The interfaces that write a field and those that read it, by their `map` lines. */
export function interfacesOf(model: CrmModel, field: string): { readonly filledBy: readonly Flow[]; readonly readBy: readonly Flow[] } {
    const targets = (flow: Flow): boolean => flow.mappings.some((mapping) => mapping.target === field);
    const sources = (flow: Flow): boolean => flow.mappings.some((mapping) => mapping.sources.includes(field));
    return {
        filledBy: model.flows.filter((flow) => targets(flow) || (flow.twoWay && sources(flow))),
        readBy: model.flows.filter((flow) => sources(flow) || (flow.twoWay && targets(flow))),
    };
}

/** The entity of the concept that a touchpoint means, where it is not the one in the middle. */
export function twinOf(concept: Concept, use: ConceptUse): Entity | undefined {
    return concept.twins.find((entity) => use.target === entity.id || entity.fields.some((field) => field.id === use.target));
}
