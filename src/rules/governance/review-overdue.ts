import { set } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { dayAfter } from '../times.ts';
import { at, quoted } from '../words.ts';

export const reviewOverdue: Rule = {
    code: 'GOV001',
    severity: 'warning',
    dated: true,
    title: 'The review of the map is overdue',
    why: 'A map that nobody has looked at for too long is believed although it is wrong. Go through it with those who own its systems, and write the day into `reviewed`.',
    wrong: `map "Shop" { «reviewed» 2026-01-31 every 3 months }`,
    right: `map "Shop" { reviewed 2026-10-31 every 3 months }`,
    *find({ model: { map }, today }) {
        const next = map.reviewed !== undefined && map.reviewEvery ? dayAfter(map.reviewed, map.reviewEvery) : undefined;
        const { source } = map;
        if (!source || next === undefined || next >= today) return;
        yield {
            message: `The review of this map was due on ${next}. Go through it, and write the day into \`reviewed\`.`,
            at: at({ source }, 'reviewed'),
            fixes: () => [{ title: `It has been reviewed today: ${quoted(`reviewed ${today}`)}`, edits: [set({ source }, 'reviewed', today)] }],
        };
    },
};
