import type { Field, Flow, Mapping } from './crm-model.ts';

/** What one `map` line of a flow does in one direction. */
export interface MappingStep {
    readonly flow: Flow;
    readonly mapping: Mapping;
    /** `back` is the way from the target to the source of a two-way flow. */
    readonly direction: 'forth' | 'back';
    readonly sources: readonly Field[];
    readonly target: Field;
    /** Words of the transform in this direction. */
    readonly transform?: string;
    readonly values: Mapping['values'];
}

/** What the `map` lines of a flow do; of a two-way flow in both directions. Lines that name a missing field are left out. */
export function mappingSteps(flow: Flow, fieldById: ReadonlyMap<string, Field>): MappingStep[] {
    return flow.mappings.flatMap((mapping) => stepsOf(flow, mapping, fieldById));
}

function stepsOf(flow: Flow, mapping: Mapping, fieldById: ReadonlyMap<string, Field>): MappingStep[] {
    const target = fieldById.get(mapping.target);
    const sources = mapping.sources.flatMap((id) => fieldById.get(id) ?? []);
    if (!target || sources.length === 0) return [];
    const turned = mapping.values.map((pair) => ({ source: pair.target, target: pair.source }));
    const back = sources.map(
        (source): MappingStep => ({ flow, mapping, direction: 'back', sources: [target], target: source, transform: mapping.back, values: turned }),
    );
    return [{ flow, mapping, direction: 'forth', sources, target, transform: mapping.using, values: mapping.values }, ...(flow.twoWay ? back : [])];
}
