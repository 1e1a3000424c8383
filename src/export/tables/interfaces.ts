import type { CrmModel, Flow } from '../../model/crm-model.ts';
import { durationText, errorText } from './value-text.ts';
import { type ExportTable, tableOf, Titles } from './table.ts';

/** The interface register: a row for each flow. */
export function interfaceTable(model: CrmModel): ExportTable {
    const titles = new Titles(model);
    return tableOf<Flow>(
        'interfaces',
        'Interface register',
        {
            Number: ({ number }) => number,
            Interface: ({ title, name }) => (title === '' ? name : title),
            From: ({ from }) => titles.end(from),
            To: ({ to }) => titles.end(to),
            'Both ways': ({ twoWay }) => twoWay,
            Via: ({ via }) => titles.all('system', via),
            Pattern: ({ pattern }) => pattern,
            Timing: ({ timing }) => timing,
            Timetable: ({ cron }) => cron,
            Protocol: ({ protocol }) => protocol,
            Authentication: ({ auth }) => auth,
            Volume: ({ volume }) => volume?.amount,
            Per: ({ volume }) => volume?.per,
            Peak: ({ volume }) => volume?.peak,
            Latency: ({ latency }) => durationText(latency),
            'On error': (flow) => errorText(flow, titles),
            'Conflict rule': ({ conflict }) => conflict,
            'Personal data': ({ personal }) => personal,
            Purpose: ({ purpose }) => purpose,
            Kind: ({ relation }) => relation,
            Owner: ({ owner }) => titles.of('team', owner),
            Lifecycle: ({ life }) => life,
            'Mapped fields': ({ mappings }) => mappings.length,
        },
        model.flows,
    );
}
