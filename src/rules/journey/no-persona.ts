import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

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
    *find({ journeys }) {
        for (const journey of journeys) {
            if (journey.personas.length === 0)
                yield { message: `The journey ${called(journey)} has no persona. Write persona and whose journey it is.`, at: at(journey) };
        }
    },
};
