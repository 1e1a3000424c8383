import { faceValue } from '../../diagram/journey/face.ts';
import { titleOf } from '../../diagram/landscape/card-content.ts';
import type { CrmModel, Journey, Touchpoint, View } from '../../model/crm-model.ts';
import { accessible, fileOf, leftOut } from './head.ts';
import { escapeItem, escapeText } from './text.ts';

/** The journey that a view shows, as in its picture: the first one where the view names none. */
export function journeyOfView(model: CrmModel, view: View): Journey | undefined {
    return view.of === undefined ? model.journeys[0] : model.journeys.find(({ id }) => id === view.of?.id);
}

/**
 * A journey as a Mermaid journey: stages are sections, touchpoints tasks with a score from 1 (emotion −2) to 5 (+2). Actors are the channels,
 * or the personas where the journey names no channel. Ways are left out: a Mermaid journey cannot branch.
 */
export function mermaidJourney(model: CrmModel, view: View, journey: Journey): string {
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const byChannel = touchpoints.some((touchpoint) => touchpoint.channels.length > 0);
    const personas = journey.personas.map((id) => titleOf(model.personas, id));
    const actorsOf = (touchpoint: Touchpoint): string[] => (byChannel ? touchpoint.channels.map((id) => titleOf(model.channels, id)) : personas);
    const title = view.title ?? journey.title;
    const unstated = touchpoints.some(({ emotion }) => emotion === undefined);
    return fileOf([
        `%% Scores: 1 is emotion −2, 5 is +2.${unstated ? ' Where the map states no emotion it is 3.' : ''}`,
        ...leftOut([
            ['ways that branch (see the flowchart beside it)', hasBranches(journey)],
            ['stages without touchpoints', journey.stages.some((stage) => stage.touchpoints.length === 0)],
            ['personas', byChannel && personas.length > 0],
            ['thoughts and actions', touchpoints.some(({ thoughts, actions, delights }) => thoughts.length + actions.length + delights.length > 0)],
            ['pains and opportunities', touchpoints.some(({ pains, opportunities }) => pains.length + opportunities.length > 0)],
            ['systems', touchpoints.some(({ frontstage, backstage, support }) => frontstage.length + backstage.length + support.length > 0)],
            ['data', touchpoints.some(({ uses, captures }) => uses.length + captures.length > 0)],
            ['metrics', [...journey.stages, ...touchpoints].some(({ metrics }) => metrics.length > 0)],
            ['evidence', touchpoints.some(({ evidence }) => evidence.length > 0)],
        ]),
        'journey',
        `    title ${escapeText(title)}`,
        ...accessible(title, `${journey.scenario ?? 'Customer journey'}`),
        ...journey.stages.flatMap((stage) => [
            `    section ${escapeText(stage.title)}`,
            ...stage.touchpoints.map((touchpoint) => {
                const actors = actorsOf(touchpoint).map(escapeItem).join(', ');
                return `        ${escapeText(touchpoint.title)}: ${faceValue(touchpoint.emotion ?? 0) + 3}${actors === '' ? '' : `: ${actors}`}`;
            }),
        ]),
    ]);
}

/** Do its ways say more than that each touchpoint follows the one before? */
export function hasBranches({ stages, ways }: Journey): boolean {
    const ids = stages.flatMap((stage) => stage.touchpoints.map(({ id }) => id));
    const inOrder = ways.length === Math.max(0, ids.length - 1) && ways.every(({ from, to }, index) => from === ids[index] && to === ids[index + 1]);
    return !inOrder || ways.some(({ when }) => when !== undefined);
}
