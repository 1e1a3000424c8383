import type { CrmModel, Initiative } from '../../model/crm-model.ts';
import { currencyOf } from './value-text.ts';
import { type ExportTable, listOf, tableOf, Titles } from './table.ts';

/** A row for each initiative. */
export function initiativeTable(model: CrmModel): ExportTable {
    const titles = new Titles(model);
    return tableOf<Initiative>(
        'initiatives',
        'Initiatives',
        {
            Initiative: ({ title }) => title,
            Status: ({ status }) => status,
            Owner: ({ owner }) => titles.of('team', owner),
            Due: ({ due }) => due,
            Cost: ({ cost }) => cost?.amount,
            'Cost per': ({ cost }) => cost?.per,
            'Cost currency': ({ cost }) => currencyOf(cost, model.map.currency),
            Benefit: ({ benefit }) => benefit?.amount,
            'Benefit per': ({ benefit }) => benefit?.per,
            'Benefit currency': ({ benefit }) => currencyOf(benefit, model.map.currency),
            'Delivers opportunities': ({ delivers }) => titles.all('opportunity', delivers),
            'Supports goals': ({ supports }) => titles.all('goal', supports),
            Changes: ({ changes }) => listOf(changes.map(({ kind, id }) => titles.of(kind, id))),
        },
        model.initiatives,
    );
}
