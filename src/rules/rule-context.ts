import type { CrmModel, Entity, Field, Flow, Journey, JourneyStage, Living, System, Touchpoint } from '../model/crm-model.ts';
import { type Concepts, conceptsOf } from './concepts.ts';
import { Lineage } from './lineage.ts';
import { type MappingStep, mappingSteps } from '../model/mapping-steps.ts';

/** A model with what rules look up, built once. What is retired is known by its id, and left out of the lists. */
export interface RuleContext {
    readonly model: CrmModel;
    /** The day with which dates are compared, ISO. */
    readonly today: string;
    readonly systemById: ReadonlyMap<string, System>;
    readonly entityById: ReadonlyMap<string, Entity>;
    readonly fieldById: ReadonlyMap<string, Field>;
    readonly systems: readonly System[];
    readonly entities: readonly Entity[];
    readonly flows: readonly Flow[];
    readonly journeys: readonly Journey[];
    readonly stages: readonly JourneyStage[];
    readonly touchpoints: readonly Touchpoint[];
    readonly touchpointById: ReadonlyMap<string, Touchpoint>;
    readonly concepts: Concepts;
    readonly lineage: Lineage;
    /** What the `map` lines of all flows do. */
    readonly steps: readonly MappingStep[];
    /** The systems that work at a touchpoint, with those that carry its channels. */
    systemsOf(touchpoint: Touchpoint): readonly string[];
    /** The entity that an id names, or that holds the field that it names. */
    entityOf(data: string): Entity | undefined;
}

/** Indexes a model. */
export function ruleContext(model: CrmModel, today: string): RuleContext {
    const systems = model.systems.filter(isAlive);
    const allEntities = model.systems.flatMap((system) => system.entities);
    const entityById = byId(allEntities);
    const fieldById = new Map<string, Field>();
    for (const { fields } of allEntities) for (const field of fields) if (!fieldById.has(field.id)) fieldById.set(field.id, field);
    const entities = systems.flatMap((system) => system.entities).filter(isAlive);
    const flows = model.flows.filter(isAlive);
    const journeys = model.journeys.filter(isAlive);
    const stages = journeys.flatMap((journey) => journey.stages);
    const touchpoints = stages.flatMap((stage) => stage.touchpoints);
    const carrier = new Map(model.channels.map((channel) => [channel.id, channel.system]));
    const systemsOf = (touchpoint: Touchpoint): readonly string[] => {
        const carriers = touchpoint.channels.flatMap((channel) => carrier.get(channel) ?? []);
        return [...new Set([...touchpoint.frontstage, ...touchpoint.backstage, ...touchpoint.support, ...carriers])];
    };
    return {
        model,
        today,
        systemById: byId(model.systems),
        entityById,
        fieldById,
        systems,
        entities,
        flows,
        journeys,
        stages,
        touchpoints,
        touchpointById: byId(touchpoints),
        concepts: conceptsOf(entities, allEntities),
        lineage: new Lineage(flows, entityById, fieldById),
        steps: flows.flatMap((flow) => mappingSteps(flow, fieldById)),
        systemsOf,
        entityOf: (data) => entityById.get(data) ?? entityById.get(fieldById.get(data)?.entity ?? ''),
    };
}

function isAlive(thing: Living): boolean {
    return thing.life !== 'retired';
}

/** Things by their ids; of two with the same id the first. */
function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
    const found = new Map<string, T>();
    for (const thing of things) if (!found.has(thing.id)) found.set(thing.id, thing);
    return found;
}
