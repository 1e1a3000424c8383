import type { Flow } from '../../model/crm-model.ts';
import { contestedTargets } from '../../model/mapping-faults.ts';
import { adding, append, type Fix } from '../fixes/fix.ts';
import { transformWords } from '../fixes/transform-fixes.ts';
import type { Rule } from '../rule.ts';
import { at, calledFlow, listed, quoted } from '../words.ts';
import type { MappingStep } from '../../model/mapping-steps.ts';

export const severalSources: Rule = {
    code: 'MAP005',
    severity: 'error',
    title: 'A target has two sources and no rule',
    why: 'Two fields are written into one, and nothing says which wins or how they are joined; so the last one does, by chance. Say it with `using "…"`, with `conflict` in the flow, or with `survivorship` in the entity.',
    wrong: `team it
system shop { owner it  master entity Order { Home : text(20)  Work : text(20) } }
system erp { owner it  entity Sale { same as shop.Order  Place : text(20) } }
shop.Order -> erp.Sale { map Home -> Place  «map Work -> Place» }`,
    right: `team it
system shop { owner it  master entity Order { Home : text(20)  Work : text(20) } }
system erp { owner it  entity Sale { same as shop.Order  Place : text(20) } }
shop.Order -> erp.Sale { map Home, Work -> Place using "the first that is stated" }`,
    *find({ steps: all, entityById }) {
        for (const { target, sources, steps } of contestedTargets(all, entityById)) {
            const last = steps.at(-1);
            if (!last) continue;
            const { flow } = last;
            yield {
                message: `${calledFlow(flow)} writes ${listed(sources.map(({ id }) => quoted(id)))} into ${quoted(target.id)}, and nothing says which wins or how they are joined. Write \`using "…"\`.`,
                at: at(last.mapping),
                fixes: () => rulesFor(flow, steps),
                related: steps
                    .filter(({ mapping }) => mapping !== last.mapping)
                    .map(({ mapping }) => ({ message: 'It is written here as well.', at: at(mapping) })),
            };
        }
    },
};

/** Says for each line how it comes in, or for the flow which side wins. */
function rulesFor(flow: Flow, steps: readonly MappingStep[]): Fix[] {
    const lines = [...new Set(steps.map(({ mapping }) => mapping))];
    const edits = lines.flatMap((mapping) => {
        const words = transformWords(flow.twoWay, mapping);
        return words === '' ? [] : [append(mapping, words)];
    });
    return [adding(flow, 'conflict source-of-truth'), { title: 'Add `using` to each line', edits }];
}
