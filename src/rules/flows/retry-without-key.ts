import type { Rule } from '../rule.ts';
import { at, calledFlow } from '../words.ts';

export const retryWithoutKey: Rule = {
    code: 'FLW006',
    severity: 'warning',
    title: 'A flow retries without a key',
    why: 'When an answer is lost, the retry sends a record that has arrived already. Only a key by which the receiver knows it keeps that from becoming a duplicate. Write `key` with the field that identifies a record.',
    wrong: `team it
system shop { owner it  master entity Order { OrderNo : id key } }
system erp { owner it }
flow orders: shop.Order -> erp { timing event  volume 10 per day  «errors» retry 3 }`,
    right: `team it
system shop { owner it  master entity Order { OrderNo : id key } }
system erp { owner it }
flow orders: shop.Order -> erp { timing event  volume 10 per day  errors retry 3  key OrderNo }`,
    *find({ flows }) {
        for (const flow of flows) {
            if (flow.key.length > 0 || !flow.errors.some(({ action }) => action === 'retry')) continue;
            yield {
                message: `${calledFlow(flow)} retries, and has no key by which a record that arrived already is known: it may arrive twice. Write key and the field that identifies it.`,
                at: at(flow, 'errors'),
            };
        }
    },
};
