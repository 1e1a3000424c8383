import type { CrmModel, Journey, View } from '../../model/crm-model.ts';
import type { Block } from '../marks.ts';
import { titleBlock } from '../parts/title-block.ts';
import type { Sheet } from '../sheet.ts';
import { reviewFact } from '../words/review-words.ts';
import { capitalised, countWords } from '../words/value-words.ts';
import { channelLane } from './channel-lane.ts';
import { emotionLane } from './emotion-lane.ts';
import { emotionWords } from './face.ts';
import type { JourneyGrid } from './journey-grid.ts';
import { journeyGrid, labelLeft } from './journey-grid.ts';
import { journeyLegend } from './journey-legend.ts';
import type { JourneyDiagram, JourneyLane } from './journey-parts.ts';
import { metricLane } from './metric-lane.ts';
import { painLanes } from './pain-lanes.ts';
import { personaPanels, placedPanels } from './persona-panel.ts';
import { stageBand } from './stage-band.ts';
import { dataLane, systemLane } from './system-lane.ts';
import { thoughtLane } from './thought-lane.ts';
import { emptyLane, touchpointLane } from './touchpoint-lane.ts';
import { viewSheet } from '../parts/page.ts';

export type { JourneyDiagram } from './journey-parts.ts';

/** The lanes of a view that names none. */
const defaultLanes = ['touchpoints', 'emotion', 'channels', 'thoughts', 'pains', 'opportunities', 'systems', 'metrics'] as const;

/** What the journey of a view shows, with all sizes; undefined where the view names no journey of the model. */
export function journeyDiagram(model: CrmModel, view: View): JourneyDiagram | undefined {
    const journey = view.of === undefined ? model.journeys[0] : model.journeys.find((candidate) => candidate.id === view.of?.id);
    if (journey === undefined) {
        return undefined;
    }
    const grid = journeyGrid(journey);
    const sheet = sheetOf(model, view, journey);
    const hidden = new Set(view.hide);
    const wanted = [...new Set(view.lanes.length > 0 ? view.lanes : defaultLanes)];
    const lanes = journeyLanes(wanted, model, journey, grid, hidden);
    const shown = new Set<string>(lanes.map((lane) => lane.name));
    return {
        kind: 'journey',
        sheet,
        width: grid.width,
        left: grid.left,
        right: grid.right,
        head: journeyHead(sheet, journey, model, grid, hidden),
        stages: stageBand(grid, model.lifecycles),
        lanes,
        bounds: grid.stages.slice(0, -1).map((span) => span.x + span.width),
        legend: hidden.has('legend') ? { width: 0, height: 0, marks: [] } : journeyLegend(journey, model, grid, shown),
    };
}

/** The lanes of these names, in this order, that have something to show. */
export function journeyLanes(wanted: readonly string[], model: CrmModel, journey: Journey, grid: JourneyGrid, hidden: ReadonlySet<string>): JourneyLane[] {
    const channels = new Map(model.channels.map((channel) => [channel.id, channel]));
    const byName = new Map<string, JourneyLane | undefined>([
        ['touchpoints', touchpointLane(journey, grid, channels, { labels: !hidden.has('labels') }) ?? emptyLane(grid)],
        ['emotion', emotionLane(grid)],
        ['channels', channelLane(journey, grid, model.channels)],
        ['thoughts', thoughtLane(grid)],
        ['systems', systemLane(grid, model, !wanted.includes('data'))],
        ['data', dataLane(grid, model)],
        ['metrics', metricLane(grid, model)],
    ]);
    // An arrow joins a pain to its opportunity only where no other lane comes between.
    const areNeighbours = wanted.includes('pains') && wanted[wanted.indexOf('pains') + 1] === 'opportunities';
    const { pains, opportunities } = painLanes(grid, model, areNeighbours);
    byName.set('pains', pains);
    byName.set('opportunities', opportunities);
    return wanted.flatMap((name) => byName.get(name) ?? []);
}

/** Title block and panels of the people, as far as the view does not hide them. */
export function journeyHead(sheet: Sheet, journey: Journey, model: CrmModel, grid: JourneyGrid, hidden: ReadonlySet<string>): Block {
    const title = hidden.has('title') ? { width: grid.width, height: 8, marks: [] } : titleBlock(sheet, grid.width);
    const panels = hidden.has('persona') ? { width: 0, height: 0, marks: [] } : personaPanels(journey, model, grid.width - 2 * labelLeft);
    const top = title.height + 16;
    return {
        width: grid.width,
        height: panels.height === 0 ? top : top + panels.height + 20,
        marks: [...title.marks, ...placedPanels(panels, labelLeft, top)],
    };
}

function sheetOf(model: CrmModel, view: View, journey: Journey): Sheet {
    const review = reviewFact(model.map);
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const segments = journey.segments.flatMap((id) => model.segments.find((segment) => segment.id === id)?.title ?? []);
    const purpose = view.purpose ?? model.map.purpose;
    return {
        ...viewSheet(view),
        role: 'customer journey map',
        caption: `${model.map.title}  \u00b7  Customer journey`,
        title: view.title ?? journey.title,
        ...(purpose === undefined ? {} : { purpose }),
        description: describe(model, journey),
        facts: [
            ...(segments.length > 0 ? [{ caption: 'Segment', value: segments.join(', ') }] : []),
            ...(journey.state === undefined ? [] : [{ caption: 'State', value: capitalised(journey.state) }]),
            { caption: 'Shows', value: countWords(journey.stages.length, 'stage'), second: countWords(touchpoints.length, 'touchpoint') },
            ...(review === undefined ? [] : [review]),
        ],
    };
}

/** `Current-state journey of Emma: 4 stages, 8 touchpoints; lowest emotion −2 at Tries to find her size.` */
function describe(model: CrmModel, journey: Journey): string {
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const people = journey.personas.flatMap((id) => model.personas.find((persona) => persona.id === id)?.title ?? []);
    const kind = journey.state === undefined ? 'Journey' : `${capitalised(journey.state)}-state journey`;
    const whose = people.length === 0 ? '' : ` of ${people.join(' and ')}`;
    const counts = `${countWords(journey.stages.length, 'stage')}, ${countWords(touchpoints.length, 'touchpoint')}`;
    const lowest = touchpoints.reduce<(typeof touchpoints)[number] | undefined>(
        (least, touchpoint) => (touchpoint.emotion !== undefined && touchpoint.emotion < (least?.emotion ?? Number.POSITIVE_INFINITY) ? touchpoint : least),
        undefined,
    );
    const emotion = lowest?.emotion === undefined ? '' : `; lowest emotion ${emotionWords(lowest.emotion)} at ${lowest.title}`;
    return `${kind}${whose}: ${counts}${emotion}.`;
}
