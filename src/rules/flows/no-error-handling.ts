import type { Flow } from '../../model/crm-model.ts';
import { add, adding, type Fix } from '../fixes/fix.ts';
import { keysOf } from '../fixes/flow-keys.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, calledFlow, quoted } from '../words.ts';

export const noErrorHandling: Rule = {
    code: 'FLW005',
    severity: 'warning',
    title: 'A flow has no error handling',
    why: 'Every flow fails one day. If nobody wrote what happens then, records are lost in silence. Write `errors` with retry, dead-letter, alert, replay or fallback, joined by `then`.',
    wrong: `team it
system shop { owner it }
system crm { owner it }
flow «customers»: shop -> crm { timing event  volume 10 per day }`,
    right: `team it
system shop { owner it }
system crm { owner it }
flow customers: shop -> crm { timing event  volume 10 per day  errors dead-letter then alert it }`,
    *find(context) {
        const { flows } = context;
        for (const flow of flows) {
            if (flow.errors.length > 0) continue;
            yield {
                message: `Nothing says what happens when ${calledFlow(flow)} fails. Write \`errors\`, such as \`errors retry 3 then dead-letter\`.`,
                at: at(flow),
                fixes: () => answersFor(flow, context),
            };
        }
    },
};

/** Retrying wants a key; where none can be known, failures are put aside at once. */
function answersFor(flow: Flow, { systemById, entityById }: RuleContext): Fix[] {
    const [key] = flow.key.length > 0 ? [''] : keysOf(flow, entityById);
    const retry = ['errors retry 3 then dead-letter', ...(key ? [`key ${key}`] : [])];
    const owner = [flow.to.system, flow.from.system].flatMap((id) => systemById.get(id)?.owner ?? []).at(0);
    const again = { title: `Add ${retry.map(quoted).join(' and ')}`, edits: [add(flow, ...retry)] };
    const aside = [adding(flow, 'errors dead-letter'), ...(owner === undefined ? [] : [adding(flow, `errors dead-letter then alert ${owner}`)])];
    return key === undefined ? [...aside, again] : [again, ...aside];
}
