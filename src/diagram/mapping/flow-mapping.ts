import type { CrmModel, Entity, Flow } from '../../model/crm-model.ts';
import { type MappingStep, mappingSteps } from '../../model/mapping-steps.ts';

/** A flow's mappings with the fields that they name, and the entities that stand at its two sides. */
export interface FlowMapping {
    readonly flow: Flow;
    readonly sources: readonly Entity[];
    readonly targets: readonly Entity[];
    readonly steps: readonly MappingStep[];
    readonly entityById: ReadonlyMap<string, Entity>;
}

/** Reads a flow's mappings. Its sides are the entities at its ends, then those whose fields the `map` lines name, in that order. */
export function flowMapping(model: CrmModel, flow: Flow): FlowMapping {
    const entities = model.systems.flatMap((system) => system.entities);
    const fields = new Map(entities.flatMap((entity) => entity.fields).map((field) => [field.id, field]));
    const side = (end: string | undefined, named: readonly string[]): Entity[] => {
        const ids = new Set([...(end === undefined ? [] : [end]), ...named.flatMap((id) => fields.get(id)?.entity ?? [])]);
        return [...ids].flatMap((id) => entities.find((entity) => entity.id === id) ?? []);
    };
    return {
        flow,
        sources: side(
            flow.from.entity,
            flow.mappings.flatMap((mapping) => mapping.sources),
        ),
        targets: side(
            flow.to.entity,
            flow.mappings.map((mapping) => mapping.target),
        ),
        steps: mappingSteps(flow, fields),
        entityById: new Map(entities.map((entity) => [entity.id, entity])),
    };
}
