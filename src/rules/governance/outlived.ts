import type { Declared, Flow, Living } from '../../model/crm-model.ts';
import { type Fix, set } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { dayAfter } from '../times.ts';
import { at, called } from '../words.ts';

export const outlived: Rule = {
    code: 'GOV007',
    severity: 'warning',
    dated: true,
    title: 'A thing is past its `until`, and still active',
    why: 'Its last day has passed, and the map goes on as if it were in use. Write `lifecycle retired`, or a later day.',
    wrong: `team it
system shop { owner it }
system old { owner it  «until» 2026-06-30 }
shop -> old`,
    right: `team it
system shop { owner it }
system old { owner it  until 2027-06-30 }
shop -> old`,
    *find({ model, flows, today }) {
        const kinds: readonly (readonly (Declared & Living)[])[] = [
            model.teams,
            model.goals,
            model.metrics,
            model.segments,
            model.personas,
            model.channels,
            model.regions,
            model.capabilities,
            model.systems,
            model.systems.flatMap(({ entities }) => entities),
            model.flows,
            model.journeys,
            model.initiatives,
        ];
        const nextYear = dayAfter(today, { amount: 1, unit: 'year' });
        for (const thing of kinds.flat()) {
            if (thing.until === undefined || thing.until >= today || thing.life === 'retired') continue;
            yield {
                message: `The ${thing.kind} ${called(thing)} was to end on ${thing.until}, and is ${thing.life ?? 'active'}. Write \`lifecycle retired\`, or a later day.`,
                at: at(thing, 'until'),
                fixes: () => [
                    retired(thing, flows),
                    ...(nextYear === undefined ? [] : [{ title: `Write \`until ${nextYear}\``, edits: [set(thing, 'until', nextYear)] }]),
                ],
            };
        }
    },
};

/** A system is retired with the flows that go through it. */
function retired(thing: Declared & Living, flows: readonly Flow[]): Fix {
    const through =
        thing.kind === 'system' ? flows.filter(({ from, to, via, life }) => life !== 'planned' && [from.system, to.system, ...via].includes(thing.id)) : [];
    return {
        title: `Write \`lifecycle retired\`${through.length > 0 ? ', here and in its flows' : ''}`,
        edits: [thing, ...through].map((one) => set(one, 'lifecycle', 'retired')),
    };
}
