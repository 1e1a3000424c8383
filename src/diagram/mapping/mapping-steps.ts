import type { CrmModel, Entity, Field, Flow, Mapping } from '../../model/crm-model.ts';

/** What one `map` line does in one direction. */
export interface MappingStep {
    readonly mapping: Mapping;
    /** `back` is the way from the right to the left of a two-way flow. */
    readonly direction: 'forth' | 'back';
    readonly sources: readonly Field[];
    readonly target: Field;
    /** Words of the transform in this direction. */
    readonly transform?: string;
    readonly values: Mapping['values'];
}

/** A flow's mappings with the fields that they name, and the entities that stand at its two sides. */
export interface FlowMapping {
    readonly flow: Flow;
    readonly sources: readonly Entity[];
    readonly targets: readonly Entity[];
    readonly steps: readonly MappingStep[];
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
        steps: flow.mappings.flatMap((mapping) => steps(mapping, flow.twoWay, fields)),
    };
}

function steps(mapping: Mapping, twoWay: boolean, fields: ReadonlyMap<string, Field>): MappingStep[] {
    const target = fields.get(mapping.target);
    const sources = mapping.sources.flatMap((id) => fields.get(id) ?? []);
    if (target === undefined || sources.length === 0) {
        return [];
    }
    const forth: MappingStep = { mapping, direction: 'forth', sources, target, transform: mapping.using, values: mapping.values };
    const turned = mapping.values.map((pair) => ({ source: pair.target, target: pair.source }));
    const back = sources.map(
        (source): MappingStep => ({ mapping, direction: 'back', sources: [target], target: source, transform: mapping.back, values: turned }),
    );
    return twoWay ? [forth, ...back] : [forth];
}
