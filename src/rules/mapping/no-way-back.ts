import { lackingWayBack } from '../../model/mapping-faults.ts';
import { appending } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow } from '../words.ts';

export const noWayBack: Rule = {
    code: 'MAP009',
    severity: 'warning',
    title: 'A transform of a two-way flow cannot be turned round',
    why: 'Data goes back over the same `map` line, and nothing says how the transform is undone: what was split must be joined again, what was rounded cannot be. State it: `back "…"` beside `using`.',
    wrong: `team it
system shop { owner it  master entity Order { Code : text(20) } }
system erp { owner it  entity Sale { same as shop.Order  Code : text(20) } }
shop.Order <-> erp.Sale { conflict most-recent  «map Code -> Code using "upper case"» }`,
    right: `team it
system shop { owner it  master entity Order { Code : text(20) } }
system erp { owner it  entity Sale { same as shop.Order  Code : text(20) } }
shop.Order <-> erp.Sale { conflict most-recent  map Code -> Code using "upper case" back "as it is" }`,
    *find({ steps }) {
        const lines = new Map(lackingWayBack(steps).map(({ flow, mapping }) => [mapping, flow]));
        for (const [mapping, flow] of lines) {
            yield {
                message: `${calledFlow(flow)} goes both ways, and nothing says how "${mapping.using ?? ''}" is turned back. Write \`back "…"\` beside it.`,
                at: at(mapping),
                fixes: () => [appending(mapping, 'back "how it is changed back"')],
            };
        }
    },
};
