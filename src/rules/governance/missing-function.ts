import type { Rule } from '../rule.ts';
import { at, listed } from '../words.ts';

const needed = ['sales', 'marketing', 'service', 'it'];

export const missingFunction: Rule = {
    code: 'GOV004',
    severity: 'info',
    title: 'One of sales, marketing, service and it has no team',
    why: 'Customer relationships are made by all four. Where one has no team on the map, its systems and stages have no voice. Write a `team` with that `function`. A map without any team is left alone.',
    wrong: `team «sellers» { function sales }
team growth { function marketing }
team care { function service }`,
    right: `team sellers { function sales }
team growth { function marketing }
team care { function service }
team systems { function it }`,
    *find({ model: { map, teams } }) {
        const living = teams.filter(({ life }) => life !== 'retired');
        const present = new Set(living.map((team) => team.function));
        const missing = needed.filter((one) => !present.has(one));
        const [first] = living;
        if (!first || missing.length === 0) return;
        yield {
            message: `No team has the function ${listed(missing)}. Declare one, such as team ${missing[0] ?? ''}Team { function ${missing[0] ?? ''} }.`,
            at: map.source ? { source: map.source, property: 'map' } : at(first),
        };
    },
};
