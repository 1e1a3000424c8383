import type { CrmModel, Flow, Mapping } from '../../model/crm-model.ts';

/** The id of a `map` line in pictures: its flow's, and its place in it, counted from 1. */
export function mapLineId(flow: Flow, index: number): string {
    return `${flow.id}.map-${index + 1}`;
}

/** The `map` line of an id in pictures; undefined where the model has none. */
export function mapLineOf(model: CrmModel, id: string): Mapping | undefined {
    return model.flows.flatMap((flow) => flow.mappings.filter((_, index) => mapLineId(flow, index) === id))[0];
}
