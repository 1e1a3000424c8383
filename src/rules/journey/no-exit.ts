import type { Journey, Way } from '../../model/crm-model.ts';
import { stronglyConnected } from '../graph/components.ts';
import type { Rule } from '../rule.ts';
import { at, quoted } from '../words.ts';
import { statesWays } from './ways.ts';

export const noExit: Rule = {
    code: 'JRN013',
    severity: 'warning',
    title: 'A way goes round without an exit',
    why: 'Whoever enters this circle never leaves it: no touchpoint in it leads on. Add the way out; every customer finds one, if only to another company.',
    wrong: `team it
persona ana
system shop { owner it }
journey j { persona ana
  stage s { touchpoint look { frontstage shop }  touchpoint «ask» { frontstage shop }  touchpoint wait { frontstage shop } }
  look -> ask -> wait -> ask
}`,
    right: `team it
persona ana
system shop { owner it }
journey j { persona ana
  stage s { touchpoint look { frontstage shop }  touchpoint ask { frontstage shop }  touchpoint wait { frontstage shop }  touchpoint leave { frontstage shop } }
  look -> ask -> wait -> ask
  wait -> leave
}`,
    *find({ journeys, touchpointById }) {
        for (const journey of journeys.filter(statesWays)) {
            for (const { members, ways } of circlesOf(journey)) {
                const [first] = members.flatMap((id) => touchpointById.get(id) ?? []);
                if (!first) continue;
                yield {
                    message: `${members.map(quoted).join(' → ')} → ${quoted(members[0] ?? '')} goes round, and no way leads out. Add the way out.`,
                    at: at(first),
                    related: ways.flatMap(({ source, from, to }) => (source ? [{ message: `${quoted(from)} leads to ${quoted(to)}.`, at: { source } }] : [])),
                };
            }
        }
    },
};

/** Touchpoints that lead to each other and nowhere else, with the ways between them. */
function circlesOf({ stages, ways }: Journey): { members: string[]; ways: Way[] }[] {
    const ids = stages.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id));
    const numbers = new Map(ids.map((id, index) => [id, index]));
    const successors: number[][] = ids.map(() => []);
    for (const { from, to } of ways) {
        const [start, end] = [numbers.get(from), numbers.get(to)];
        if (start !== undefined && end !== undefined) successors[start]?.push(end);
    }
    return stronglyConnected(successors).flatMap((component) => {
        const inside = new Set(component);
        const goesRound = component.some((node) => successors[node]?.some((to) => inside.has(to)));
        const leads = component.some((node) => successors[node]?.some((to) => !inside.has(to)));
        if (!goesRound || leads) return [];
        const members = new Set(component.sort((a, b) => a - b).map((node) => ids[node] ?? ''));
        return [{ members: [...members], ways: ways.filter(({ from, to }) => members.has(from) && members.has(to)) }];
    });
}
