import type { Rule } from '../rule.ts';
import { isProduction } from '../environments.ts';
import { at, called, calledFlow } from '../words.ts';

export const mixedEnvironments: Rule = {
    code: 'FLW012',
    severity: 'warning',
    title: 'A flow goes from production to a sandbox, or back',
    why: 'Real data in a sandbox is seen by those who should not see it, and test data in production reaches customers. Connect systems of one environment. A system that states none counts as production.',
    wrong: `team it
system crm { owner it  environment production }
system trial { owner it  environment sandbox }
flow «copies»: crm -> trial { timing event  volume 10 per day  errors alert it }`,
    right: `team it
system crm { owner it  environment production }
system trial { owner it  environment production }
flow copies: crm -> trial { timing event  volume 10 per day  errors alert it }`,
    *find({ flows, systemById }) {
        for (const flow of flows) {
            const systems = [flow.from.system, flow.to.system, ...flow.via].flatMap((id) => systemById.get(id) ?? []);
            const real = systems.find(isProduction);
            const trial = systems.find((system) => !isProduction(system));
            if (!real || !trial) continue;
            yield {
                message: `${calledFlow(flow)} connects ${called(real)}, which is in production, with ${called(trial)}, which is ${trial.environment === 'test' ? 'for tests' : 'a sandbox'}. Connect systems of one environment.`,
                at: at(flow),
                related: [{ message: `${called(trial)} is ${trial.environment}.`, at: at(trial, 'environment') }],
            };
        }
    },
};
