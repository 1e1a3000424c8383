import type { Team } from '../../model/crm-model.ts';
import type { Fix } from '../fixes/fix.ts';
import { freeName } from '../../../language/edits/free-name.ts';
import type { Rule } from '../rule.ts';
import { at, listed, quoted } from '../words.ts';

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
            message: `No team has the function ${listed(missing.map(quoted), missing.length, 'or')}. Declare one, such as \`team ${missing[0] ?? ''}Team { function ${missing[0] ?? ''} }\`.`,
            at: map.source ? { source: map.source, property: 'map' } : at(first),
            fixes: () => [teamsFor(missing, living)],
        };
    },
};

/** A team for each function, behind the last one. */
function teamsFor(functions: readonly string[], teams: readonly Team[]): Fix {
    const names = teams.map(({ name }) => name);
    const lines = functions.map((one) => `team ${freeName(one, names)} { function ${one} }`);
    const last = teams.at(-1)?.source;
    return { title: `Declare ${listed(lines.map(quoted))}`, edits: [{ kind: 'declare', file: last?.file ?? '', text: lines.join('\n'), after: last }] };
}
