import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called } from '../words.ts';

const strong = 2;

export const noEvidence: Rule = {
    code: 'JRN006',
    severity: 'info',
    title: 'A strong emotion has no evidence',
    why: 'The highest and the lowest points of a journey steer where money goes. If they are guessed, so is the rest. Write `evidence` with what was seen or asked.',
    wrong: `team it
persona ana
system shop { owner it }
journey j { persona ana  stage s { touchpoint look { frontstage shop  «emotion» +2 "Happy" } } }`,
    right: `team it
persona ana
system shop { owner it }
journey j { persona ana  stage s { touchpoint look { frontstage shop  emotion +2 "Happy"  evidence survey 2026-06-12 sample 40 "Nine of ten smiled" } } }`,
    *find({ touchpoints }) {
        for (const touchpoint of touchpoints) {
            const { emotion, evidence, pains } = touchpoint;
            if (emotion === undefined || Math.abs(emotion) < strong || evidence.length > 0 || pains.some((pain) => pain.evidence.length > 0)) continue;
            yield {
                message: `${called(touchpoint)} is felt as ${emotion > 0 ? '+' : ''}${emotion}, and nothing shows it. Write \`evidence\`, such as \`evidence survey\` and what was found.`,
                at: at(touchpoint, 'emotion'),
                fixes: () => ['observation', 'interview', 'survey'].map((method) => adding(touchpoint, `evidence ${method} "What was found"`)),
            };
        }
    },
};
