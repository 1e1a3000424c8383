import type { CrmModel, Journey, View } from '../../model/crm-model.ts';
import type { Block } from '../marks.ts';
import { titleBlock } from '../parts/title-block.ts';
import type { Sheet } from '../sheet.ts';
import { reviewFact } from '../words/review-words.ts';
import { capitalised, countWords } from '../words/value-words.ts';
import { channelLane } from './channel-lane.ts';
import { emotionLane } from './emotion-lane.ts';
import { emotionWords } from './face.ts';
import type { ChosenJourney } from './chosen-journey.ts';
import { chosenJourney, leftOutWords, ofAll } from './chosen-journey.ts';
import type { JourneyGrid } from './journey-grid.ts';
import type { JourneyForm } from './journey-form.ts';
import { gridsOf, inBestForm } from './journey-form.ts';
import { betweenRows, labelLeft } from './journey-grid.ts';
import { journeyLegend } from './journey-legend.ts';
import type { JourneyDiagram, JourneyLane, JourneyRow } from './journey-parts.ts';
import { metricLane } from './metric-lane.ts';
import { painLanes } from './pain-lanes.ts';
import { personaPanels, placedPanels } from './persona-panel.ts';
import { stageBand } from './stage-band.ts';
import { dataLane, systemLane } from './system-lane.ts';
import { thoughtLane } from './thought-lane.ts';
import type { CardOptions } from './touchpoint-card.ts';
import type { RowPlace } from './touchpoint-lane.ts';
import { emptyLane, farWays, touchpointLane } from './touchpoint-lane.ts';
import { viewSheet } from '../parts/page.ts';

export type { JourneyDiagram } from './journey-parts.ts';

/** The lanes of a view that names none. */
const defaultLanes = ['touchpoints', 'emotion', 'channels', 'thoughts', 'pains', 'opportunities', 'systems', 'metrics'] as const;

/** What the journey of a view shows, with all sizes; undefined where the view names no journey of the model. */
export function journeyDiagram(model: CrmModel, view: View): JourneyDiagram | undefined {
    const chosen = chosenJourney(model, view);
    if (chosen === undefined) {
        return undefined;
    }
    return inBestForm(chosen.journey, view, (form) => drawn(model, view, chosen, form), sizeOf);
}

function drawn(model: CrmModel, view: View, chosen: ChosenJourney, form: JourneyForm): JourneyDiagram {
    const { journey } = chosen;
    const grids = gridsOf(journey, form);
    const sheet = sheetOf(model, view, chosen);
    const hidden = new Set(view.hide);
    const wanted = [...new Set(view.lanes.length > 0 ? view.lanes : defaultLanes)];
    const elsewhere = waysElsewhere(journey, grids, !hidden.has('labels'), true);
    const rows = grids.map((row, index): JourneyRow => {
        const own = { ...chosen, journey: row.journey };
        const place = { whole: journey, before: touchpointIds(grids[index - 1]).at(-1), after: touchpointIds(grids[index + 1])[0] };
        return {
            stages: stageBand(row.grid, model.lifecycles, index > 0),
            lanes: journeyLanes(wanted, model, view, own, row.grid, { place, elsewhere }),
            bounds: row.grid.stages.slice(0, -1).map((span) => span.x + span.width),
        };
    });
    const lanes = rows.flatMap((row) => row.lanes);
    const hasArrows = lanes.some((lane) => lane.type === 'drawn' && lane.arrows.length > 0);
    const shown = new Set<string>([...lanes.map((lane) => lane.name), ...(hasArrows ? ['arrows'] : [])]);
    const [{ grid }] = grids as [(typeof grids)[number]];
    return {
        kind: 'journey',
        sheet,
        width: grid.width,
        left: grid.left,
        right: grid.right,
        head: journeyHead(sheet, journey, model, grid, hidden),
        rows,
        legend: hidden.has('legend') ? { width: 0, height: 0, marks: [] } : journeyLegend(journey, model, view, grid.width, shown),
    };
}

/** About the size that the picture will have: what the ways of touchpoints will take is not known yet. */
function sizeOf({ width, head, rows, legend }: JourneyDiagram): { readonly width: number; readonly height: number } {
    const heights = rows.map(({ stages, lanes }) => stages.body.height + 8 + lanes.reduce((sum, lane) => sum + laneHeight(lane), 0));
    return { width, height: head.height + heights.reduce((sum, height) => sum + height + betweenRows, 0) + legend.height };
}

function laneHeight(lane: JourneyLane): number {
    if (lane.type === 'drawn') {
        return Math.max(lane.body.height, lane.label.height);
    }
    const { nodes, ways } = lane.graph;
    const card = Math.max(0, ...nodes.map((node) => node.card.height));
    const branches = Math.max(0, ways.length - nodes.length + 1);
    return 32 + card + (branches === 0 ? 0 : card + 28 + Math.min(branches, 4) * 20);
}

/** The lanes of these names, in this order, that have something to show; of a row among others, with the ways to those. */
export function journeyLanes(
    wanted: readonly string[],
    model: CrmModel,
    view: View,
    chosen: ChosenJourney,
    grid: JourneyGrid,
    row?: { readonly place: RowPlace; readonly elsewhere: CardOptions['elsewhere'] },
): JourneyLane[] {
    const { journey, empty } = chosen;
    const byName = new Map<string, JourneyLane | undefined>([
        ['touchpoints', touchpointLane(journey, grid, model, { ...cardOptions(view), elsewhere: row?.elsewhere }, row?.place) ?? emptyLane(grid, empty)],
        ['emotion', emotionLane(grid)],
        ['channels', channelLane(journey, grid, model.channels)],
        ['thoughts', thoughtLane(grid)],
        ['systems', systemLane(grid, model, view, !wanted.includes('data'))],
        ['data', dataLane(grid, model, view)],
        ['metrics', metricLane(grid, model)],
    ]);
    // An arrow joins a pain to its opportunity only where no other lane comes between.
    const areNeighbours = wanted.includes('pains') && wanted[wanted.indexOf('pains') + 1] === 'opportunities';
    const { pains, opportunities } = painLanes(grid, model, areNeighbours);
    byName.set('pains', pains);
    byName.set('opportunities', opportunities);
    return wanted.flatMap((name) => byName.get(name) ?? []);
}

/** The ways between rows, in words; nothing where there is just one row. `drawn`: lines lead from row to row. */
export function waysElsewhere(journey: Journey, rows: readonly { readonly journey: Journey }[], labels: boolean, drawn: boolean): CardOptions['elsewhere'] {
    if (rows.length < 2) {
        return undefined;
    }
    return farWays(journey, rows.map(touchpointIds), labels, drawn);
}

function touchpointIds(row: { readonly journey: Journey } | undefined): string[] {
    return row?.journey.stages.flatMap((stage) => stage.touchpoints.map(({ id }) => id)) ?? [];
}

/** What a view shows on the cards of touchpoints. */
export function cardOptions({ hide, overlays }: View): CardOptions {
    return { labels: !hide.includes('labels'), facts: !hide.includes('facts'), overlays: new Set(overlays) };
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

function sheetOf(model: CrmModel, view: View, chosen: ChosenJourney): Sheet {
    const { journey, audience, leftOut } = chosen;
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
        description: describe(model, chosen),
        facts: [
            ...(audience.length > 0 ? [{ caption: 'For', value: audience.join(', ') }] : []),
            ...(segments.length > 0 ? [{ caption: 'Segment', value: segments.join(', ') }] : []),
            ...(journey.state === undefined ? [] : [{ caption: 'State', value: capitalised(journey.state) }]),
            {
                caption: 'Shows',
                value: countWords(journey.stages.length, 'stage'),
                second: ofAll(touchpoints.length, leftOut.length, countWords(touchpoints.length + leftOut.length, 'touchpoint')),
            },
            ...(review === undefined ? [] : [review]),
        ],
    };
}

/** `Current-state journey of Emma: 4 stages, 8 touchpoints; lowest emotion −2 at Tries to find her size. 2 pains and 2 opportunities.` */
function describe(model: CrmModel, { journey, leftOut, empty }: ChosenJourney): string {
    if (empty !== undefined) {
        return empty;
    }
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
    const moments = touchpoints.filter(({ momentOfTruth }) => momentOfTruth).map(({ title }) => title);
    const pains = touchpoints.reduce((sum, touchpoint) => sum + touchpoint.pains.length, 0);
    const opportunities = touchpoints.reduce((sum, touchpoint) => sum + touchpoint.opportunities.length, 0);
    return [
        `${kind}${whose}: ${counts}${emotion}.`,
        ...(moments.length === 0 ? [] : [`${moments.length === 1 ? 'Moment' : 'Moments'} of truth: ${moments.join(', ')}.`]),
        ...(pains + opportunities === 0 ? [] : [`${countWords(pains, 'pain')} and ${countWords(opportunities, 'opportunity', 'opportunities')}.`]),
        ...leftOutWords(leftOut),
    ].join(' ');
}
