import type { Journey } from '../../model/crm-model.ts';
import { add, adding, type Fix } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

const mostOffered = 5;

export const noPersona: Rule = {
    code: 'JRN011',
    severity: 'warning',
    title: 'A journey has no persona',
    why: 'A journey of everybody is the journey of nobody: needs and emotions belong to somebody. Write `persona`.',
    wrong: `persona ana
journey «first» { segment young }
segment young`,
    right: `persona ana
journey first { persona ana  segment young }
segment young`,
    *find({ journeys, model: { personas } }) {
        for (const journey of journeys) {
            if (journey.personas.length > 0) continue;
            yield {
                message: `The journey ${called(journey)} has no persona. Write \`persona\` and whose journey it is.`,
                at: at(journey),
                fixes: () =>
                    personas.length > 0 ? personas.slice(0, mostOffered).map(({ id }) => adding(journey, `persona ${id}`)) : [withNewPersona(journey)],
            };
        }
    },
};

function withNewPersona(journey: Journey): Fix {
    return {
        title: 'Declare the persona `customer`, and add it',
        edits: [{ kind: 'declare', file: journey.source.file, text: 'persona customer "Who it is"' }, add(journey, 'persona customer')],
    };
}
