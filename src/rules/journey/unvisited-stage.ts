import { nearest } from '../../../language/nearest.ts';
import type { JourneyStage } from '../../model/crm-model.ts';
import { adding } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, called, quoted } from '../words.ts';

const mostOffered = 6;

export const unvisitedStage: Rule = {
    code: 'JRN014',
    severity: 'warning',
    title: 'No journey stage is in a lifecycle stage',
    why: 'The company works at a stage in which, by this map, no customer ever is. Either a journey is not told to its end, or the stage is for the company alone. Write `in` with the lifecycle stage in a stage of a journey. A map without journeys is left alone.',
    wrong: `persona ana
lifecycle sales { stage win  stage «keep» }
journey j { persona ana  stage buy { in sales.win } }`,
    right: `persona ana
lifecycle sales { stage win  stage keep }
journey j { persona ana  stage buy { in sales.win, sales.keep } }`,
    *find({ model, stages }) {
        if (stages.length === 0) return;
        const visited = new Set(stages.flatMap(({ within }) => within));
        for (const stage of model.lifecycles.flatMap((lifecycle) => lifecycle.stages)) {
            if (visited.has(stage.id)) continue;
            yield {
                message: `No stage of a journey is in ${called(stage)}. Write \`in ${stage.id}\` in the stage of a journey where customers are meanwhile.`,
                at: at(stage),
                fixes: () =>
                    nearFirst(stages, stage.name)
                        .slice(0, mostOffered)
                        .map((place) => ({ ...adding(place, `in ${stage.id}`), title: `Write ${quoted(`in ${stage.id}`)} in ${called(place)}` })),
            };
        }
    },
};

/** The stage with a like name first, then the others from the last one on. */
function nearFirst(stages: readonly JourneyStage[], name: string): JourneyStage[] {
    const like = nearest(
        name,
        stages.map((stage) => stage.name),
    );
    const fromEnd = [...stages].reverse();
    return [...fromEnd.filter((stage) => stage.name === like), ...fromEnd.filter((stage) => stage.name !== like)];
}
