import type { Field } from '../../model/crm-model.ts';
import type { MappingStep } from '../../model/mapping-steps.ts';
import type { RuleContext } from '../rule-context.ts';

/** A source and a target of a step. */
export interface FieldPair {
    readonly step: MappingStep;
    readonly source: Field;
    readonly target: Field;
}

/** The pairs of fields of all flows. */
export function pairsOf({ steps }: RuleContext): FieldPair[] {
    return steps.flatMap((step) => step.sources.map((source) => ({ step, source, target: step.target })));
}

/** Those without a transform; where a transform has no way back, MAP009 says so, and nothing else is said of that way. */
export function plainPairsOf(context: RuleContext): FieldPair[] {
    return pairsOf(context).filter(({ step }) => step.transform === undefined && !(step.direction === 'back' && step.mapping.using !== undefined));
}
