import type { CrmModel, Journey, System, Touchpoint, View } from '../../model/crm-model.ts';
import { firstFlow, lateTouchpoints } from '../journey/brought-words.ts';
import type { ChosenJourney } from '../journey/chosen-journey.ts';
import { chosenJourney, leftOutWords, ofAll } from '../journey/chosen-journey.ts';
import type { JourneyColumn, JourneyGrid } from '../journey/journey-grid.ts';
import { betweenRows, cardInset } from '../journey/journey-grid.ts';
import { cardOptions, journeyHead, journeyLanes, waysElsewhere } from '../journey/journey-diagram.ts';
import type { JourneyForm } from '../journey/journey-form.ts';
import { gridsOf, inBestForm } from '../journey/journey-form.ts';
import type { DrawnLane, TouchpointGraph } from '../journey/journey-parts.ts';
import { stageBand } from '../journey/stage-band.ts';
import type { SystemNote } from '../journey/system-rows.ts';
import { aloneInColumns } from '../journey/system-rows.ts';
import type { CardOptions } from '../journey/touchpoint-card.ts';
import { waysBetween } from '../journey/touchpoint-lane.ts';
import { systemNote } from '../overlay-words.ts';
import type { Sheet } from '../sheet.ts';
import { traceGraph } from '../trace/trace-graph.ts';
import { reviewFact } from '../words/review-words.ts';
import { capitalised, countWords } from '../words/value-words.ts';
import { actionCard } from './action-card.ts';
import { activitiesOf, activityCards } from './activity-cards.ts';
import { blueprintLegend } from './blueprint-legend.ts';
import type { BlueprintDiagram, BlueprintRow } from './blueprint-parts.ts';
import { blueprintData } from './data-lane.ts';
import { evidenceLane } from './evidence-lane.ts';
import { viewSheet } from '../parts/page.ts';

export type { BlueprintDiagram, BlueprintRow } from './blueprint-parts.ts';

/** What the lines and their white take of a row, in px. */
const besideLines = 240;

/** Lanes of a journey that a view may add below the blueprint's own. */
const further: readonly string[] = ['emotion', 'thoughts', 'pains', 'opportunities', 'metrics'];

/** The service blueprint of a view's journey, with all sizes; undefined where the view names no journey of the model. */
export function blueprintDiagram(model: CrmModel, view: View): BlueprintDiagram | undefined {
    const chosen = chosenJourney(model, view);
    if (chosen === undefined) {
        return undefined;
    }
    return inBestForm(chosen.journey, view, (form) => drawn(model, view, chosen, form), sizeOf);
}

function drawn(model: CrmModel, view: View, chosen: ChosenJourney, form: JourneyForm): BlueprintDiagram {
    const { journey } = chosen;
    const grids = gridsOf(journey, form);
    const [{ grid }] = grids as [(typeof grids)[number]];
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const hidden = new Set(view.hide);
    const late = wants(view, 'data') ? lateTouchpoints(model, touchpoints) : [];
    const sheet = sheetOf(model, view, chosen, late);
    const elsewhere = waysElsewhere(journey, grids, !hidden.has('labels'), false);
    const rows = grids.map((row, index) => rowOf(model, view, { ...chosen, journey: row.journey }, row.grid, { elsewhere, continues: index > 0 }));
    const has = (part: 'evidence' | 'data'): boolean => rows.some((row) => (part === 'data' ? hasData(row) : row.evidence !== undefined));
    const flow = has('data') ? firstFlow(traceGraph(model), touchpoints) : undefined;
    const hasWays = rows.some((row) => row.graph.ways.length > 0);
    const needs = { evidence: has('evidence'), data: has('data'), ways: hasWays, late: late.length > 0, ...(flow ? { flow } : {}) };
    return {
        kind: 'blueprint',
        sheet,
        width: grid.width,
        right: grid.right,
        head: journeyHead(sheet, journey, model, grid, hidden),
        rows,
        legend: hidden.has('legend') ? { width: 0, height: 0, marks: [] } : blueprintLegend(journey, model, view, grid.width, needs),
    };
}

function wants(view: View, lane: string): boolean {
    return view.lanes.length === 0 || view.lanes.includes(lane);
}

function hasData(row: BlueprintRow): boolean {
    return row.below.some((lane) => lane.name === 'data');
}

interface RowOfSeveral {
    readonly elsewhere: CardOptions['elsewhere'];
    readonly continues: boolean;
}

function rowOf(model: CrmModel, view: View, chosen: ChosenJourney, grid: JourneyGrid, { elsewhere, continues }: RowOfSeveral): BlueprintRow {
    const { journey } = chosen;
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const note: SystemNote = (system) => systemNote(model, view, system);
    const systems = new Map(model.systems.map((system) => [system.id, system]));
    const evidence = wants(view, 'channels') ? evidenceLane(grid, model) : undefined;
    const data = wants(view, 'data') ? blueprintData(grid, model, view.overlays.includes('personal')) : undefined;
    const added = journeyLanes(
        view.lanes.filter((lane) => further.includes(lane)),
        model,
        view,
        chosen,
        grid,
    );
    return {
        left: grid.left,
        right: grid.right,
        stages: stageBand(grid, model.lifecycles, continues),
        ...(evidence === undefined ? {} : { evidence }),
        graph: graphOf(model, journey, grid, { ...cardOptions(view), elsewhere }),
        company: touchpoints.filter((touchpoint) => touchpoint.by === 'company').map((touchpoint) => touchpoint.id),
        frontstage: aloneInColumns(grid, systems, (touchpoint) => touchpoint.frontstage, note),
        backstage: aloneInColumns(grid, systems, (touchpoint) => touchpoint.backstage, note),
        activities: activityCards(grid, model, (column) => standsOnSupport(column, systems)),
        support: aloneInColumns(grid, systems, (touchpoint) => touchpoint.support, note),
        below: [...(data === undefined ? [] : [data]), ...added.filter((lane): lane is DrawnLane => lane.type === 'drawn')],
        bounds: grid.stages.slice(0, -1).map((span) => span.x + span.width),
        ...(touchpoints.length === 0 ? { empty: chosen.empty ?? 'No touchpoints yet. Write one in a stage: touchpoint visit "Visits the website"' } : {}),
    };
}

/** About the size that the picture will have: what the ways will take is not known yet. */
function sizeOf({ width, head, rows, legend }: BlueprintDiagram): { readonly width: number; readonly height: number } {
    const heights = rows.map((row) => {
        const lanes = [...(row.evidence ? [row.evidence] : []), ...row.below].reduce((sum, { body, label }) => sum + Math.max(body.height, label.height), 0);
        const card = (isCompany: boolean): number =>
            Math.max(0, ...row.graph.nodes.map(({ id, card: own }) => (row.company.includes(id) === isCompany ? own.height : 0)));
        const systems = row.frontstage.height + row.backstage.height + row.activities.height + row.support.height;
        return row.stages.body.height + lanes + card(true) + card(false) + systems + besideLines;
    });
    return { width, height: head.height + heights.reduce((sum, height) => sum + height + betweenRows, 0) + legend.height };
}

function standsOnSupport(column: JourneyColumn, systems: ReadonlyMap<string, System>): boolean {
    return column.touchpoint?.support.some((id) => systems.has(id)) === true;
}

function graphOf(model: CrmModel, journey: Journey, grid: JourneyGrid, options: CardOptions): TouchpointGraph {
    const held = grid.columns.flatMap((column) => (column.touchpoint ? [{ column, touchpoint: column.touchpoint }] : []));
    const nodes = held.map(({ column, touchpoint }) => ({
        id: touchpoint.id,
        title: touchpoint.title,
        stage: column.stage,
        x: column.x + cardInset,
        card: actionCard(touchpoint, model, journey, grid.card, options),
    }));
    return { nodes, ways: waysBetween(journey, nodes, options.labels) };
}

function sheetOf(model: CrmModel, view: View, chosen: ChosenJourney, late: readonly Touchpoint[]): Sheet {
    const { journey, audience, leftOut } = chosen;
    const review = reviewFact(model.map);
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const systems = new Set(touchpoints.flatMap((touchpoint) => [...touchpoint.frontstage, ...touchpoint.backstage, ...touchpoint.support]));
    const purpose = view.purpose ?? model.map.purpose;
    return {
        ...viewSheet(view),
        role: 'service blueprint',
        caption: `${model.map.title}  \u00b7  Service blueprint`,
        title: view.title ?? journey.title,
        ...(purpose === undefined ? {} : { purpose }),
        description: describe(model, chosen, late),
        facts: [
            ...(audience.length > 0 ? [{ caption: 'For', value: audience.join(', ') }] : []),
            ...(journey.state === undefined ? [] : [{ caption: 'State', value: capitalised(journey.state) }]),
            {
                caption: 'Shows',
                value: ofAll(touchpoints.length, leftOut.length, countWords(touchpoints.length + leftOut.length, 'touchpoint')),
                second: countWords(systems.size, 'system'),
            },
            ...(late.length === 0 ? [] : [{ caption: 'Finding', value: 'Older than allowed', second: `data at ${countWords(late.length, 'touchpoint')}` }]),
            ...(review === undefined ? [] : [review]),
        ],
    };
}

/** What the picture shows in sentences, for those who do not see it. */
function describe(model: CrmModel, { journey, leftOut, empty }: ChosenJourney, late: readonly Touchpoint[]): string {
    if (empty !== undefined) {
        return empty;
    }
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const company = touchpoints.filter((touchpoint) => touchpoint.by === 'company').length;
    const known = new Set(model.systems.map((system) => system.id));
    const count = (role: 'frontstage' | 'backstage' | 'support'): number =>
        new Set(touchpoints.flatMap((touchpoint) => touchpoint[role]).filter((id) => known.has(id))).size;
    const activities = new Set(journey.stages.flatMap((stage) => activitiesOf(model, stage.within)));
    const what = [
        `${countWords(touchpoints.length, 'touchpoint')} in ${countWords(journey.stages.length, 'stage')}${company === 0 ? '' : `, ${company} of them done by the company`}`,
        `${countWords(count('frontstage'), 'system')} in front of the line of visibility, ${count('backstage')} behind it, ${count('support')} in support`,
        ...(activities.size === 0 ? [] : [countWords(activities.size, 'activity of the company', 'activities of the company')]),
    ];
    const ages = late.length === 0 ? '' : ` Data can be older than allowed at ${late.map((touchpoint) => touchpoint.title).join(', ')}.`;
    return [`Service blueprint of ${journey.title}: ${what.join('; ')}.${ages}`, ...leftOutWords(leftOut)].join(' ');
}
