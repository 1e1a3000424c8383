import type { CrmModel, Entity, Field, System } from '../../model/crm-model.ts';
import { bareTypeWords } from '../../diagram/fields/type-words.ts';
import { durationText } from './value-text.ts';
import { type ExportTable, listOf, tableOf, Titles } from './table.ts';

/** The data dictionary: a row for each field, and one for each entity without any. */
export function dataDictionaryTable(model: CrmModel): ExportTable {
    const titles = new Titles(model);
    type Row = { readonly system: System; readonly entity: Entity; readonly field?: Field };
    const rows = model.systems.flatMap((system) =>
        system.entities.flatMap((entity): Row[] =>
            entity.fields.length === 0 ? [{ system, entity }] : entity.fields.map((field) => ({ system, entity, field })),
        ),
    );
    return tableOf<Row>(
        'data-dictionary',
        'Data dictionary',
        {
            System: ({ system }) => system.title,
            Region: ({ system }) => titles.of('region', system.region),
            Entity: ({ entity }) => entity.title,
            'System of record': ({ entity }) => entity.master,
            'Lawful basis': ({ entity }) => entity.basis,
            Purpose: ({ entity }) => entity.purpose,
            Retention: ({ entity }) => durationText(entity.retention),
            Field: ({ field }) => field?.name,
            Type: ({ field }) => field && bareTypeWords(field, (id) => titles.of('entity', id)).replaceAll('\u00a0', ' '),
            Key: ({ field }) => field?.key,
            Required: ({ field }) => field?.required,
            Unique: ({ field }) => field?.unique,
            'Read-only': ({ field }) => field && (field.readonly || field.formula),
            Encrypted: ({ field }) => field?.encrypted,
            Personal: ({ field }) => field?.personal,
            Sensitive: ({ field }) => field?.sensitive,
            Deprecated: ({ field }) => field?.deprecated,
            Default: ({ field }) => field?.default,
            Format: ({ field }) => field?.format,
            Description: ({ field }) => field?.description,
            'Same as': ({ entity }) => listOf(entity.sameAs),
            Id: ({ entity, field }) => field?.id ?? entity.id,
        },
        rows,
    );
}
