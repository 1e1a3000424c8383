import { reach } from '../graph/reach.ts';
import type { Journey, Touchpoint } from '../../model/crm-model.ts';
import { addLast, type Fix } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called, quoted } from '../words.ts';
import { statesWays, waysFrom } from './ways.ts';

export const unreached: Rule = {
    code: 'JRN003',
    severity: 'error',
    title: 'No way reaches a touchpoint',
    why: 'Once a journey states its ways, all of it hangs on them: a touchpoint that none leads to happens to nobody. Add the way, or remove the touchpoint. A journey starts at its first touchpoint, and at others of the same stage that ways only leave; where ways lead to the first one, at the only one that they leave.',
    wrong: `persona ana
system shop { owner it }
team it
journey j { persona ana
  stage s { touchpoint look { frontstage shop } }
  stage t { touchpoint buy { frontstage shop }  touchpoint «exchange» { frontstage shop } }
  look -> buy
}`,
    right: `persona ana
system shop { owner it }
team it
journey j { persona ana
  stage s { touchpoint look { frontstage shop } }
  stage t { touchpoint buy { frontstage shop }  touchpoint exchange { frontstage shop } }
  look -> buy -> exchange
}`,
    *find({ journeys }) {
        for (const journey of journeys.filter(statesWays)) {
            const leaving = waysFrom(journey);
            const entered = new Set(journey.ways.map(({ to }) => to));
            const inOrder = journey.stages.flatMap(({ touchpoints }) => touchpoints);
            const [first] = inOrder;
            const sources = inOrder.filter(({ id }) => leaving.has(id) && !entered.has(id));
            const isSoleStart = first !== undefined && entered.has(first.id) && sources.length === 1;
            const starts = [...(first ? [first] : []), ...(isSoleStart ? sources : sources.filter(({ stage }) => stage === first?.stage))];
            const reached = reach(
                starts.filter(({ id }) => leaving.has(id) || entered.has(id)).map(({ id }) => id),
                (id) => (leaving.get(id) ?? []).map((way) => [way.to, way] as const),
            );
            for (const touchpoint of inOrder) {
                if (reached.has(touchpoint.id)) continue;
                yield {
                    message: `No way of ${called(journey)} reaches ${called(touchpoint)}. Add a way that leads there, such as \`${first?.name ?? ''} -> ${touchpoint.name}\`.`,
                    at: at(touchpoint),
                    fixes: () => waysTo(touchpoint, journey, reached),
                };
            }
        }
    },
};

/** A way from the touchpoint before it that is reached; the first one leads on itself. */
function waysTo(touchpoint: Touchpoint, journey: Journey, reached: ReadonlyMap<string, unknown>): Fix[] {
    const inOrder = journey.stages.flatMap(({ touchpoints }) => touchpoints);
    const index = inOrder.indexOf(touchpoint);
    const before = inOrder.slice(0, index).reverse();
    const from = index === 0 ? touchpoint : (before.find(({ id }) => reached.has(id)) ?? inOrder[0]);
    const to = index === 0 ? inOrder[1] : touchpoint;
    if (!from || !to) return [];
    const line = [from, to].map(({ id }) => id.slice(journey.id.length + 1)).join(' -> ');
    return [{ title: `Add the way ${quoted(line)}`, edits: [addLast(journey, line)] }];
}
