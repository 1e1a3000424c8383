import type { CrmModel } from '../../model/crm-model.ts';
import { dataDictionaryTable } from './data-dictionary.ts';
import { fieldMappingTable } from './field-mappings.ts';
import { initiativeTable } from './initiatives.ts';
import { interfaceTable } from './interfaces.ts';
import { painTable } from './pains.ts';
import type { ExportTable } from './table.ts';

/** What of a map fits into tables. */
export function tablesOf(model: CrmModel): ExportTable[] {
    return [interfaceTable, fieldMappingTable, dataDictionaryTable, painTable, initiativeTable].map((table) => table(model));
}
