import { set } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow, listed, quoted } from '../words.ts';

export const personalWithoutAuth: Rule = {
    code: 'FLW010',
    severity: 'error',
    title: 'A flow carries personal data without authentication',
    why: '`auth none` means that anyone may read or send what this flow carries, and it carries personal data. That is a breach waiting to be reported. Use oauth, mutual-tls, or at least a key.',
    wrong: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system erp { owner it }
crm.Contact -> erp { timing event  volume 10 per day  errors alert it  «auth» none }`,
    right: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system erp { owner it }
crm.Contact -> erp { timing event  volume 10 per day  errors alert it  auth oauth }`,
    *find({ flows, entityById }) {
        for (const flow of flows) {
            if (flow.auth !== 'none' || !flow.personal) continue;
            const holders = [flow.from, flow.to].flatMap(({ entity }) => entityById.get(entity ?? '') ?? []);
            const mapped = new Set(flow.mappings.flatMap(({ sources, target }) => [...sources, target]));
            const all = holders.flatMap((entity) => entity.fields.filter(({ personal }) => personal).map(({ id }) => id));
            const fields = mapped.size > 0 ? all.filter((id) => mapped.has(id)) : all;
            const such = fields.length > 0 ? `, such as ${listed(fields.map(quoted), 2)},` : '';
            yield {
                message: `${calledFlow(flow)} carries personal data${such} without authentication. Write \`auth oauth\`, \`auth mutual-tls\` or at least \`auth api-key\`.`,
                at: at(flow, 'auth'),
                fixes: () => ['oauth', 'mutual-tls', 'api-key'].map((auth) => ({ title: `Write ${quoted(`auth ${auth}`)}`, edits: [set(flow, 'auth', auth)] })),
            };
        }
    },
};
