import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

const most = 8;

export const manyStages: Rule = {
    code: 'JRN012',
    severity: 'info',
    title: 'A journey has more than 8 stages',
    why: 'Nobody can take in so many at once, and the picture becomes a frieze. Join stages with the same objective, or make two journeys.',
    wrong: `persona ana
journey «first» { persona ana  stage a stage b stage c stage d stage e stage f stage g stage h stage i }`,
    right: `persona ana
journey first { persona ana  stage a stage b stage c stage d stage e stage f stage g stage h }`,
    *find({ journeys }) {
        for (const journey of journeys) {
            if (journey.stages.length <= most) continue;
            yield {
                message: `The journey ${called(journey)} has ${journey.stages.length} stages, and more than ${most} are hard to take in. Join some, or make two journeys.`,
                at: at(journey),
            };
        }
    },
};
