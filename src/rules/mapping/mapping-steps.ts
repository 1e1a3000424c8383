import type { Field, Flow, Mapping } from '../../model/crm-model.ts';
import type { RuleContext } from '../rule-context.ts';

/** What one `map` line does in one direction. */
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

/** A source and a target of a step. */
export interface FieldPair {
    readonly step: MappingStep;
    readonly source: Field;
    readonly target: Field;
}

/** What the `map` lines of flows do; of two-way flows in both directions. */
export function mappingSteps(flows: readonly Flow[], fieldById: ReadonlyMap<string, Field>): MappingStep[] {
    return flows.flatMap((flow) => flow.mappings.flatMap((mapping) => stepsOf(flow, mapping, fieldById)));
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

/** The pairs of fields of all flows. */
export function pairsOf({ steps }: RuleContext): FieldPair[] {
    return steps.flatMap((step) => step.sources.map((source) => ({ step, source, target: step.target })));
}

/** Those without a transform; where a transform has no way back, MAP009 says so, and nothing else is said of that way. */
export function plainPairsOf(context: RuleContext): FieldPair[] {
    return pairsOf(context).filter(({ step }) => step.transform === undefined && !(step.direction === 'back' && step.mapping.using !== undefined));
}
