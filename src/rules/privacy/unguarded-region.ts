import type { Region, System } from '../../model/crm-model.ts';
import { adding } from '../fixes/fix.ts';
import { holdsPersonal } from '../personal.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, called, calledFlow, quoted } from '../words.ts';

export const unguardedRegion: Rule = {
    code: 'PII003',
    severity: 'error',
    title: 'Personal data crosses into a region without a safeguard',
    why: 'Personal data may leave its region only where the law there is adequate, or an instrument such as standard contractual clauses protects it (GDPR Art. 44 to 49). Write `safeguard "…"` or `adequate` in the region. The home region, in which most systems that master personal data stand, needs none.',
    wrong: `team it
region eu
region us
system crm { owner it  region eu  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system mail { owner it  region us }
flow «letters»: crm.Contact -> mail`,
    right: `team it
region eu
region us { safeguard "Standard contractual clauses" }
system crm { owner it  region eu  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system mail { owner it  region us }
flow letters: crm.Contact -> mail`,
    *find(context) {
        const { model, lineage, systemById } = context;
        const regions = new Map(model.regions.map((region) => [region.id, region]));
        const home = homeRegion(context);
        const told = new Set<string>();
        for (const { flow, from, to } of lineage.legs) {
            if (!flow.personal) continue;
            const way = [from.system, ...flow.via, to.system].flatMap((id) => regions.get(systemById.get(id)?.region ?? '') ?? []);
            for (const [index, region] of way.entries()) {
                const before = way[index - 1];
                const key = `${flow.id} ${region.id}`;
                if (!before || before === region || region.id === home || region.adequate || region.safeguard !== undefined || told.has(key)) continue;
                told.add(key);
                yield {
                    message: `${calledFlow(flow)} carries personal data from ${called(before)} into ${called(region)}, which states no safeguard. Write \`safeguard "…"\` or \`adequate\` in that region.`,
                    at: at(flow),
                    fixes: () =>
                        ['safeguard "Standard contractual clauses"', 'adequate'].map((words) => ({
                            ...adding(region, words),
                            title: `Add ${quoted(words)} to ${called(region)}`,
                        })),
                    related: [{ message: `${called(region)} states no safeguard.`, at: at(region) }],
                };
            }
        }
    },
};

/** Where most masters of personal data stand, or where there are none most systems; of several the one that is declared first. */
function homeRegion({ model, systems }: RuleContext): string | undefined {
    const mastersIn = ({ entities }: System): number => entities.filter((entity) => entity.master && holdsPersonal(entity)).length;
    const hasMasters = systems.some((system) => system.region !== undefined && mastersIn(system) > 0);
    const weightOf = (region: Region): number =>
        systems.filter((system) => system.region === region.id).reduce((sum, system) => sum + (hasMasters ? mastersIn(system) : 1), 0);
    const weights = model.regions.map((region) => ({ id: region.id, weight: weightOf(region) }));
    return weights.reduce((most, region) => (region.weight > most.weight ? region : most), weights[0] ?? { id: '', weight: 0 }).id;
}
