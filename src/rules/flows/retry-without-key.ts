import type { Flow } from '../../model/crm-model.ts';
import { adding, type Fix } from '../fixes/fix.ts';
import { keysOf } from '../fixes/flow-keys.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow } from '../words.ts';

const mostOffered = 5;

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
    *find({ flows, entityById }) {
        for (const flow of flows) {
            if (flow.key.length > 0 || !flow.errors.some(({ action }) => action === 'retry')) continue;
            yield {
                message: `${calledFlow(flow)} retries, and has no key by which a record that arrived already is known: it may arrive twice. Write \`key\` and the field that identifies it.`,
                at: at(flow, 'errors'),
                fixes: () => [
                    ...keysOf(flow, entityById)
                        .slice(0, mostOffered)
                        .map((key) => adding(flow, `key ${key}`)),
                    withoutRetry(flow),
                ],
            };
        }
    },
};

/** Without a field that could be the key, failures are better put aside at once. */
function withoutRetry({ source, errors }: Flow): Fix {
    const index = errors.findIndex(({ action }) => action === 'retry');
    const goesOn = errors.length > index + 1;
    return {
        title: goesOn ? 'Do not retry' : 'Put failures aside instead: `dead-letter`',
        edits: [{ kind: 'swap', in: source, word: 'retry', count: goesOn ? 3 : 2, words: goesOn ? '' : 'dead-letter' }],
    };
}
