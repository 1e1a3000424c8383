import type { CrmModel, Flow, Mapping } from '../../model/crm-model.ts';
import { type ExportTable, listOf, tableOf } from './table.ts';

/** A row for each `map` line of each flow. */
export function fieldMappingTable(model: CrmModel): ExportTable {
    const fields = new Map(model.systems.flatMap(({ entities }) => entities.flatMap((entity) => entity.fields.map((field) => [field.id, field] as const))));
    const types = (ids: readonly string[]): string | undefined => listOf(ids.flatMap((id) => fields.get(id)?.type.name ?? []));
    return tableOf<{ readonly flow: Flow; readonly mapping: Mapping }>(
        'field-mappings',
        'Field mappings',
        {
            Number: ({ flow }) => flow.number,
            Interface: ({ flow }) => flow.title,
            'Source fields': ({ mapping }) => listOf(mapping.sources),
            'Source types': ({ mapping }) => types(mapping.sources),
            'Target field': ({ mapping }) => mapping.target,
            'Target type': ({ mapping }) => types([mapping.target]),
            'Both ways': ({ flow }) => flow.twoWay,
            Transform: ({ mapping }) => mapping.using,
            'Transform back': ({ mapping }) => mapping.back,
            Values: ({ mapping }) => listOf(mapping.values.map(({ source, target }) => `${source} -> ${target}`)),
            'Personal data': ({ mapping }) => [...mapping.sources, mapping.target].some((id) => fields.get(id)?.personal === true),
        },
        model.flows.flatMap((flow) => flow.mappings.map((mapping) => ({ flow, mapping }))),
    );
}
