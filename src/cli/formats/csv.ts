import { csvOf } from '../../export/csv/csv.ts';
import { tablesOf } from '../../export/tables/all-tables.ts';
import type { Format } from './format.ts';

/** The registers of a map as tables; those without a row are left out. */
export const csv: Format = {
    word: 'csv',
    shows: () => false,
    whole: true,
    files: (map, { names }) =>
        tablesOf(map.model)
            .filter(({ rows }) => rows.length > 0)
            .map((table) => ({
                what: `the table ${table.title.toLowerCase()}`,
                name: names.nameFor(map.shown, table.name, 'csv'),
                content: () => csvOf(table),
            })),
};
